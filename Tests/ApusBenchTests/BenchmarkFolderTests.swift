import Foundation
import Testing

@testable import ApusBench

/// Where the package's data are found.
@Suite struct BenchmarkFolderTests {
  @Test func theEnvironmentThenTheExecutableThenTheSource() throws {
    let folder = try Folder()
    try folder.write("{}", to: "package/Benchmarks/Suites/a.json")
    let executable = folder.url.appending(path: "package/.build/release/apus")
    let source = URL(filePath: #filePath)
    let named = BenchmarkFolder.find(environment: ["APUS_BENCHMARKS": "/there"], executable: executable, source: source)
    #expect(named.url.path == "/there")
    let above = BenchmarkFolder.find(environment: ["APUS_BENCHMARKS": ""], executable: executable, source: source)
    #expect(above.suiteFiles.map(\.lastPathComponent) == ["a.json"])
    for executable in [nil, URL(filePath: "/usr/bin/apus")] {
      let found = BenchmarkFolder.find(environment: [:], executable: executable, source: source)
      #expect(found.url.path == packageBenchmarks.url.path)
    }
  }

  @Test func theTestsOwnExecutableIsInThePackage() {
    #expect(!BenchmarkFolder.standard.suiteFiles.isEmpty)
  }
}
