import ApusModel
import Testing

@testable import ApusEngine

/// Time-table filtering on small cases: what is inferred, and from which premises.
@Suite struct TimeTableTests {
  private let model = Model()

  private func compile(
    _ pulses: [Usage.Pulse], capacity: Int, steps: [(from: Int, capacity: Int)] = [],
    rules: CumulativeRules = CumulativeRules()
  ) throws -> Compilation {
    model.require("resource") { Usage(pulses, capacity: capacity, steps: steps) }
    var options = EngineOptions()
    options.cumulativeRules = rules
    return try Compiler.compile(model.data, options: options)
  }

  private func span(_ interval: Interval, _ compilation: borrowing Compilation) throws -> ClosedRange<Int32> {
    let variables = try #require(compilation.map.intervals[Int(interval.index)])
    return compilation.core.lower(variables.start)...compilation.core.upper(variables.start)
  }

  @Test func aTaskIsPushedOverAPeak() throws {
    let fixed = [0, 1].map { model.interval(lasting: 4, within: 3 + $0...7 + $0) }
    let task = model.interval(lasting: 2, within: 3...30)
    var compilation = try compile(fixed.map { $0.pulse(2) } + [task.pulse(2)], capacity: 4)
    expect(compilation.core.propagate())
    // Between 4 and 7 both are there.
    try expect(span(task, compilation) == 7...28)
  }

  @Test func aTaskIsPushedBackBeforeAPeak() throws {
    let fixed = model.interval(lasting: 4, within: 5...9)
    let task = model.interval(lasting: 2, within: 0...10)
    var compilation = try compile([fixed.pulse(1), task.pulse(1)], capacity: 1, rules: Self.withoutCliques)
    expect(compilation.core.propagate())
    try expect(span(task, compilation) == 0...3)
  }

  @Test func aTaskThatFitsNowhereIsAbsent() throws {
    let fixed = model.interval(lasting: 9, within: 0...9)
    let task = model.optionalInterval(lasting: 3, within: 0...11)
    var compilation = try compile([fixed.pulse(1), task.pulse(2)], capacity: 2)
    expect(compilation.core.propagate())
    let variables = try #require(compilation.map.intervals[Int(task.index)])
    expect(compilation.core.fails(variables.presence))
  }

  @Test func anOverloadIsAConflict() throws {
    let tasks = (0..<3).map { _ in model.interval(lasting: 5, within: 0...7) }
    var compilation = try compile(tasks.map { $0.pulse(1) }, capacity: 2)
    expect(!compilation.core.propagate())
  }

  @Test func aVariableDemandIsLimited() throws {
    let power = model.integer(0...9)
    let fixed = model.interval(lasting: 5, within: 0...5)
    let task = model.interval(lasting: 5, within: 2...8)
    var compilation = try compile([fixed.pulse(2), task.pulse(power)], capacity: 6)
    expect(compilation.core.propagate())
    expect(compilation.core.upper(compilation.map.integers[0]) == 4)
  }

  @Test func zeroLengthsAndDemandsUseNothing() throws {
    let fixed = model.interval(lasting: 5, within: 0...5)
    let moment = model.interval(lasting: 0, within: 2...3)
    let idle = model.interval(lasting: 3, within: 1...4)
    var compilation = try compile([fixed.pulse(1), moment.pulse(7), idle.pulse(0)], capacity: 1)
    expect(compilation.core.propagate())
    try expect(span(moment, compilation) == 2...3)
    expect(compilation.cumulatives.isEmpty)
  }

  /// A break of a hundred million ticks, and tasks of one tick: neither pushing nor refuting goes tick by tick.
  @Test func longBreaksTakeFewSteps() throws {
    let task = model.interval(lasting: 1, within: 0...900_000_000)
    let optional = model.optionalInterval(lasting: 1, within: 10...99_999_999)
    let free = model.interval(lasting: 1...4, within: 20...200_000_000)
    var compilation = try compile(
      [task, optional, free].map { $0.pulse(1) }, capacity: 0, steps: [(100_000_000, 1), (300_000_000, 0)])
    expect(compilation.core.propagate())
    try expect(span(task, compilation) == 100_000_000...299_999_999)
    try expect(span(free, compilation) == 100_000_000...199_999_999)
    let variables = try #require(compilation.map.intervals[Int(optional.index)])
    expect(compilation.core.fails(variables.presence))
    expect(compilation.core.trail.count < 40)
  }

  @Test func theCapacityChangesInSteps() throws {
    let task = model.interval(lasting: 2, within: 0...10)
    var compilation = try compile(
      [task.pulse(2)], capacity: 0, steps: [(-1_000_000_000, 2), (4, 1), (6, 5), (1_000_000_000, 0)])
    expect(compilation.core.propagate())
    try expect(span(task, compilation) == 0...8)
  }

  /// Of tasks that use 1, 2 and 3 the last alone leaves too little room for one that needs 4; what is asked may be weaker.
  @Test func aPushNamesAMinimalSetOfTasks() throws {
    let tasks = (0..<4).map { _ in model.interval(lasting: 4, within: 10...50) }
    var compilation = try compile(
      zip(tasks, [1, 2, 3, 4]).map { $0.pulse($1) }, capacity: 6, rules: Self.withoutCliques)
    expect(compilation.core.propagate())
    compilation.core.settleRoot()
    let starts = try tasks.map { try #require(compilation.map.intervals[Int($0.index)]).start }
    for start in starts[..<3] { compilation.core.decide(Bound(2 * start, 10)) }
    expect(compilation.core.propagate())
    let pushed = 2 * starts[3] + 1
    expect(compilation.core.limit[pushed] == -14)
    let last = compilation.core.lastEvent[pushed]
    let event = compilation.core.trail[last]
    for (asked, tick) in [(Int32(14), Int32(13)), (12, 11), (11, 10)] {
      var premises = Column<Bound>()
      compilation.core.explain(Bound(pushed, -asked), event.reason, at: last, into: &premises)
      // The third has started by the tick and ends after it, and so would the fourth.
      let expected = [
        Bound(2 * starts[2], tick), Bound(2 * starts[2] + 1, 4 - tick - 1), Bound(pushed, 4 - tick - 1),
      ]
      #expect(Set(premises.array) == Set(expected), "asked for \(asked)")
    }
  }

  private static var withoutCliques: CumulativeRules {
    var rules = CumulativeRules()
    rules.smallestClique = .max
    return rules
  }
}
