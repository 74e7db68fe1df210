import ApusModel
import ApusTestSupport
import Foundation
import Testing

@Suite struct ModelFormatTests {
  private func json(_ model: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(model), as: UTF8.self)
  }

  private func read(_ text: String) throws -> ModelData {
    try JSONDecoder().decode(ModelData.self, from: Data(text.utf8))
  }

  @Test(arguments: [[], RandomModel.Kind.allCases]) func aModelReadBackIsWrittenTheSame(
    _ kinds: [RandomModel.Kind]
  ) throws {
    for seed in 0..<500 {
      let model = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: kinds))
      let first = try json(model)
      let copy = try read(first)
      #expect(try json(copy) == first)
      // The text could leave the same thing out twice; the definitions would notice.
      var random = SplitMix64(seed: seed)
      for _ in 0..<5 {
        let assignment = RandomModel.assignment(for: model, using: &random)
        #expect(
          Enumeration.isSolution(assignment, of: model) == Enumeration.isSolution(assignment, of: copy), "seed \(seed)")
        #expect(Enumeration.objective(of: model, in: assignment) == Enumeration.objective(of: copy, in: assignment))
      }
      #expect(copy.groups == model.groups && copy.name == model.name && copy.objective?.sense == model.objective?.sense)
      #expect(copy.intervals == model.intervals && copy.integers == model.integers)
      #expect(model.intervals.indices.allSatisfy { copy.nameOfInterval($0) == model.nameOfInterval($0) })
      #expect(model.integers.indices.allSatisfy { copy.nameOfInteger($0) == model.nameOfInteger($0) })
    }
  }

  @Test func theFormatIsTheDocumentedOne() throws {
    let model = Model("shop")
    let late = model.boolean("late")
    let paint = model.interval(lasting: 3, within: 0...20, "paint")
    let dry = model.optionalInterval(lasting: 4...6, ifPresent: !late)
    model.require("order") {
      paint.precedes(dry)
      paint.link(to: dry, from: .start, to: .end, lag: -2)
    }
    model.require("machine") { NoOverlap([paint, dry]) }
    model.require("budget") {
      2 * IntegerExpression(late) + max(0, dry.end - 4) <= 6
      dry.length == 5
      anyOf(late, !late, .true)
    }
    model.minimize(.makespan)
    let expected = """
      {"format":"apus-model","groups":[\
      {"constraints":[{"precedence":{"after":1,"before":0}},\
      {"precedence":{"after":1,"before":0,"from":"start","lag":-2,"to":"end"}}],"name":"order"},\
      {"constraints":[{"noOverlap":[0,1]}],"name":"machine"},\
      {"constraints":[{"linear":{"constant":-6,"relation":"<=","terms":[[2,{"integer":0}],\
      [1,{"max":[0,{"constant":-4,"terms":[[1,{"end":1}]]}]}]]}},\
      {"linear":{"constant":-5,"relation":"==","terms":[[1,{"length":1}]]}},\
      {"clause":[0,{"not":0},true]}],"name":"budget"}],\
      "integers":[{"max":1,"min":0,"name":"late"}],\
      "intervals":[{"end":[0,20],"length":3,"name":"paint","start":[0,20]},{"length":[4,6],"presence":{"not":0}}],\
      "name":"shop","objective":{"minimize":"makespan"},"version":1}
      """
    #expect(try json(model) == expected)
    #expect(try json(JSONDecoder().decode(Model.self, from: Data(expected.utf8))) == expected)
  }

  @Test func resourcesAndChoiceAreWrittenAsDocumented() throws {
    let model = Model("plant")
    let power = model.integer(0...3, "power")
    let (a, b) = (model.interval(lasting: 3), model.interval(lasting: 2))
    let c = model.optionalInterval(lasting: 3, ifPresent: .true)
    model.require("resources") {
      Usage([a.pulse(2), b.pulse(power)], capacity: 4)
      Usage([a.pulse(1)], capacity: 0, steps: [(from: 8, capacity: 2), (from: 17, capacity: 0)])
      Reservoir([a.step(5, at: .end), b.step(-3, at: .start)], initial: 2, minimum: 0, maximum: 10)
      Reservoir([])
    }
    model.require("choice") {
      Alternative(a, of: [c])
      Span(a, of: [b, c])
      SameOrder([a, b], [c, b])
    }
    model.require("setup") {
      NoOverlap([a, b], setup: SetupTimes(types: [0, 1], times: [[0, 5], [3, 0]]))
      NoOverlap([a, b], setup: SetupTimes(types: [0, 1], times: [[0, 5], [3, 0]], initial: [2, 4], from: 6))
    }
    let expected = """
      {"format":"apus-model","groups":[{"constraints":[\
      {"usage":{"capacity":4,"members":[{"demand":2,"interval":0},{"demand":{"integer":0},"interval":1}]}},\
      {"usage":{"capacity":0,"members":[{"demand":1,"interval":0}],\
      "steps":[{"capacity":2,"from":8},{"capacity":0,"from":17}]}},\
      {"reservoir":{"initial":2,"max":10,"min":0,"steps":[{"amount":5,"at":"end","interval":0},\
      {"amount":-3,"at":"start","interval":1}]}},\
      {"reservoir":{"steps":[]}}],"name":"resources"},\
      {"constraints":[{"alternative":{"main":0,"members":[2]}},{"span":{"main":0,"members":[1,2]}},\
      {"sameOrder":[[0,1],[2,1]]}],"name":"choice"},\
      {"constraints":[{"noOverlap":{"intervals":[0,1],"setup":{"times":[[0,5],[3,0]],"types":[0,1]}}},\
      {"noOverlap":{"intervals":[0,1],\
      "setup":{"from":6,"initial":[2,4],"times":[[0,5],[3,0]],"types":[0,1]}}}],"name":"setup"}],\
      "integers":[{"max":3,"min":0,"name":"power"}],"intervals":[{"length":3},{"length":2},{"length":3}],\
      "name":"plant","version":2}
      """
    #expect(try json(model) == expected)
    #expect(try json(read(expected)) == expected)
    // An object without setup times is the same as the array.
    let plain = expected.replacing(#","setup":{"times":[[0,5],[3,0]],"types":[0,1]}"#, with: "")
    #expect(try json(read(plain)).contains(#"{"noOverlap":[0,1]}"#))
  }

  @Test func theVersionIsTheFirstThatSuffices() throws {
    let model = Model()
    let task = model.interval(lasting: 1)
    model.require(.noOverlap(NoOverlap([task])))
    #expect(try json(model).contains("\"version\":1"))
    model.require(.span(Span(task, of: [])))
    #expect(try json(model).contains("\"version\":2"))
    #expect(try read(#"{"format": "apus-model", "version": 2}"#).constraints.isEmpty)
  }

  @Test func defaultsMayBeLeftOut() throws {
    let model = try read(#"{"format": "apus-model", "version": 1, "intervals": [{"length": 2}]}"#)
    #expect(model.name == "model" && model.groups.isEmpty && model.objective == nil)
    let window = 0...IntervalDomain.horizon
    #expect(model.intervals == [IntervalDomain(start: window, end: window, length: 2...2)])
  }

  @Test func aModelThatIsNotValidIsNotWritten() {
    let model = Model()
    let x = model.integer(0...1)
    model.require("wide") { Int.max * (2 * x) <= 0 }
    #expect { try json(model) } throws: { error in
      guard case EncodingError.invalidValue(_, let context) = error else { return false }
      return context.debugDescription.contains("group \"wide\"")
    }
  }
}
