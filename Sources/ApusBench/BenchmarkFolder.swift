import ApusProblems
import Foundation

/// The package's folder `Benchmarks`: suites, best-known bounds and the list of data sets.
public struct BenchmarkFolder: Sendable, Equatable {
  public let url: URL

  /// The folder at `url`, which is not looked at.
  public init(_ url: URL) { self.url = url }

  /// Where this process finds it: `APUS_BENCHMARKS`, else the folder above the executable that holds it, which is the package that
  /// built it, else the package as it stood when this file was compiled.
  public static let standard = find(
    environment: ProcessInfo.processInfo.environment, executable: Bundle.main.executableURL,
    source: URL(filePath: #filePath))

  /// ``standard``, for a process like that.
  static func find(environment: [String: String], executable: URL?, source: URL) -> BenchmarkFolder {
    if let path = environment["APUS_BENCHMARKS"], !path.isEmpty { return BenchmarkFolder(URL(filePath: path)) }
    for start in [executable?.resolvingSymlinksInPath(), source] {
      guard var folder = start else { continue }
      // `.build/x86_64-unknown-linux-gnu/release/apus` is four below; links and bundles may add some.
      for _ in 0..<8 where folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let candidate = folder.appending(path: "Benchmarks")
        if isPresent(candidate) { return BenchmarkFolder(candidate) }
      }
    }
    return BenchmarkFolder(URL(filePath: "Benchmarks"))
  }

  private static func isPresent(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "Suites").path)
  }

  /// The suites' files, sorted by name.
  var suiteFiles: [URL] {
    let folder = url.appending(path: "Suites")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { folder.appending(path: $0) }
  }

  /// The list of data sets that Apus knows.
  ///
  /// - Throws: `InputError` where it is missing or broken.
  public func dataSources() throws(InputError) -> [DataSource] {
    try DataSource.list(contentsOf: url.appending(path: "Data/sources.json"))
  }

  /// The best-known bounds of a family, `jobshop`.
  ///
  /// - Throws: `InputError` where there are none, or the file is broken.
  public func bestKnown(family: String) throws(InputError) -> BestKnown {
    try BestKnown(contentsOf: url.appending(path: "BestKnown/\(family).csv"))
  }
  /// Whether there is a list of best-known bounds of a family.
  func hasBestKnown(family: String) -> Bool {
    DataFolder.isName(family)
      && FileManager.default.fileExists(atPath: url.appending(path: "BestKnown/\(family).csv").path)
  }
}
