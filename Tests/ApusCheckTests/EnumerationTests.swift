import ApusModel
import ApusTestSupport
import Testing

/// The truth has to be true: enumeration against plain generate-and-test, and small models counted by hand.
@Suite struct EnumerationTests {
  @Test(arguments: [[], RandomModel.Kind.allCases]) func pruningLosesNoSolution(_ kinds: [RandomModel.Kind]) throws {
    var size = RandomModel.Size(kinds: kinds)
    size.intervals = 1...2
    size.integers = 0...1
    size.booleans = 0...1
    size.window = 5
    for seed in 0..<300 {
      let model = RandomModel.data(seed: seed, size: size)
      let found = try #require(Enumeration(model))
      let solutions = allAssignments(of: model).filter { Enumeration.isSolution($0, of: model) }
      #expect(found.count == solutions.count, "seed \(seed)")
      #expect(found.isFeasible == !solutions.isEmpty)
      let values = solutions.compactMap { Enumeration.objective(of: model, in: $0) }
      #expect(found.optimum == (model.objective?.sense == .maximize ? values.max() : values.min()), "seed \(seed)")
    }
  }

  @Test func theMixIsGood() throws {
    var (feasible, optional, maximized, without, bounded) = (0, 0, 0, 0, 0)
    for seed in 0..<1_000 {
      let model = RandomModel.data(seed: seed)
      try model.validate()
      let found = try #require(Enumeration(model), "seed \(seed) is too large")
      if found.isFeasible { feasible += 1 }
      if model.intervals.contains(where: \.isOptional) { optional += 1 }
      switch model.objective?.sense {
      case .maximize: maximized += 1
      case nil: without += 1
      case .minimize: bounded += 1
      }
    }
    #expect((400...850).contains(feasible), "\(feasible) feasible")
    #expect(optional > 400 && maximized > 100 && without > 100 && bounded > 400)
  }

  @Test func twoTasksOnAMachineAreCountedByHand() throws {
    let model = Model()
    let tasks = (0..<2).map { _ in model.interval(lasting: 2, within: 0...5) }
    model.require("machine") { NoOverlap(tasks) }
    model.minimize(.makespan)
    // Starts 0...3 each; apart by at least 2: (0,2), (0,3), (1,3) and the same swapped.
    let found = try #require(Enumeration(model.data))
    #expect(found.count == 6 && found.optimum == 4)
  }

  @Test func aResourceAndAChoiceAreCountedByHand() throws {
    let model = Model()
    let main = model.interval(lasting: 1...2, within: 0...3)
    let modes = [1, 2].map { model.optionalInterval(lasting: $0, within: 0...3) }
    model.require("choice") { Alternative(main, of: modes) }
    // Starts 0, 1, 2 for the short one and 0, 1 for the long one.
    #expect(try #require(Enumeration(model.data)).count == 5)
    model.require("crew") {
      Usage([main.pulse(2)], capacity: 2, steps: [(from: 1, capacity: 1), (from: 2, capacity: 2)])
    }
    // Tick 1 is closed, so no long one is left, and the short one starts at 0 or 2.
    #expect(try #require(Enumeration(model.data)).count == 2)
  }

  @Test func theLimitIsKept() {
    let model = Model()
    for _ in 0..<6 { _ = model.integer(0...99) }
    #expect(Enumeration(model.data, limit: 1_000) == nil)
  }

  private func allAssignments(of model: ModelData) -> [Solution] {
    var all = [Solution(integers: [], intervals: [])]
    for domain in model.integers {
      all = all.flatMap { partial in
        domain.map { Solution(integers: partial.integers + [$0], intervals: []) }
      }
    }
    for domain in model.intervals {
      let spans = domain.start.flatMap { start in
        domain.length.map { Solution.Span(start: start, end: start + $0) }
      }
      all = all.flatMap { partial in
        ([nil] + spans).map { Solution(integers: partial.integers, intervals: partial.intervals + [$0]) }
      }
    }
    return all
  }
}
