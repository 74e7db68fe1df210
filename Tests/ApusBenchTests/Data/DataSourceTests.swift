import ApusProblems
import Foundation
import Testing

@testable import ApusBench

/// The list of data sets.
@Suite struct DataSourceTests {
  @Test func thePackagesList() throws {
    let sources = try packageBenchmarks.dataSources()
    #expect(
      sources.map(\.name) == [
        "jobshop", "jobshop-reentrant", "jobshop-large", "flexible-jobshop", "flexible-jobshop-assembly",
        "projects-j30", "projects", "projects-general", "task-graphs",
      ])
    for source in sources {
      let known = try packageBenchmarks.bestKnown(family: source.folder)
      #expect(ProblemFamily.all.contains { $0.name == source.folder })
      #expect(!source.licence.isEmpty && !source.citation.isEmpty && source.address.hasPrefix("https://"))
      for file in source.files {
        #expect(file.size != nil && file.sha256 != nil && URL(string: source.address + file.from) != nil)
        // Nobody has published bounds of the graphs.
        let name = String(file.name.dropLast(4))
        // Task graphs of files have no processors; their number is part of an instance's name.
        let isKnown = known[name] != nil || known[name + "#2"] != nil
        #expect(isKnown == (source.name != "flexible-jobshop-assembly"), "\(file.name)")
      }
    }
    #expect(sources.map(\.files.count) == [162, 5, 6, 402, 50, 480, 48, 339, 360])
    // All sets of a family share one folder.
    let places = sources.flatMap { source in source.files.map { "\(source.folder)/\($0.name)" } }
    #expect(Set(places).count == places.count)
  }

  private static let good = """
    {"sources": [{"name": "n", "description": "", "folder": "jobshop", "address": "https://example.org/", "licence": "l",
    "citation": "c", "files": [{"name": "a.txt", "size": 3}]}]}
    """

  @Test func whatIsUnknownMayBeMissing() throws {
    let sources = try DataSource.list(bytes: Array(Self.good.utf8), file: "s.json")
    let file = try #require(sources.first?.files.first)
    #expect(file.from == "a.txt" && file.sha256 == nil)
    #expect(file.mistake(in: [1, 2, 3]) == nil && file.mistake(in: [1, 2]) != nil)
  }

  @Test(arguments: [
    ("a.txt", "../a.txt"), ("a.txt", "/a.txt"), ("a.txt", ".a"), ("jobshop", ".."), ("jobshop", "a/b"),
    ("https://example.org/", "https://example.org"), ("https://example.org/", "file:///etc/"),
    ("\"size\": 3", "\"size\": -3"), ("\"size\": 3", "\"sha256\": \"ABC\""), ("\"size\": 3", "\"from\": \"../b\""),
    ("\"size\": 3}", "\"size\": 3}, {\"name\": \"a.txt\"}"), ("{\"name\": \"a.txt\", \"size\": 3}", ""),
    ("licence", "license"),
  ])
  func whatIsBrokenHasAPlace(_ old: String, _ new: String) {
    let text = Self.good.replacing(old, with: new)
    let error = #expect(throws: InputError.self) { try DataSource.list(bytes: Array(text.utf8), file: "s.json") }
    #expect(error?.line != nil && error?.column != nil)
  }
}
