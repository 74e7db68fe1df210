import ApusProblems
import Foundation

extension Suite {
  /// Reads a suite's text.
  ///
  /// - Throws: `InputError` with line and column where it is broken.
  public init(bytes: [UInt8], file: String) throws(InputError) {
    self = try JSONSyntax.decode(Suite.self, from: bytes, file: file)
  }

  /// Reads a suite's file.
  public init(contentsOf url: URL) throws(InputError) {
    try self.init(bytes: try InputFile.bytes(of: url), file: url.path)
  }

  /// The suite at a path, or the one of that name in the package; a path wins over a name.
  ///
  /// - Throws: `InputError` where there is none, or it is broken.
  public static func find(_ text: String, in folder: BenchmarkFolder = .standard) throws(InputError) -> Suite {
    if FileManager.default.fileExists(atPath: text) {
      return try Suite(bytes: try InputFile.bytes(of: URL(filePath: text)), file: text)
    }
    let files = folder.suiteFiles
    if let file = files.first(where: { $0.deletingPathExtension().lastPathComponent == text }) {
      return try Suite(contentsOf: file)
    }
    let known = files.map { $0.deletingPathExtension().lastPathComponent }.joined(separator: ", ")
    let place = "in \(folder.url.appending(path: "Suites").path)"
    throw InputError(
      file: text,
      message: "no such file, and no suite of that name \(place) (\(known.isEmpty ? "there are none" : known))")
  }

  /// All suites of the package, by name.
  public static func all(in folder: BenchmarkFolder = .standard) throws(InputError) -> [Suite] {
    var suites: [Suite] = []
    for file in folder.suiteFiles { suites.append(try Suite(contentsOf: file)) }
    return suites
  }
}
