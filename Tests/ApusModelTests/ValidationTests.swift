import ApusModel
import Testing

/// What `validate()` refuses, and by which name.
@Suite struct ValidationTests {
  private let model = Model()

  private func expectRefusal(_ culprit: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation) {
    do throws(ModelError) {
      try model.data.validate()
      Issue.record("the model was not refused", sourceLocation: sourceLocation)
    } catch {
      #expect(error.culprit == culprit, sourceLocation: sourceLocation)
      #expect(error.message.contains(message), "\(error)", sourceLocation: sourceLocation)
    }
  }

  @Test func overflowIsRefusedWithTheNameOfTheGroup() {
    let x = model.integer(0...1)
    model.require("fine") { x <= 1 }
    model.require("wide") {
      x <= 1
      Int.max * x + Int.max + 1 <= 0
    }
    expectRefusal("group \"wide\", member 2", "beyond 64 bits")
  }

  @Test func overflowInsideAMaximumAndInTheObjective() {
    let x = model.integer(0...1)
    model.minimize(max(0, Int.max * (2 * x)))
    expectRefusal("objective", "beyond 64 bits")
  }

  @Test func lengthsAndWindows() {
    _ = model.interval(lasting: 3)
    _ = model.interval(lasting: -1...2, "backwards")
    _ = model.interval(lasting: 1, within: 0...Int.max, "later")
    expectRefusal("backwards", "must lie in 0...1000000000")
  }

  @Test func theEndsWindowToo() {
    var data = ModelData(name: "ends")
    data.addInterval(IntervalDomain(start: 0...9, end: 0...2_000_000_000, length: 1...1), name: "late")
    #expect(throws: ModelError.self) { try data.validate() }
  }

  @Test func variablesOfAnotherModel() {
    let other = Model()
    _ = other.interval(lasting: 1)
    let stranger = other.interval(lasting: 1)
    let task = model.interval(lasting: 1)
    model.require("order") { task.precedes(stranger) }
    expectRefusal("group \"order\"", "interval 1 does not exist; this model has 1 intervals")
  }

  @Test func literalsOfIntegersThatAreNotBoolean() {
    let other = Model()
    let literal = other.boolean()
    _ = model.integer(0...5, "crews")
    _ = model.optionalInterval(lasting: 1, ifPresent: literal, "visit")
    expectRefusal("visit", "crews is used as a Boolean but its domain is 0...5")
  }

  @Test func lags() {
    let (a, b) = (model.interval(lasting: 1), model.interval(lasting: 1))
    model.require("long") { a.precedes(b, lag: -2_000_000_000) }
    #expect(throws: Never.self) { try model.data.validate() }
    model.require("longer") { a.precedes(b, lag: Int.min...Int.max) }
    expectRefusal("group \"longer\", member 1", "a lag of -9223372036854775808 ticks")
  }

  @Test func anIntervalTwiceInOneNoOverlap() {
    let task = model.interval(lasting: 1)
    model.require(.noOverlap(NoOverlap([task, task])))
    expectRefusal("constraint", "listed twice")
  }

  @Test func anEmptyMaximum() {
    model.require("peak") { IntegerExpression(.maximum([])) <= 3 }
    expectRefusal("group \"peak\"", "the maximum of no expressions has no value")
  }

  @Test func aConstraintIsSmall() {
    #expect(MemoryLayout<Constraint>.stride <= 32)
    #expect(MemoryLayout<Interval>.stride == 8)
  }
}
