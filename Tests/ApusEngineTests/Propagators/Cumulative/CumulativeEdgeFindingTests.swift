import ApusModel
import Testing

@testable import ApusEngine

/// Edge-finding by energy on small cases, none of which the profile sees anything in.
@Suite struct CumulativeEdgeFindingTests {
  private let model = Model()

  private func compile(
    _ pulses: [Usage.Pulse], capacity: Int, steps: [(from: Int, capacity: Int)] = [],
    filtering: Filtering = .energy
  ) throws -> Compilation {
    model.require("resource") { Usage(pulses, capacity: capacity, steps: steps) }
    var options = EngineOptions()
    options.cumulativeRules.smallestClique = .max
    options.filtering = filtering
    return try Compiler.compile(model.data, options: options)
  }

  private func span(_ interval: Interval, _ compilation: borrowing Compilation) throws -> ClosedRange<Int32> {
    let variables = try #require(compilation.map.intervals[Int(interval.index)])
    return compilation.core.lower(variables.start)...compilation.core.upper(variables.start)
  }

  @Test(arguments: Filtering.allCases) func tooMuchForAWindowIsAConflict(_ filtering: Filtering) throws {
    let tasks = (0..<3).map { _ in model.interval(lasting: 2, within: 0...5) }
    var compilation = try compile(tasks.map { $0.pulse(1) }, capacity: 1, filtering: filtering)
    expect(compilation.core.propagate() == (filtering == .standard))
  }

  @Test func aTaskWaitsForWhatTheWindowLeaves() throws {
    let tasks = (0..<2).map { _ in model.interval(lasting: 2, within: 0...5) }
    let late = model.interval(lasting: 3, within: 0...20)
    var compilation = try compile((tasks + [late]).map { $0.pulse(1) }, capacity: 1)
    expect(compilation.core.propagate())
    try expect(span(late, compilation) == 4...17)
  }

  @Test func backwardsTheSame() throws {
    let tasks = (0..<2).map { _ in model.interval(lasting: 2, within: 15...20) }
    let early = model.interval(lasting: 3, within: 0...20)
    var compilation = try compile((tasks + [early]).map { $0.pulse(1) }, capacity: 1)
    expect(compilation.core.propagate())
    try expect(span(early, compilation) == 0...13)
  }

  @Test func aTaskThatNoWindowHasRoomForIsAbsent() throws {
    let tasks = (0..<2).map { _ in model.interval(lasting: 2, within: 0...5) }
    let optional = model.optionalInterval(lasting: 3, within: 0...6)
    var compilation = try compile((tasks + [optional]).map { $0.pulse(1) }, capacity: 1)
    expect(compilation.core.propagate())
    let variables = try #require(compilation.map.intervals[Int(optional.index)])
    expect(compilation.core.fails(variables.presence))
  }

  @Test func theRoomOfAWindowFollowsTheSteps() throws {
    // Of [0, 6) the third and fourth tick are closed: four ticks for five of work.
    let tasks = (0..<5).map { _ in model.interval(lasting: 1, within: 0...6) }
    var compilation = try compile(tasks.map { $0.pulse(1) }, capacity: 1, steps: [(2, 0), (4, 1)])
    expect(!compilation.core.propagate())
  }

  /// Others need 4 of 5 ticks, so the third may be there for one: to start later than at 3 takes all of that, to start later than at 2 leaves a tick
  /// to spare, which the first of the others gets.
  @Test func whatIsToSpareShortensThePremises() throws {
    let tasks = (0..<2).map { _ in model.interval(lasting: 2, within: 0...50) }
    let late = model.interval(lasting: 3, within: 0...60)
    var compilation = try compile((tasks + [late]).map { $0.pulse(1) }, capacity: 1)
    expect(compilation.core.propagate())
    compilation.core.settleRoot()
    let starts = try (tasks + [late]).map { try #require(compilation.map.intervals[Int($0.index)]).start }
    for start in starts[..<2] { compilation.core.decide(Bound(2 * start, 3)) }
    expect(compilation.core.propagate())
    let pushed = 2 * starts[2] + 1
    expect(compilation.core.limit[pushed] == -4)
    let last = compilation.core.lastEvent[pushed]
    let event = compilation.core.trail[last]
    for (asked, spare) in [(Int32(4), Int32(0)), (3, 1)] {
      var premises = Column<Bound>()
      compilation.core.explain(Bound(pushed, -asked), event.reason, at: last, into: &premises)
      // Those that hold at the root need not be looked at.
      let said = Set(premises.array.filter { compilation.core.implyingEvent(of: $0) >= 0 })
      #expect(said == [Bound(2 * starts[0], 3 + spare), Bound(2 * starts[1], 3)], "asked for \(asked)")
    }
  }
}
