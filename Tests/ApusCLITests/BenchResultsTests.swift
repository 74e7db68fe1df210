import ApusBench
import Foundation
import Testing

/// `apus bench compare`, `report` and `records`.
@Suite(.serialized) struct BenchResultsTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  private func write(_ path: String, solver: String = "apus", slowdown: Double = 1, count: Int = 12) throws {
    let parent = folder.url.appending(path: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let records = (0..<count).map { number in
      RunRecord(
        suite: "s", instance: "la\(number + 1)", family: "none", solver: solver, status: .optimal, objective: 100,
        bound: 100, seconds: Double(10 + number) * slowdown, verified: true, limit: 1000, host: "h",
        started: "2026-03-01T12:00:00Z")
    }
    try folder.write(try records.map { try RunLines.line($0) }.joined(), to: path)
  }

  @Test func compareFailsOnRegressionOnly() throws {
    try write("a/runs.ndjson")
    try write("b/runs-1of1.ndjson", slowdown: 1.2)
    let slower = try Apus.run("bench", "compare", "a", "b", in: folder)
    #expect(slower.status == 1 && slower.errors.isEmpty)
    #expect(slower.output.contains("\nverdict    worse at 95 % confidence"))
    #expect(slower.output.contains("\nregression yes: times"))
    #expect(try Apus.run("bench", "compare", "b", "a", in: folder).status == 0)
    #expect(try Apus.run("bench", "compare", "a", "b", "--regression", "25%", in: folder).status == 0)
    #expect(try Apus.run("bench", "compare", "a", "b/runs-1of1.ndjson", in: folder).status == 1)
    #expect(try Apus.run("bench", "compare", "a", "b", "--regression", "-2%", in: folder).status == 64)
  }

  @Test func compareCannotTellFromFew() throws {
    try write("a.ndjson", count: 3)
    try write("b.ndjson", slowdown: 2, count: 3)
    let few = try Apus.run("bench", "compare", "a.ndjson", "b.ndjson", in: folder)
    #expect(few.status == 0 && few.output.contains("cannot tell: 3 instances are too few, 6 needed"))
  }

  @Test func compareFailsOnContradiction() throws {
    try write("a.ndjson")
    try folder.write(try folder.read("a.ndjson").replacing(":100,", with: ":90,"), to: "b.ndjson")
    // A proof of 100, and an answer of 90.
    let result = try Apus.run("bench", "compare", "a.ndjson", "b.ndjson", in: folder)
    #expect(result.status == 1 && result.output.contains("cannot tell: answers contradict each other"))
    try folder.write(try folder.read("a.ndjson").replacing("1000", with: "50"), to: "b.ndjson")
    let limits = try Apus.run("bench", "compare", "a.ndjson", "b.ndjson", in: folder)
    #expect(limits.status == 65 && limits.errorLines.count == 1 && limits.errors.contains("the time limits differ"))
  }

  @Test func compareChoosesSolvers() throws {
    try write("a/runs-1of2.ndjson")
    try write("a/runs-2of2.ndjson", solver: "cpsat", slowdown: 3)
    let two = try Apus.run("bench", "compare", "a:apus", "a:cpsat", in: folder)
    #expect(two.status == 1 && two.output.contains("base: apus") && two.output.contains("new: cpsat"))
    #expect(try Apus.run("bench", "compare", "a", "a", "--solver", "apus", in: folder).status == 0)
    let unclear = try Apus.run("bench", "compare", "a", "a:apus", in: folder)
    #expect(unclear.status == 64)
    #expect(unclear.errors == "apus: a holds runs of apus, cpsat: choose with a:apus or --solver\n")
    let absent = try Apus.run("bench", "compare", "a:cpo", "a:apus", in: folder)
    #expect(absent.status == 64 && absent.errors == "apus: a holds no runs of 'cpo', expected apus, cpsat\n")
  }

  @Test(arguments: ["compare", "report", "records"])
  func badFilesAreOneLine(command: String) throws {
    try folder.write("{\"suite\": 1}\n\n", to: "bad.ndjson")
    let words = ["bench", command, "bad.ndjson"] + (command == "compare" ? ["bad.ndjson"] : [])
    let bad = try Apus.Running(words, in: folder.url).wait()
    #expect(bad.status == 65 && bad.output.isEmpty)
    #expect(bad.errors == "bad.ndjson:1: suite: expected a string, found something else\n")
    let absent = try Apus.Running(words.map { $0.replacing("bad", with: "absent") }, in: folder.url).wait()
    #expect(absent.status == 65 && absent.errors == "absent.ndjson: no such file or folder\n")
  }

  @Test func reportGoesByTheExtension() throws {
    try write("a/runs.ndjson")
    for (name, start) in [("r.html", "<!doctype html>"), ("r.md", "# s: apus\n"), ("r.csv", "instance,known lower,")] {
      let result = try Apus.run("bench", "report", "a", "-o", name, in: folder)
      #expect(result.status == 0 && result.output.isEmpty)
      #expect(try folder.read(name).hasPrefix(start))
    }
    let table = try Apus.run("bench", "report", "a", "--table", "suites", in: folder)
    #expect(table.output.hasPrefix("| suite | solver | runs |") && table.output.split(separator: "\n").count == 3)
    #expect(try Apus.run("bench", "report", "a", "--to", "html", "--table", "sets", in: folder).status == 64)
    #expect(try Apus.run("bench", "report", "a", "-o", "absent/r.html", in: folder).status == 64)
  }

  @Test func recordsFailOnContradiction() throws {
    try write("a/runs.ndjson")
    let unlisted = try Apus.run("bench", "records", "a", in: folder)
    #expect(unlisted.status == 0 && unlisted.output.contains("12 instances are not listed"))
    let text = try folder.read("a/runs.ndjson").replacing("\"none\"", with: "\"jobshop\"")
    try folder.write(text.replacing("\"la10\"", with: "\"la01\""), to: "a/runs.ndjson")
    let wrong = try Apus.run("bench", "records", "a", in: folder)
    #expect(wrong.status == 1 && wrong.output.hasPrefix("CONTRADICTION  la"))
  }
}
