import ApusModel
import Testing

@testable import ApusEngine

/// What the engine cannot do yet it refuses by the name of the group; what it can do stays as it is.
@Suite struct UnsupportedTests {
  private let model = Model()
  private let a: Interval
  private let b: Interval

  init() { (a, b) = (model.interval(lasting: 1), model.interval(lasting: 2)) }

  private func refusal(@ConstraintBuilder _ constraints: () -> [Constraint]) -> String? {
    let copy = Model(model.data)
    copy.require("g", constraints)
    do throws(ModelError) {
      _ = try Compiler.compile(copy.data, options: EngineOptions())
      return nil
    } catch { return error.description }
  }

  @Test func kindsWithoutAPropagator() {
    let end = "is not yet supported by the native engine"
    #expect(refusal { Usage([a.pulse(1)], capacity: 1) } == nil)
    #expect(refusal { Reservoir([a.step(1, at: .end)]) } == nil)
    #expect(refusal { Alternative(a, of: [b]) } == nil)
    #expect(refusal { Span(a, of: [b]) } == nil)
    #expect(refusal { SameOrder([a], [b]) } == "group \"g\": SameOrder \(end)")
    let setup = SetupTimes(types: [0, 0], times: [[1]])
    #expect(refusal { NoOverlap([a, b], setup: setup) } == nil)
    #expect(refusal { NoOverlap([a, b]) } == nil)
  }
}
