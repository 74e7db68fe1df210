import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct PackingSearchTests {
  /// The best levels by trying every bin for every item.
  private func enumerate(_ packing: Packing) -> (counts: [Int], disturbance: Int) {
    var best: (counts: [Int], disturbance: Int)?
    var bins = [Int](repeating: -1, count: packing.itemCount)
    var free = packing.capacity
    let resources = packing.resourceCount
    func visit(_ item: Int) {
      guard item < packing.itemCount else {
        let counts = packing.counts(of: bins)
        let disturbance = packing.disturbance(of: bins)
        if let known = best {
          guard known.counts.lexicographicallyPrecedes(counts) || known.counts == counts && disturbance < known.disturbance
          else { return }
        }
        best = (counts, disturbance)
        return
      }
      visit(item + 1)
      for bin in 0..<packing.binCount where packing.allows(item, in: bin) {
        guard (0..<resources).allSatisfy({ packing.size[item * resources + $0] <= free[bin * resources + $0] }) else {
          continue
        }
        for r in 0..<resources { free[bin * resources + r] -= packing.size[item * resources + r] }
        bins[item] = bin
        visit(item + 1)
        bins[item] = -1
        for r in 0..<resources { free[bin * resources + r] += packing.size[item * resources + r] }
      }
    }
    visit(0)
    return best!
  }

  /// Small clusters with equal and unlike bins, forbidden bins, several resources, and homes that fit.
  private func randomPacking(_ random: inout SplitMix64) -> Packing {
    let bins = random.draw(1...3)
    let items = random.draw(0...7)
    let resources = random.draw(1...3)
    let tiers = random.draw(1...3)
    let same = (0..<resources).map { _ in random.draw(3...12) }
    let capacity = (0..<bins).flatMap { _ in random.chance(60) ? same : (0..<resources).map { _ in random.draw(0...12) } }
    var size: [Int] = []
    for item in 0..<items {
      if item > 0, random.chance(40) {
        size += size.suffix(resources)
      } else {
        size += (0..<resources).map { _ in random.draw(0...6) }
      }
    }
    let admits = (0..<2 * bins).map { $0 < bins || random.chance(60) }
    let kind = (0..<items).map { _ in random.chance(70) ? 0 : 1 }
    var free = capacity
    var home = [Int](repeating: -1, count: items)
    for item in 0..<items where random.chance(70) {
      let bin = random.draw(0...bins - 1)
      guard (0..<resources).allSatisfy({ size[item * resources + $0] <= free[bin * resources + $0] }) else { continue }
      for r in 0..<resources { free[bin * resources + r] -= size[item * resources + r] }
      home[item] = bin
    }
    return Packing(
      resourceCount: resources, tierCount: tiers, capacity: capacity, size: size,
      tier: (0..<items).map { _ in random.draw(0...tiers - 1) }, home: home, kind: kind, admits: admits)
  }

  @Test(arguments: 0..<10)
  func smallPackingsAreSolvedAsByEnumeration(part: Int) {
    var random = SplitMix64(seed: part)
    for _ in 0..<100 {
      let packing = randomPacking(&random)
      var search = PackingSearch(packing, within: .seconds(20), seed: 1) { false }
      let outcome = search.run()
      let truth = enumerate(packing)
      #expect(packing.isFeasible(outcome.bins))
      #expect(packing.counts(of: outcome.bins) == truth.counts)
      #expect(packing.disturbance(of: outcome.bins) == truth.disturbance)
      #expect(outcome.countBounds == truth.counts)
      #expect(outcome.disturbanceBound == truth.disturbance)
    }
  }
}
