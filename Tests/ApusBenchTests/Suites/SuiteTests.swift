import ApusProblems
import Foundation
import Testing

@testable import ApusBench

/// Suites: those of the package, and what is refused.
@Suite struct SuiteTests {
  private static let nowhere = DataFolder(URL(filePath: "/nowhere"))

  @Test func thePackagesSuites() throws {
    let suites = try Suite.all(in: packageBenchmarks)
    #expect(
      suites.map(\.name) == [
        "flexible", "jobshop-giant", "jobshop-hard", "jobshop-proofs", "jobshop-tight", "projects-general",
        "projects-j30", "projects", "smoke", "task-graphs",
      ])
    #expect(suites.map { $0.entries.flatMap(\.names).count } == [45, 10, 50, 53, 30, 339, 480, 48, 8, 1440])
    let files = Set(try packageBenchmarks.dataSources().flatMap { $0.files.map(\.name) })
    for suite in suites {
      let known = try packageBenchmarks.bestKnown(family: suite.family)
      #expect(try Suite.find(suite.name, in: packageBenchmarks) == suite)
      for instance in try suite.instances(in: Self.nowhere) {
        #expect(known[instance.name] != nil, "\(instance.name)")
        let isCarried = ProblemFamily.all.contains { $0.named(instance.name) != nil }
        #expect(
          isCarried || files.contains("\(instance.name.prefix { $0 != "#" }).txt"), "\(instance.name) cannot be had")
      }
    }
    for name in try Suite.find("smoke", in: packageBenchmarks).entries.flatMap(\.names) {
      #expect(JobShop.named(name) != nil, "smoke needs no data, but \(name) is not carried")
    }
  }

  @Test func aPathWinsOverAName() throws {
    let folder = try Folder()
    try folder.write(Self.text(), to: "mine.json")
    let path = folder.url.appending(path: "mine.json").path
    #expect(try Suite.find(path, in: packageBenchmarks).name == "mine")
    let error = #expect(throws: InputError.self) { try Suite.find("absent", in: packageBenchmarks) }
    #expect(error?.message.contains("jobshop-giant, jobshop-hard, jobshop-proofs") == true)
  }

  @Test func codingKeepsAll() throws {
    for suite in try Suite.all(in: packageBenchmarks) {
      let bytes = [UInt8](try JSONEncoder().encode(suite))
      #expect(try Suite(bytes: bytes, file: "again") == suite)
    }
  }

  private static func text(
    instances: String = "\"ft06\"", limit: String = "1.5", threads: String = "1", seeds: String = "0, 1"
  ) -> String {
    """
    {"name": "mine", "description": "", "family": "jobshop",
     "instances": [\(instances)],
     "limit": \(limit),
     "threads": \(threads),
     "seeds": [\(seeds)]}
    """
  }

  private static let broken: [(text: String, place: String)] = [
    (text(instances: ""), "2:15"), (text(instances: "\"ft06\", \"a b\""), "2:24"), (text(instances: "3"), "2:16"),
    (text(instances: "\"la01..la05\", \"la05\""), "2:15"), (text(instances: "\"../ft06.txt\""), "2:16"),
    (text(instances: "\"a#\""), "2:16"), (text(instances: "\"a#1#2\""), "2:16"),
    (text(instances: "\"a1#1..a2#2\""), "2:16"),
    (text(limit: "0"), "3:11"), (text(limit: "-1"), "3:11"), (text(limit: "\"60s\""), "3:11"),
    (text(limit: "1e9"), "3:11"), (text(threads: "0"), "4:13"), (text(threads: "\"one\""), "4:13"),
    (text(seeds: ""), "5:11"),
    (text(seeds: "1, 1"), "5:11"), (text(seeds: "-1"), "5:11"), (text().replacing("limit", with: "limits"), "1:1"),
    (text().replacing("mine", with: "../mine"), "1:10"), (text() + "}", "5:18"), ("", "1:1"),
  ]

  @Test(arguments: broken) func whatIsBrokenHasAPlace(_ text: String, _ place: String) {
    let error = #expect(throws: InputError.self) { try Suite(bytes: Array(text.utf8), file: "s.json") }
    #expect(error?.description.hasPrefix("s.json:\(place): ") == true, "\(error.map(\.description) ?? "")")
  }

  @Test func filesOfTheDataFolder() throws {
    let folder = try Folder()
    for name in ["ta10.txt", "ta2.txt", "tb1.txt", "readme.md"] {
      try folder.write("1 1\n0 1\n", to: "jobshop/\(name)")
    }
    let data = DataFolder(folder.url)
    func names(_ instances: String) throws -> [String] {
      try Suite(bytes: Array(Self.text(instances: instances).utf8), file: "s.json").instances(in: data).map(\.name)
    }
    #expect(try names("\"ft06\", \"jobshop/t*.txt\"") == ["ft06", "ta2", "ta10", "tb1"])
    #expect(try names("\"jobshop/tb1.txt\"") == ["tb1"])
    #expect(throws: InputError.self) { try names("\"jobshop/x*.txt\"") }
    #expect(throws: InputError.self) { try names("\"ta2\", \"jobshop/ta*.txt\"") }
  }
}
