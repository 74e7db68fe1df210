import ApusModel

extension SolutionChecker {
  /// Every bin has room for its items, and every item is in a bin that it may be in. Complexity: O(*items* × (*resources* + log *bins*)).
  func check(_ pack: Pack, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    let resources = pack.resourceCount
    var loads = [Int128](repeating: 0, count: pack.capacities.count)
    var reported = 0
    func report(_ members: [Int32], _ amount: Int, _ sentence: String) {
      reported += 1
      guard reported <= max(1, maximumPairs) else { return }
      let named = members.prefix(max(1, maximumPairs)).map { member(integer: Int($0)) }
      found.append(violation(.pack, at: place, members: named, amount: amount, sentence))
    }
    func bin(of item: Int) -> Int? {
      let value = evaluator.solution.integers[Int(pack.items[item])]
      return 0 <= value && value < pack.binCount ? value : nil
    }
    for item in pack.items.indices {
      guard let bin = bin(of: item) else { continue }
      if !pack.allows(item, in: bin) {
        report(
          [pack.items[item]], 1, "\(model.nameOfInteger(Int(pack.items[item]))) is in bin \(bin), where it may not be")
      }
      for resource in 0..<resources {
        loads[bin * resources + resource] += Int128(pack.sizes[item * resources + resource])
      }
    }
    for (slot, (load, capacity)) in zip(loads, pack.capacities).enumerated() where load > Int128(capacity) {
      let (full, resource) = slot.quotientAndRemainder(dividingBy: resources)
      let members = pack.items.indices.filter { bin(of: $0) == full && pack.sizes[$0 * resources + resource] > 0 }
      report(
        members.map { pack.items[$0] }, clamped(load - Int128(capacity)),
        "bin \(full) has \(capacity) of resource \(resource), but its items need \(load)")
    }
  }

  /// The literal holds exactly where the value lies in the range. Complexity: O(1).
  func check(_ within: Within, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    let variable = Int(within.variable)
    let value = evaluator.solution.integers[variable]
    let isWithin = within.range.contains(value)
    guard evaluator.holds(within.literal) != isWithin else { return }
    found.append(
      violation(
        .within, at: place, members: [member(integer: variable)], amount: 1,
        "\(model.nameOfInteger(variable)) is \(value), \(isWithin ? "inside" : "outside") \(within.range), but the literal says otherwise"
      ))
  }
}
