import ApusModel
import Testing

/// What `validate()` refuses of resources, choice, setup times and orders, and by which name.
@Suite struct ResourceValidationTests {
  private let model = Model()
  private let a: Interval
  private let b: Interval

  init() { (a, b) = (model.interval(lasting: 1), model.interval(lasting: 2)) }

  /// Expects that the group "g" with this constraint is refused, or with nil that it is not.
  private func expectRefusal(
    _ message: String?, sourceLocation: SourceLocation = #_sourceLocation,
    @ConstraintBuilder _ constraints: () -> [Constraint]
  ) {
    let copy = Model(model.data)
    copy.require("g", constraints)
    do throws(ModelError) {
      try copy.data.validate()
      if message != nil { Issue.record("the model was not refused", sourceLocation: sourceLocation) }
    } catch {
      #expect(error.culprit == "group \"g\"", sourceLocation: sourceLocation)
      #expect(message.map(error.message.contains) == true, "\(error)", sourceLocation: sourceLocation)
    }
  }

  @Test func demands() {
    let (x, debt) = (model.integer(0...4, "x"), model.integer(-1...4, "debt"))
    let (isOn, huge) = (model.boolean("on"), model.integer(0...Int.max, "huge"))
    expectRefusal(nil) {
      Usage([a.pulse(0), b.pulse(x), b.pulse(IntegerExpression(isOn)), a.pulse(IntegerExpression(2))], capacity: 3)
    }
    expectRefusal("a demand of -2; expected 0 or more") { Usage([a.pulse(1), b.pulse(-2)], capacity: 3) }
    expectRefusal("a demand of debt could be -1; expected 0 or more") { Usage([a.pulse(debt)], capacity: 3) }
    for expression in [2 * x, x + 1, -x, a.start, x + x, IntegerExpression(!isOn), max(0, x)] {
      expectRefusal("a demand is neither a number nor an integer variable") {
        Usage([a.pulse(expression)], capacity: 3)
      }
    }
    expectRefusal(nil) { Usage([a.pulse(huge), b.pulse(0)], capacity: 3) }
    expectRefusal("its demands add up to 9223372036854775808, beyond 64 bits") {
      Usage([a.pulse(huge), b.pulse(1)], capacity: 3)
    }
  }

  @Test func capacities() {
    expectRefusal("a capacity of -1; expected 0 or more") { Usage([], capacity: -1) }
    expectRefusal("a capacity of -1 from 8 on") { Usage([], capacity: 1, steps: [(from: 8, capacity: -1)]) }
    expectRefusal("a capacity from 8 and then from 8; expected steps in order of time") {
      Usage([], capacity: 1, steps: [(from: 8, capacity: 2), (from: 8, capacity: 1)])
    }
    expectRefusal("a capacity from 1000000001; times lie within ±1000000000") {
      Usage([], capacity: 1, steps: [(from: 1_000_000_001, capacity: 2)])
    }
    expectRefusal("a capacity from -9223372036854775808") { Usage([], capacity: 1, steps: [(from: .min, capacity: 2)]) }
    expectRefusal(nil) { Usage([], capacity: .max, steps: [(from: -3, capacity: 2), (from: 8, capacity: 2)]) }
  }

  @Test func capacityAtATick() {
    let capacity = Capacity(1, steps: [(from: -2, capacity: 4), (from: 5, capacity: 0)])
    #expect([-3, -2, 0, 4, 5, 900].map { capacity[$0] } == [1, 4, 4, 4, 0, 0] && capacity.largest == 4)
    #expect(Capacity(3)[.min] == 3 && Capacity(3).largest == 3)
  }

  @Test func levels() {
    expectRefusal(nil) { Reservoir([a.step(.max, at: .start), b.step(.min, at: .end)], minimum: 3, maximum: 3) }
    expectRefusal("its minimum is 3, which is more than its maximum, 2") { Reservoir([], minimum: 3, maximum: 2) }
    expectRefusal("its level could lie anywhere in 1...9223372036854775808, beyond 64 bits") {
      Reservoir([a.step(.max, at: .start)], initial: 1)
    }
    expectRefusal("beyond 64 bits") { Reservoir([a.step(.min, at: .start), b.step(-1, at: .start)]) }
  }

  @Test func intervalsListedTwice() {
    expectRefusal("an interval is listed twice in one Alternative") { Alternative(a, of: [b, b]) }
    expectRefusal("an interval is listed twice in one Alternative") { Alternative(a, of: [a]) }
    expectRefusal("an interval is listed twice in one Span") { Span(a, of: [b, a]) }
    expectRefusal("an interval is listed twice in one list of a SameOrder") { SameOrder([a, b], [a, a]) }
    expectRefusal("a SameOrder of 2 intervals and 1; expected as many in both lists") { SameOrder([a, b], [a]) }
    expectRefusal(nil) {
      SameOrder([a, b], [b, a])
      Alternative(a, of: [])
      Span(a, of: [])
      Reservoir([a.step(1, at: .start), a.step(1, at: .start)])
      Usage([a.pulse(1), a.pulse(1)], capacity: 1)
    }
  }

  @Test func setupTimes() {
    func setup(_ types: [Int], _ times: [[Int]], _ initial: [Int]? = nil, from origin: Int = 0) -> NoOverlap {
      NoOverlap([a, b], setup: SetupTimes(types: types, times: times, initial: initial, from: origin))
    }
    expectRefusal(nil) { setup([1, 0], [[0, 3], [4, 0]], [1, 2], from: -5) }
    expectRefusal("the setup times are no square matrix; expected 2 columns in each row") {
      setup([0, 0], [[0], [1, 2]])
    }
    expectRefusal("setup times for 3 intervals; expected one type for each of 2") { setup([0, 0, 0], [[0]]) }
    expectRefusal("a setup type of 2; expected 0 to 1") { setup([0, 2], [[0, 1], [1, 0]]) }
    expectRefusal("a setup type of -1; expected 0 to 1") { setup([0, -1], [[0, 1], [1, 0]]) }
    expectRefusal("initial setup times for 1 types; expected one for each of 2") {
      setup([0, 1], [[0, 1], [1, 0]], [3])
    }
    expectRefusal("a setup time of -1 ticks; expected 0...1000000000") { setup([0, 1], [[0, -1], [1, 0]]) }
    expectRefusal("a setup time of 2000000000 ticks") { setup([0, 0], [[0]], [2_000_000_000]) }
    expectRefusal("the initial setup from 2000000000") { setup([0, 0], [[0]], from: 2_000_000_000) }
  }

  @Test func setupTimesBetweenValuesOfTheUsersOwn() {
    let times = SetupTimes(
      between: ["red", "blue", "red"], initial: { $0.count }, from: 2, time: { $0 == $1 ? 0 : $0.count })
    #expect(times == SetupTimes(types: [0, 1, 0], times: [[0, 3], [4, 0]], initial: [3, 4], from: 2))
    #expect(times != SetupTimes(types: [0, 1, 0], times: [[0, 3], [4, 0]], initial: [3, 4]))
    #expect(times.time(from: 1, to: 0) == 4 && times.typeCount == 2)
    #expect(NoOverlap([a], setup: times) != NoOverlap([a]))
  }

  @Test func intervalsOfAnotherModel() {
    let other = Model()
    let strangers = (0..<5).map { _ in other.interval(lasting: 1) }
    expectRefusal("interval 4 does not exist; this model has 2 intervals") {
      Usage([strangers[4].pulse(1)], capacity: 1)
    }
    expectRefusal("interval 4 does not exist") { Reservoir([strangers[4].step(1, at: .end)]) }
    expectRefusal("interval 4 does not exist") { Alternative(strangers[4], of: []) }
    expectRefusal("interval 4 does not exist") { Span(a, of: [strangers[4]]) }
    expectRefusal("interval 4 does not exist") { SameOrder([a], [strangers[4]]) }
    expectRefusal("variable 9 does not exist") { Usage([a.pulse(IntegerExpression(.integer(9)))], capacity: 1) }
  }

  @Test func constraintsStaySmall() {
    #expect(MemoryLayout<Constraint>.stride <= 24)
    #expect(MemoryLayout<NoOverlap>.stride == 16)
  }
}
