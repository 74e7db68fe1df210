import ApusProblems
import Foundation
import Testing

/// Answers, statuses and files of a solve.
@Suite(.serialized) struct AnswerTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  /// The keys of a JSON object of one line without nested objects, in order.
  private func keys(_ line: String) -> [String] {
    line.matches(of: /[{,]"([A-Za-z0-9]+)":/).map { String($0.1) }
  }

  private static let keys = [
    "version", "instance", "family", "status", "objective", "bound", "gap", "seconds", "secondsToBest", "backend",
    "solutionBy", "boundBy", "threads", "seed", "verified",
  ]

  @Test func jsonIsExactlyOneObjectWithTheKeysInOrder() throws {
    let result = try Apus.run("solve", "ft06", "--json", "-j", "1", in: folder)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        "{\"version\":1,\"instance\":\"ft06\",\"family\":\"jobshop\",\"status\":\"optimal\",\"objective\":55,\"bound\":55,\"gap\":0.0,"
      ))
    #expect(result.output.split(separator: "\n").count == 1 && keys(result.output) == Self.keys)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["verified"] as? Bool == true && object["threads"] as? Int == 1)
  }

  @Test func workTakesTheTimesAway() throws {
    let result = try Apus.run("solve", "ft06", "--json", "--work", "1000000", in: folder)
    #expect(keys(result.output) == Self.keys + ["work"])
    #expect(result.output.contains("\"seconds\":null,\"secondsToBest\":null,"))
  }

  @Test func aFeasibleAnswerEndsWithTen() throws {
    let result = try Apus.run("solve", "ft10", "--backend", "heuristic", "--json", in: folder)
    #expect(result.status == 10 && result.output.contains("\"status\":\"feasible\",\"objective\":1007,\"bound\":808,"))
    let first = try Apus.run("solve", "ft10", "--until", "first", in: folder)
    #expect(first.status == 10)
  }

  @Test func theSolutionFileIsCompleteAndRight() throws {
    let result = try Apus.run(
      "solve", "ft06", "-o", "s.json", "--gantt", "s.svg", "--events", "e.ndjson", "-q", in: folder)
    #expect(result.status == 0 && result.errors.isEmpty)
    let file = try SolutionFile(contentsOf: folder.url.appending(path: "s.json"))
    #expect(file.instance == "ft06" && file.family == "jobshop" && file.status == .optimal && file.objective == 55)
    #expect(file.command == "apus solve ft06" && file.apus == "0.1.0" && file.tasks.count == 36)
    #expect(try #require(JobShop.named("ft06")).violations(of: file).isEmpty)
    #expect(try folder.read("s.svg").hasPrefix("<svg"))
    let check = try Apus.run("check", "ft06", "s.json", in: folder)
    #expect(check.status == 0 && check.output == "s.json: right, makespan 55\n")
    // Nothing else is left behind.
    #expect(folder.names == ["e.ndjson", "s.json", "s.svg"])
  }

  @Test func eventsAreObjectsFromStartToDone() throws {
    _ = try Apus.run("solve", "ft06", "--events", "e.ndjson", "-q", in: folder)
    let lines = try folder.read("e.ndjson").split(separator: "\n").map(String.init)
    for line in lines {
      #expect(Array(keys(line).prefix(5)) == ["event", "t", "objective", "bound", "strategy"])
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
    #expect(lines[0].contains("\"event\":\"start\"") && lines[lines.count - 1].contains("\"event\":\"done\""))
    #expect(lines.contains { $0.contains("\"event\":\"solution\"") })
  }

  @Test func theAnswerIsOnTheOutputAndTheLogIsNot() throws {
    let result = try Apus.run("solve", "ft06", in: folder)
    #expect(result.output.hasPrefix("ft06: makespan 55, optimal, proven by "))
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.errors.contains("#1 ") && result.errors.contains("best:55"))
    #expect(try Apus.run("solve", "ft06", "-q", in: folder).errors.isEmpty)
  }

  @Test func aStartIsKept() throws {
    _ = try Apus.run("solve", "ft06", "-o", "s.json", "-q", in: folder)
    let result = try Apus.run("solve", "ft06", "--from", "s.json", "--until", "first", "--json", in: folder)
    #expect(result.output.contains("\"objective\":55,"))
    let other = try Apus.run("solve", "la01", "--from", "s.json", in: folder)
    #expect(other.status == 65 && other.output.isEmpty && other.errors.hasPrefix("s.json: "))
  }

  @Test(arguments: [1, 2]) func theSameWorkGivesTheSameBytes(threads: Int) throws {
    var runs: Set<[String]> = []
    for _ in 0..<3 {
      let result = try Apus.run(
        "solve", "ta21", "-j", "\(threads)", "--deterministic", "--work", "9000000", "--seed", "3", "--json", "-q",
        "-o",
        "s.json", "--events", "e.ndjson", in: folder)
      let events = try folder.read("e.ndjson")
      #expect(events.contains("\"strategy\":\"tabu\""), "the search for better schedules takes part")
      runs.insert([result.output, try folder.read("s.json"), events])
    }
    #expect(runs.count == 1)
  }

  @Test func limitsAreKept() throws {
    let clock = ContinuousClock()
    var result: Apus.Result?
    let time = try clock.measure { result = try Apus.run("solve", "ta41", "-t", "1", "--json", "-q", in: folder) }
    #expect(result?.status == 10 && time < .seconds(2))
    let memory = try Apus.run("solve", "ta41", "--memory", "1M", "-t", "20", "-q", in: folder)
    #expect([10, 30].contains(memory.status) && memory.errorLines.count == 1 && memory.errors.contains("memory limit"))
  }
}
