import ApusModel
import Testing

@testable import ApusEngine

/// Every kind of constraint compiles; what does not fit the engine's numbers is refused by the name of the group.
@Suite struct KindTests {
  private let model = Model()
  private let a: Interval
  private let b: Interval

  init() { (a, b) = (model.interval(lasting: 1, within: 0...10), model.interval(lasting: 2, within: 0...10)) }

  private func refusal(@ConstraintBuilder _ constraints: () -> [Constraint]) -> String? {
    let copy = Model(model.data)
    copy.require("g", constraints)
    do throws(ModelError) {
      _ = try Compiler.compile(copy.data, options: EngineOptions())
      return nil
    } catch { return error.description }
  }

  @Test func everyKindCompiles() {
    #expect(refusal { Usage([a.pulse(1)], capacity: 1) } == nil)
    #expect(refusal { Reservoir([a.step(1, at: .end)], maximum: 1) } == nil)
    #expect(refusal { Alternative(a, of: [b]) } == nil)
    #expect(refusal { Span(a, of: [b]) } == nil)
    #expect(refusal { SameOrder([a], [b]) } == nil)
    #expect(refusal { NoOverlap([a, b], setup: SetupTimes(types: [0, 0], times: [[1]])) } == nil)
    #expect(refusal { NoOverlap([a, b]) } == nil)
  }

  @Test func numbersBeyondTheEngineAreRefusedByName() {
    let most = 1 << 62
    #expect(
      refusal { Reservoir([a.step(most, at: .end)], minimum: 0, maximum: 1) }
        == "group \"g\": its level could lie anywhere in 0...\(most), beyond 62 bits")
    let long = model.interval(lasting: 60_000_000)
    let setup = SetupTimes(types: [0, 0], times: [[IntervalDomain.horizon]])
    #expect(refusal { NoOverlap([long, b], setup: setup) }?.hasPrefix("group \"g\": the value 1060000000 is") == true)
    // A setup that fits is no different from any other that is too long for the tasks.
    #expect(refusal { NoOverlap([a, b], setup: setup) } == nil)
  }

  /// Limits that no level can reach, at either end of 64 bits, say nothing or everything.
  @Test func limitsBeyondAllLevels() throws {
    func isConsistent(_ reservoir: Reservoir) throws -> Bool {
      let copy = Model(model.data)
      copy.require("g") { reservoir }
      return try Compiler.compile(copy.data, options: EngineOptions()).isConsistent
    }
    let steps = [a.step(2, at: .end), b.step(-1, at: .start)]
    #expect(try isConsistent(Reservoir(steps, minimum: .min, maximum: .max)))
    #expect(try !isConsistent(Reservoir(steps, minimum: .max)))
    #expect(try !isConsistent(Reservoir(steps, maximum: .min)))
    #expect(try !isConsistent(Reservoir([], initial: 3, maximum: 2)))
  }
}
