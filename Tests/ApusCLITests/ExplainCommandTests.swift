import ApusProblems
import Foundation
import Testing

/// Reasons and several solutions through the command line.
@Suite(.serialized) struct ExplainCommandTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try folder.write(Self.model(deadline: 20), to: "plan.json")
    try folder.write(Self.model(deadline: 10), to: "late.json")
  }

  /// Paint for 5 ticks, wait for 2, dry for 4; a third task may be left out.
  private static func model(deadline: Int) -> String {
    """
    {"format":"apus-model","version":1,"name":"plan","integers":[{"name":"extra","min":0,"max":1}],
     "intervals":[{"name":"paint","length":5},{"name":"dry","length":4},{"name":"more","length":3,"presence":0}],
     "groups":[{"name":"order","constraints":[{"precedence":{"before":0,"after":1,"lag":2}}]},
               {"name":"machine","constraints":[{"noOverlap":[0,1,2]}]},
               {"name":"deadline","constraints":[
                 {"linear":{"terms":[[1,{"end":1}]],"constant":-\(deadline),"relation":"<="}}]}],
     "objective":{"minimize":{"terms":[[1,"makespan"]]}}}
    """
  }

  @Test func anInfeasibleModelIsExplained() throws {
    let result = try Apus.run("explain", "late.json", in: folder)
    #expect(result.status == 20)
    #expect(result.output.contains("each is needed"))
    #expect(result.output.contains("order\n    end(paint) + 2 <= start(dry)\n  deadline\n    end(dry) <= 10\n"))
    let json = try Apus.run("explain", "late.json", "--json", "--repair", in: folder)
    #expect(json.status == 20)
    #expect(json.output.contains("\"status\":\"infeasible\",\"minimal\":true"))
    #expect(json.output.contains("\"smallest\":true,\"weight\":1,\"least\":true"))
    #expect(json.output.contains("\"amount\":1"))
  }

  @Test func aFeasibleModelIsSaidToBe() throws {
    let result = try Apus.run("explain", "plan.json", in: folder)
    #expect(result.status == 0 && result.output.contains("there is a solution"))
  }

  @Test(arguments: [
    ("start(dry) <= 6", 20, "order"), ("start(dry) <= 7", 0, "dry [7, 11)"), ("objective < 11", 20, "order"),
    ("present(more)", 0, "more ["), ("not present(more)", 0, "more absent"), ("!present(more)", 0, "more absent"),
    ("end(dry) - start(paint) = 11", 0, "dry ["), ("2*start(paint) + 3 >= 2 end(dry)", 20, "order"),
    ("extra == 1", 0, "more ["), ("start(more) <= 3", 0, "more ["), ("length(dry) == 5", 20, "--why-not"),
  ])
  func conditionsAreRead(condition: String, status: Int, text: String) throws {
    let result = try Apus.run("explain", "plan.json", "--why-not", condition, in: folder)
    #expect(result.status == Int32(status), "\(condition): \(result.output)\(result.errors)")
    #expect(result.output.contains(text), "\(condition): \(result.output)")
  }

  @Test(arguments: [
    "", "start(dry", "start(dry) < ", "start(wet) <= 3", "start(dry) 3", "<= 3", "start(dry) <= 99999999999999999999",
    "stop(dry) <= 3", "nothing <= 3", "start(dry) <= 3 <= 4", "not start(dry) <= 3", "present(dry) present(dry)",
    "((((",
  ])
  func whatIsNoConditionIsRefusedOnOneLine(condition: String) throws {
    let result = try Apus.run("explain", "plan.json", "--why-not", condition, in: folder)
    #expect(result.status == 64 && result.output.isEmpty, "\(condition): \(result.output)")
    #expect(result.errorLines.count == 1 && result.errors.contains("column"), "\(condition): \(result.errors)")
  }

  @Test func allSolutionsAreLinesThatCheckAccepts() throws {
    // Both tasks in order within the deadline of 11, and a third one or not.
    try folder.write(
      Self.model(deadline: 12).replacing("\"length\":3,", with: "\"length\":3,\"end\":[0,15],"), to: "m.json")
    let result = try Apus.run("solve", "m.json", "--all", "-o", "all.ndjson", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let lines = try folder.read("all.ndjson").split(separator: "\n").map(String.init)
    #expect(Set(lines).count == lines.count && lines.count > 3)
    #expect(result.errors.contains("\(lines.count) solutions, all there are"))
    for line in lines {
      try folder.write(line, to: "one.json")
      #expect(try Apus.run("check", "m.json", "one.json", in: folder).status == 0)
    }
    let two = try Apus.run("solve", "m.json", "--all", "--count", "2", "-q", in: folder)
    #expect(two.status == 0 && two.output.split(separator: "\n").count == 2)
    #expect(try Apus.run("solve", "late.json", "--all", "-q", in: folder).status == 20)
  }

  @Test func aPoolIsOfGoodSolutionsThatDiffer() throws {
    let result = try Apus.run("solve", "plan.json", "--pool", "3", "--pool-gap", "30%", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3 && Set(lines).count == 3)
    #expect(lines[0].contains("\"objective\":11,"))
    #expect(try Apus.run("solve", "plan.json", "--pool", "3", "--all", in: folder).status == 64)
  }

  @Test func aWrongSolutionFileIsRepairedAndTheLogSaysSo() throws {
    #expect(try Apus.run("solve", "ft06", "-o", "best.json", "-q", in: folder).status == 0)
    let text = try folder.read("best.json")
    let times = try #require(text.firstMatch(of: /"start":(\d+),"end":(\d+)/))
    let (start, end) = (try #require(Int(times.1)), try #require(Int(times.2)))
    let later = "\"start\":\(start + 70),\"end\":\(end + 70)"
    try folder.write(text.replacingCharacters(in: times.range, with: later), to: "wrong.json")
    let result = try Apus.run("solve", "ft06", "--from", "wrong.json", "--events", "e.ndjson", in: folder)
    #expect(result.status == 0 && result.errors.contains("the start was repaired"))
    #expect(try folder.read("e.ndjson").contains("\"event\":\"repair\""))
  }
}
