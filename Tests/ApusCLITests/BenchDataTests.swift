import ApusProblems
import Foundation
import Testing

/// `apus bench data`, and instances of the data folder by name.
@Suite(.serialized) struct BenchDataTests {
  private let folder: Scratch
  private var environment: [String: String] { ["APUS_DATA": folder.path("data")] }

  init() throws { folder = try Scratch() }

  private func run(_ words: String...) throws -> Apus.Result {
    try Apus.Running(words, in: folder.url, environment: environment).wait()
  }

  @Test func listTellsWhatIsThere() throws {
    let result = try run("bench", "data", "list")
    #expect(result.status == 0 && result.errors.isEmpty && result.output.hasPrefix("jobshop: "))
    #expect(result.output.contains("0 of 162 files installed in \(folder.path("data"))/jobshop"))
    #expect(result.output.contains("licence CC BY-SA 4.0"))
  }

  @Test func getVerifiesAndStopsAtTheFirstMistake() throws {
    // Right in every number, but not the published file.
    let ft06 = try run("convert", "ft06", "--to", "jobshop:standard").output + "\n"
    try FileManager.default.createDirectory(at: folder.url.appending(path: "mine"), withIntermediateDirectories: true)
    try folder.write(ft06, to: "mine/ft06.txt")
    let wrong = try run("bench", "data", "get", "jobshop", "--from", "mine")
    #expect(wrong.status == 65 && wrong.output.isEmpty && wrong.errorLines.count == 1)
    #expect(wrong.errors.contains("ft06.txt: has "))
    #expect(!folder.exists("data"))
    #expect(try run("bench", "data", "get", "jobshop", "--from", "absent").status == 65)
    let unknown = try run("bench", "data", "get", "nothing")
    let names =
      "jobshop, jobshop-reentrant, jobshop-large, flexible-jobshop, flexible-jobshop-assembly, projects-j30, projects,"
      + " projects-general, task-graphs"
    #expect(unknown.status == 64 && unknown.errors == "apus: there is no data set 'nothing', expected \(names)\n")
    #expect(try run("bench", "data", "get").status == 64)
  }

  @Test func namesAreLookedForInTheDataFolderLast() throws {
    let shops = folder.url.appending(path: "data/jobshop")
    try FileManager.default.createDirectory(at: shops, withIntermediateDirectories: true)
    for (name, text) in [("mine1", "1 1\n0 7\n"), ("ft06", "1 1\n0 8\n"), ("broken", "1 1\n")] {
      try Data(text.utf8).write(to: shops.appending(path: "\(name).txt"))
    }
    #expect(try run("solve", "mine1", "-q").output.hasPrefix("mine1: makespan 7, optimal"))
    #expect(try run("solve", "mine1#1", "-q").output.contains("makespan 7"))
    #expect(try run("solve", "mine1", "--format", "jobshop:standard", "-q").output.contains("makespan 7"))
    #expect(try run("solve", "ft06", "-q").output.contains("makespan 55"), "what Apus carries is not replaced")
    let broken = try run("solve", "broken")
    #expect(broken.status == 65 && broken.errors.contains("jobshop/broken.txt:"))
    #expect(try run("solve", "mine2").errors.hasPrefix("mine2: no such file"))
    #expect(try run("solve", "mine1", "--format", "model").status == 65)
    try folder.write("1 1\n0 9\n", to: "mine1")
    #expect(try run("solve", "mine1", "-q").output.contains("makespan 9"), "a path wins")
  }
}
