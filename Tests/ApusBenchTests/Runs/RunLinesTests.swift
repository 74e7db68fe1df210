import ApusBench
import Testing

@Suite struct RunLinesTests {
  static let full = RunRecord(
    suite: "classic", instance: "ft10", family: "jobshop", solver: "apus", backend: "native", status: .optimal,
    objective: 930, bound: 930, sense: .minimize, seconds: 1.25, cpuSeconds: 2.5, secondsToBest: 0.5,
    peakMemory: 12_345_678, verified: true, limit: 60, threads: 2, seed: 7, commit: "f52de4e", host: "h",
    processor: "a / \"b\"", load: 0.25, version: "0.1.0", started: "2026-03-01T12:00:00Z", error: nil)

  static func message(_ change: (inout RunRecord) -> Void) throws -> String? {
    var record = full
    change(&record)
    let text = try RunLines.line(record)
    do {
      _ = try RunLines.records(from: text, file: "runs.ndjson")
      return nil
    } catch { return error.description }
  }

  static func message(line: String) -> String? {
    do {
      _ = try RunLines.records(from: line, file: "r")
      return nil
    } catch { return error.description }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var failed = Self.full
    failed.status = .error
    failed.objective = nil
    failed.bound = nil
    failed.verified = false
    failed.error = "killed\nby ü"
    let text = try RunLines.line(Self.full) + "\n  \r\n" + RunLines.line(failed)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 4)
    #expect(try RunLines.records(from: text) == [Self.full, failed])
    let events = [
      RunEvent(run: Self.full.id, t: 0.25, objective: 1000), RunEvent(run: Self.full.id, t: 0.5, bound: 655),
    ]
    #expect(try RunLines.events(from: events.map { try RunLines.line($0) }.joined()) == events)
    #expect(Self.full.id == "classic/ft10/apus/native/7")
    #expect(try RunLines.records(from: "").isEmpty)
  }

  @Test func nullIsNothing() throws {
    let text = try RunLines.line(Self.full).replacing("\"bound\":930", with: "\"bound\":null")
    #expect(try RunLines.records(from: text).first?.bound == nil)
  }

  @Test func badLinesAreNamed() throws {
    let line = try RunLines.line(Self.full)
    func error(_ old: String, _ new: String) -> String? { Self.message(line: "\n" + line.replacing(old, with: new)) }
    #expect(error("\"solver\":\"apus\",", "") == "r:2: solver: the field is missing")
    #expect(error("\"seconds\":1.25", "\"seconds\":\"x\"") == "r:2: seconds: expected a number, found something else")
    #expect(error("\"seconds\":1.25", "\"seconds\":null") == "r:2: seconds: expected a number, found null")
    #expect(
      error("\"verified\":true", "\"verified\":1") == "r:2: verified: expected true or false, found something else")
    #expect(
      error("\"optimal\"", "\"best\"")
        == "r:2: status: expected one of optimal, feasible, infeasible, unknown, error, found \"best\"")
    #expect(error("minimize", "min") == "r:2: sense: expected one of minimize, maximize, found \"min\"")
    #expect(Self.message(line: "{\"suite\":") == "r:1: expected a JSON object, found text that is not JSON")
    #expect(Self.message(line: "[1]") == "r:1: expected a JSON object")
  }

  @Test func impossibleRecordsAreRefused() throws {
    #expect(
      try Self.message { $0.seconds = -1 }
        == "runs.ndjson:1: seconds: expected a number that is not negative, found -1.0")
    #expect(try Self.message { $0.instance = "" } == "runs.ndjson:1: instance: expected a name, found an empty string")
    #expect(try Self.message { $0.limit = 0 } == "runs.ndjson:1: limit: expected a positive number, found 0.0")
    #expect(try Self.message { $0.threads = 0 } == "runs.ndjson:1: threads: expected at least 1, found 0")
    #expect(
      try Self.message { $0.objective = nil }
        == "runs.ndjson:1: objective: expected a number, because the status is optimal")
    #expect(
      try Self.message { $0.status = .unknown }
        == "runs.ndjson:1: verified: expected false, because the status is unknown")
    #expect(
      try Self.message { $0.started = "yesterday" }
        == "runs.ndjson:1: started: expected a time as in 2026-03-01T12:00:00Z, found \"yesterday\"")
    #expect(try Self.message { $0.started = "2026-03-01T12:00:00.125+01:00" } == nil)
    #expect(throws: (any Error).self) { try RunLines.line(RunEvent(run: "r", t: .nan)) }
    #expect(RunEvent(run: "r", t: 1).mistake != nil)
  }

  /// A writer that was killed leaves half a line, which a resumed suite may pass over; a half line elsewhere is an error.
  @Test func unfinishedLastLine() throws {
    let line = try RunLines.line(Self.full)
    let text = line + line.prefix(40)
    #expect(try RunLines.records(from: text, dropsUnfinishedLine: true) == [Self.full])
    #expect(throws: RunLineError.self) { try RunLines.records(from: text) }
    #expect(throws: RunLineError.self) {
      try RunLines.records(from: line.prefix(40) + "\n" + line, dropsUnfinishedLine: true)
    }
    #expect(try RunLines.records(from: line + line.dropLast(), dropsUnfinishedLine: true).count == 2)
  }

  @Test func meaning() {
    var run = Self.full
    #expect(run.isProven && run.isAnswered && run.answer == 930)
    run.verified = false
    #expect(!run.isProven && !run.isAnswered && run.answer == nil)
    run.status = .infeasible
    #expect(run.isProven && !run.isAnswered)
    run.status = .feasible
    run.verified = true
    #expect(!run.isProven && run.isAnswered)
    run.sense = nil
    run.objective = nil
    #expect(run.isProven && run.isAnswered)
  }
}
