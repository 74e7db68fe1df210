import ApusModel
import ApusStructure
import Testing

@Suite("Recognising a job shop")
struct ShopRecognitionTests {
  @Test("recognise(build(shop)) is the shop, however the model is written", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed) &* 7919)
    let random = RandomShop(seed: UInt64(seed), tardiness: seed % 3 == 0)
    let data = random.model(shuffledBy: &generator, extras: seed % 2 == 0).data
    let shop = try #require(Shop(recognizing: data))
    #expect(shop.asWritten(in: data) == random.shop)
    #expect(shop.exactness == .exact && shop.measuresModelObjective)
    #expect(shop.interval == random.shop.interval)
  }

  @Test("A schedule of an exact view is a solution of the model", arguments: 0..<100)
  func schedulesAreSolutions(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let data = RandomShop(seed: UInt64(seed), tardiness: seed % 2 == 0).model(shuffledBy: &generator).data
    let shop = try #require(Shop(recognizing: data))
    // Operations in a random order that respects the jobs, each as early as possible after those before it.
    var next = (0..<shop.jobCount).map { Int(shop.jobStart[$0]) }
    var jobReady = [Int](repeating: 0, count: shop.jobCount)
    var machineReady = [Int](repeating: 0, count: shop.machineCount)
    var spans = [Solution.Span?](repeating: nil, count: shop.operationCount)
    while let job = next.indices.filter({ next[$0] < shop.jobStart[$0 + 1] }).randomElement(using: &generator) {
      let operation = next[job]
      let machine = Int(shop.machine[operation])
      let start = max(jobReady[job], machineReady[machine], Int(shop.release[operation]))
      let end = start + Int(shop.duration[operation])
      spans[Int(shop.interval[operation])] = Solution.Span(start: start, end: end)
      (jobReady[job], machineReady[machine], next[job]) = (end, end, operation + 1)
    }
    let solution = Solution(integers: [], intervals: spans)
    #expect(isSolution(solution, of: data))
    let objective = try #require(data.objective)
    switch shop.objective {
    case .makespan: #expect(solution[objective.expression] == jobReady.max())
    case .weightedTardiness(let due, let weight):
      let tardiness = jobReady.indices.map { Int(weight[$0]) * max(0, jobReady[$0] - Int(due[$0])) }
      #expect(solution[objective.expression] == tardiness.reduce(0, +))
    }
    #expect(shop.trivialBound <= solution[objective.expression])
    #expect(shop.trivialMakespanBound <= jobReady.max() ?? 0)
  }

  @Test("10,000 operations on 100 machines take milliseconds")
  func speed() throws {
    let model = Model("large")
    var generator = SplitMix64(seed: 1)
    var machines = [[Interval]](repeating: [], count: 100)
    for _ in 0..<100 {
      let job = (0..<100).map { _ in model.interval(lasting: Int.random(in: 1...99, using: &generator)) }
      for (machine, interval) in zip((0..<100).shuffled(using: &generator), job) { machines[machine].append(interval) }
      model.require("job") { job.pairs().map { $0.precedes($1) } }
    }
    model.require("machines") { machines.map { .noOverlap(NoOverlap($0)) } }
    model.minimize(.makespan)
    let data = model.data
    var shop: Shop?
    let time = ContinuousClock().measure { shop = Shop(recognizing: data) }
    #expect(shop?.exactness == .exact)
    let bound = ContinuousClock().measure { _ = shop?.trivialBound }
    print("recognising 10,000 operations: \(time); bound: \(bound)")
  }
}
