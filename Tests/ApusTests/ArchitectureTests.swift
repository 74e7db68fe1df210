import Foundation
import Testing

/// The arrows between modules, and no others: from `Docs/Architecture.md`.
@Suite struct ArchitectureTests {
  private static let allowed: [String: Set<String>] = [
    "ApusModel": [],
    "ApusStructure": ["ApusModel"],
    "ApusCheck": ["ApusModel"],
    "ApusCharts": ["ApusModel"],
    "ApusProblems": ["ApusModel"],
    "ApusEngine": ["ApusModel", "ApusStructure"],
    "ApusHeuristics": ["ApusModel", "ApusStructure"],
    "ApusLinear": ["ApusModel"],
    "ApusGLPK": ["ApusModel", "ApusLinear"],
    "Apus": ["ApusModel", "ApusStructure", "ApusCheck", "ApusEngine", "ApusHeuristics", "ApusLinear", "ApusGLPK"],
    "ApusBench": ["ApusModel", "ApusProblems", "ApusCharts"],
    "ApusCLI": [
      "Apus", "ApusModel", "ApusStructure", "ApusCheck", "ApusEngine", "ApusHeuristics", "ApusLinear", "ApusGLPK",
      "ApusCharts", "ApusProblems", "ApusBench",
    ],
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: allowed.keys.sorted())
  func modulesImportOnlyWhatTheirArrowsAllow(module: String) throws {
    let folder = Self.root.appending(path: module == "ApusProblems" ? "Models" : "Sources/\(module)")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      count += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count, words[0] != "//" else {
          continue
        }
        let name = String(words[keyword + 1])
        guard name.hasPrefix("Apus") else { continue }
        #expect(Self.allowed[module]?.contains(name) == true, "\(file.lastPathComponent) imports \(name)")
      }
    }
    #expect(count > 0)
  }

  /// What the manifest declares is allowed too, so that a forbidden arrow does not wait there for its first import.
  @Test func manifestDeclaresOnlyAllowedArrows() throws {
    let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let target = /\.(?:executableT|t)arget\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
    var seen: Set<String> = []
    for match in manifest.matches(of: target) {
      let name = String(match.1)
      guard let arrows = Self.allowed[name] else {
        #expect(["ApusTestSupport", "CGLPK"].contains(name), "\(name) has no place in the architecture")
        continue
      }
      seen.insert(name)
      for dependency in (match.2 ?? "").matches(of: /"(Apus\w*)"/) {
        #expect(arrows.contains(String(dependency.1)), "\(name) depends on \(dependency.1)")
      }
    }
    #expect(seen == Set(Self.allowed.keys))
  }
}
