import Foundation
import Testing

/// `apus check` and `apus info`.
@Suite(.serialized) struct CheckAndInfoTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    _ = try Apus.run("solve", "ft06", "-o", "s.json", "-q", in: folder)
  }

  @Test func anotherInstanceIsNoticed() throws {
    let result = try Apus.run("check", "la01", "s.json", in: folder)
    #expect(result.status == 1 && result.output.contains("sha256") && result.output.contains("'ft06'"))
  }

  @Test func everyViolationIsALine() throws {
    let text = try folder.read("s.json").replacing("\"objective\":55", with: "\"objective\":54")
    try folder.write(text, to: "w.json")
    let plain = try Apus.run("check", "ft06", "w.json", in: folder)
    #expect(
      plain.status == 1 && plain.output.contains("objective: the objective is 54, but the makespan is 55: off by 1\n"))
    #expect(plain.output.hasSuffix("w.json: wrong, 2 violations\n"))
    let json = try Apus.run("check", "ft06", "w.json", "--json", in: folder)
    #expect(
      json.status == 1
        && json.output.hasPrefix("{\"version\":1,\"instance\":\"ft06\",\"family\":\"jobshop\",\"right\":false,"))
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    let right = try Apus.run("check", "ft06", "s.json", "--json", in: folder)
    #expect(right.status == 0 && right.output.hasSuffix("\"right\":true,\"objective\":55,\"violations\":[]}\n"))
  }

  @Test func whatIsKnownWithoutSearch() throws {
    let plain = try Apus.run("info", "ft10", in: folder)
    #expect(plain.status == 0 && plain.errors.isEmpty)
    for fact in ["10 jobs, 10 machines, 100 operations", "2 to 99", "655", "808", "1007", "930", "job shop, exact"] {
      #expect(plain.output.contains(fact))
    }
    let json = try Apus.run("info", "ft10", "--json", in: folder)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["bound"] as? Int == 808 && object["optimum"] as? Int == 930)
    #expect((object["size"] as? [String: Int])?["operations"] == 100)
  }
}
