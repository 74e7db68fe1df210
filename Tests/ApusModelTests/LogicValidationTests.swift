import ApusModel
import Foundation
import Testing

/// What is refused of logic and integers, and what the JSON format says of it.
@Suite struct LogicValidationTests {
  private let model = Model()

  private func expectRefusal(_ message: String, sourceLocation: SourceLocation = #_sourceLocation) {
    do throws(ModelError) {
      try model.data.validate()
      Issue.record("the model was not refused", sourceLocation: sourceLocation)
    } catch { #expect(error.message.contains(message), "\(error)", sourceLocation: sourceLocation) }
  }

  @Test func rowsOfAnotherLength() {
    model.require("table") { Table([model.integer(0...1), model.integer(0...1)], rows: [[0, 1], [1]]) }
    expectRefusal("every row of a table needs 2 values")
  }

  @Test func statesThatDoNotExist() {
    model.require("word") {
      Automaton(
        [model.integer(0...1)], states: 2, initial: 0, accepting: [1], transitions: [.init(from: 0, on: 1, to: 2)])
    }
    expectRefusal("state 2 does not exist; this automaton has 2 states")
  }

  @Test func anElementOfNothing() {
    model.minimize(element(of: [Int](), at: model.integer(0...1)))
    expectRefusal("an element of no expressions")
  }

  @Test func rangesOutOfOrder() {
    model.require(.among(model.integer(0...9), [4...5, 5...6]))
    expectRefusal("must be in increasing order")
  }

  @Test func strangersDeepInside() {
    let stranger = Model()
    for _ in 0..<3 { _ = stranger.integer(0...1) }
    let far = stranger.integer(0...1)
    model.require(anyOf([model.integer(0...1) == 1, !(product(far, far) <= 3)]))
    expectRefusal("variable 3 does not exist")
  }

  @Test func overflowDeepInside() {
    let x = model.integer(0...1)
    model.require(IntegerExpression(Int.max * (2 * x) <= 3) == 1)
    expectRefusal("beyond 64 bits")
  }

  @Test func theFormatIsTheDocumentedOne() throws {
    let text = """
      {"format": "apus-model", "version": 4, "integers": [{"min": 0, "max": 9}, {"min": 0, "max": 9}, {"min": 0, "max": 1}],
       "groups": [{"constraints": [
        {"condition": {"any": [{"clause": [2]}, {"not": {"linear": {"terms": [[1, {"integer": 0}]], "constant": -3, "relation": "=="}}}]}},
        {"condition": {"among": {"value": {"integer": 1}, "ranges": [[0, 2], 5]}}},
        {"allDifferent": [{"integer": 0}, {"terms": [[1, {"integer": 1}]], "constant": 2}]},
        {"table": {"columns": [{"integer": 0}, {"integer": 1}], "rows": [[0, 2], [1, 3]]}},
        {"circuit": {"successors": [{"integer": 0}, {"integer": 1}], "skipping": true}},
        {"automaton": {"word": [{"integer": 0}], "states": 2, "initial": 0, "accepting": [1], "transitions": [[0, 5, 1]]}},
        {"linear": {"terms": [[1, {"product": [{"integer": 0}, {"integer": 1}]}], [1, {"quotient": [{"integer": 0}, 2]}],
          [1, {"remainder": [{"integer": 0}, 2]}], [1, {"element": {"of": [4, 5], "at": {"integer": 2}}}],
          [1, {"truth": {"clause": [2, {"not": 2}]}}]], "relation": "<="}}]}]}
      """
    let read = try JSONDecoder().decode(ModelData.self, from: Data(text.utf8))
    #expect(read.constraints.count == 7)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(read)
    #expect(try encoder.encode(JSONDecoder().decode(ModelData.self, from: written)) == written)
    // Each needs version 4.
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        ModelData.self, from: Data(text.replacingOccurrences(of: "\"version\": 4", with: "\"version\": 3").utf8))
    }
  }
}
