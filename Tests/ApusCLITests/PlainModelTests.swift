import ApusProblems
import Foundation
import Testing

/// Plain models through the command line.
@Suite(.serialized) struct PlainModelTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  private static let model = """
    {"format":"apus-model","version":1,"name":"two tasks",
     "integers":[{"name":"outsourced","min":0,"max":1}],
     "intervals":[{"name":"paint","length":3,"end":[0,20]},{"name":"dry","length":[4,6],"presence":{"not":0}}],
     "groups":[{"name":"order","constraints":[{"precedence":{"before":0,"after":1,"lag":1}}]},
               {"name":"machine","constraints":[{"noOverlap":[0,1]}]}],
     "objective":{"minimize":{"terms":[[1,"makespan"],[COST,{"integer":0}]]}}}
    """

  private func solve(cost: Int) throws -> SolutionFile {
    try folder.write(Self.model.replacing("COST", with: "\(cost)"), to: "m.json")
    let result = try Apus.run("solve", "m.json", "-o", "s.json", "-q", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Apus.run("check", "m.json", "s.json", in: folder).status == 0)
    return try SolutionFile(contentsOf: folder.url.appending(path: "s.json"))
  }

  @Test func variablesByName() throws {
    let file = try solve(cost: 9)
    #expect(file.variables == ["outsourced": 0, "paint.start": 0, "paint.end": 3, "dry.start": 4, "dry.end": 8])
    #expect(file.tasks.isEmpty && file.family == "model" && file.instance == "m" && file.objective == 8)
  }

  @Test func absentIntervalsHaveNoKeys() throws {
    #expect(try solve(cost: 1).variables == ["outsourced": 1, "paint.start": 0, "paint.end": 3])
  }

  @Test func wrongValuesAreNamed() throws {
    _ = try solve(cost: 9)
    try folder.write(try folder.read("s.json").replacing("\"dry.start\":4", with: "\"dry.start\":3"), to: "w.json")
    let early = try Apus.run("check", "m.json", "w.json", in: folder)
    #expect(early.status == 1 && early.output.contains("group \"order\""))
    try folder.write(try folder.read("s.json").replacing("\"outsourced\":0", with: "\"insourced\":0"), to: "w.json")
    let unknown = try Apus.run("check", "m.json", "w.json", in: folder)
    #expect(unknown.output.contains("\"outsourced\" is not in the solution"))
    #expect(unknown.output.contains("\"insourced\" is not a variable of the model"))
  }

  @Test func infeasibleEndsWithTwenty() throws {
    try folder.write(
      """
      {"format":"apus-model","version":1,"integers":[{"name":"x","min":0,"max":1}],
       "groups":[{"name":"both","constraints":[{"clause":[0]},{"clause":[{"not":0}]}]}]}
      """, to: "m.json")
    let result = try Apus.run("solve", "m.json", "--json", "-o", "s.json", in: folder)
    #expect(result.status == 20 && !folder.exists("s.json"))
    #expect(result.output.contains("\"status\":\"infeasible\",\"objective\":null,\"bound\":null,\"gap\":null,"))
    #expect(result.output.contains("\"verified\":null}"))
  }

  @Test func unknownEndsWithThirty() throws {
    _ = try solve(cost: 9)
    let result = try Apus.run("solve", "m.json", "--backend", "heuristic", "--json", in: folder)
    #expect(result.status == 30 && result.output.contains("\"status\":\"unknown\""))
  }

  /// Resources, choice and orders in one model: checked, solved and written again.
  @Test func resourcesAndChoiceAreChecked() throws {
    try folder.write(
      """
      {"format":"apus-model","version":2,"name":"plant",
       "intervals":[{"name":"cut","length":[0,9]},{"name":"saw","length":4,"presence":0},{"name":"mill","length":3,"presence":1},
                    {"name":"pack","length":2},{"name":"all","length":[0,99]}],
       "integers":[{"name":"by saw","min":0,"max":1},{"name":"by mill","min":0,"max":1}],
       "groups":[{"name":"mode","constraints":[{"alternative":{"main":0,"members":[1,2]}}]},
                 {"name":"phase","constraints":[{"span":{"main":4,"members":[0,3]}}]},
                 {"name":"crew","constraints":[{"usage":{"members":[{"interval":0,"demand":2},{"interval":3,"demand":1}],
                   "capacity":2,"steps":[{"from":20,"capacity":0}]}}]},
                 {"name":"parts","constraints":[{"reservoir":{"steps":[{"interval":0,"at":"end","amount":1},
                   {"interval":3,"at":"start","amount":-1}],"min":0}}]},
                 {"name":"flow","constraints":[{"sameOrder":[[0,3],[4,3]]}]},
                 {"name":"setup","constraints":[{"noOverlap":{"intervals":[0,3],
                   "setup":{"types":[0,1],"times":[[0,2],[1,0]]}}}]}],
       "objective":{"minimize":"makespan"}}
      """, to: "m.json")
    func check(_ replaced: String = "", with replacement: String = "") throws -> Apus.Result {
      let variables = """
        {"by saw":0,"by mill":1,"cut.start":0,"cut.end":3,"mill.start":0,"mill.end":3,"pack.start":5,"pack.end":7,
         "all.start":0,"all.end":7}
        """
      let text = replaced.isEmpty ? variables : variables.replacing(replaced, with: replacement)
      try folder.write(
        """
        {"format":"apus-solution","version":1,"instance":"m","sha256":null,"family":"model","status":"feasible",
         "objective":7,"bound":0,"command":"","seed":0,"apus":"0.1.0","tasks":[],"variables":\(text)}
        """, to: "s.json")
      return try Apus.run("check", "m.json", "s.json", in: folder)
    }
    let right = try check()
    #expect(right.status == 0, "\(right.output)\(right.errors)")
    let late = try check("\"mill.end\":3", with: "\"mill.end\":4")
    #expect(late.status == 1 && late.output.contains("group \"mode\": mill [0, 4) stands for cut [0, 3)"))
    let early = try check("\"pack.start\":5", with: "\"pack.start\":4")
    #expect(early.output.contains("group \"setup\": pack [4, 7) starts before 5, 2 ticks of setup after cut [0, 3)"))
    let solved = try Apus.run("solve", "m.json", "-q", "--json", in: folder)
    #expect(solved.status == 0 && solved.output.contains("\"objective\":7,\"bound\":7,"), "\(solved)")
    #expect(try Apus.run("convert", "m.json", "--to", "model", in: folder).output.contains("\"version\":2"))
  }

  @Test func equalNamesGetNumbers() throws {
    try folder.write(
      """
      {"format":"apus-model","version":1,"integers":[{"name":"a","min":1,"max":1},{"name":"a","min":2,"max":2}],
       "intervals":[{"name":"t","length":1},{"name":"t","length":2},{"length":3}],"objective":{"minimize":"makespan"}}
      """, to: "m.json")
    #expect(try Apus.run("solve", "m.json", "-o", "s.json", "-q", in: folder).status == 0)
    let file = try SolutionFile(contentsOf: folder.url.appending(path: "s.json"))
    let keys = ["a", "a#2", "interval 2.end", "interval 2.start", "t#2.end", "t#2.start", "t.end", "t.start"]
    #expect(try #require(file.variables).keys.sorted() == keys)
  }

  @Test func aShopAsAModelHasTheSameOptimum() throws {
    #expect(try Apus.run("convert", "ft06", "--to", "model", "-o", "m.json", in: folder).status == 0)
    #expect(
      try Apus.run("solve", "m.json", "-q", "--json", in: folder).output.contains("\"objective\":55,\"bound\":55,"))
    #expect(try Apus.run("info", "m.json", in: folder).output.contains("job shop, exact"))
    // Written again it is the same, byte for byte.
    #expect(try Apus.run("convert", "m.json", "--to", "model", in: folder).output == folder.read("m.json"))
    #expect(try Apus.run("convert", "m.json", "--to", "jobshop", in: folder).status == 65)
  }
}
