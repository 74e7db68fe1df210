import ApusBench
import ApusProblems
import Foundation
import Testing

/// Results are read from folders, shards and single files, with their events.
struct RunResultsTests {
  private static func event(_ run: RunRecord, _ t: Double) throws -> String {
    try RunLines.line(RunEvent(run: run.id, t: t, objective: 100))
  }

  @Test func shardsAreOneFolder() throws {
    let folder = try Folder()
    let (a, b) = (Runs.proven("a", 1), Runs.proven("b", 2))
    try folder.write(try RunLines.line(a), to: "r/runs-1of2.ndjson")
    try folder.write(try RunLines.line(b) + "{\"suite\": \"s", to: "r/runs-2of2.ndjson")
    try folder.write(try Self.event(a, 0.5), to: "r/events-1of2.ndjson")
    try folder.write(try Self.event(b, 0.7), to: "r/events-2of2.ndjson")
    try folder.write("no JSON", to: "r/notes.txt")
    let results = try RunResults(contentsOf: folder.url.appending(path: "r"))
    #expect(results.name == "r" && results.records == [a, b] && results.solvers == ["apus"])
    #expect(results.events[a.id]?.map(\.t) == [0.5] && results.events[b.id]?.map(\.t) == [0.7])
    let one = try RunResults(contentsOf: folder.url.appending(path: "r/runs-2of2.ndjson"))
    #expect(one.name == "runs-2of2" && one.records == [b] && one.events[b.id]?.count == 1)
    #expect(results.only("cpsat").records.isEmpty)
  }

  @Test func backendsAreChosenByName() {
    var (native, glpk) = (Runs.proven("a", 1), Runs.proven("a", 2))
    native.backend = "native"
    glpk.backend = "glpk"
    let results = RunResults(name: "r", records: [native, glpk])
    #expect(results.solvers == ["apus/glpk", "apus/native"])
    #expect(results.only("apus").records.count == 2 && results.only("apus/glpk").records == [glpk])
  }

  @Test func errorsNameFileAndLine() throws {
    let folder = try Folder()
    let line = try RunLines.line(Runs.proven("a", 1))
    try folder.write(line + "{}\n" + line, to: "r/runs.ndjson")
    #expect { try RunResults(contentsOf: folder.url.appending(path: "r")) } throws: {
      "\($0)".hasSuffix("r/runs.ndjson:2: suite: the field is missing")
    }
    try folder.write(line + line, to: "twice.ndjson")
    #expect { try RunResults(contentsOf: folder.url.appending(path: "twice.ndjson")) } throws: {
      "\($0)".contains("the run s/a/apus/-/0 is here and in twice.ndjson")
    }
    #expect(throws: InputError.self) { try RunResults(contentsOf: folder.url.appending(path: "absent")) }
    #expect(throws: InputError.self) { try RunResults(contentsOf: folder.url) }
  }
}
