import ApusProblems
import Foundation

/// A published set of instances that is not part of Apus, and where it can be had.
///
/// The list is `Benchmarks/Data/sources.json`.
public struct DataSource: Sendable, Equatable {
  /// What `apus bench data get` calls it.
  public let name: String
  /// One line.
  public let description: String
  /// The folder in the data folder, which is the name of the problem family: `jobshop`.
  public let folder: String
  /// The address that a file's ``DataFile/from`` is appended to; it ends in a slash.
  public let address: String
  public let licence: String
  /// Whom to name in a paper.
  public let citation: String
  public let files: [DataFile]
}

/// A file of a data set.
public struct DataFile: Sendable, Equatable {
  /// Its name in the data folder, `ta21.txt`.
  public let name: String
  /// Its path at the source, where that is another one.
  public let from: String
  /// Bytes, where known.
  public let size: Int?
  /// 64 lower-case hexadecimal digits, where known.
  public let sha256: String?

  /// What is wrong with bytes that should be this file; nil if nothing is.
  func mistake(in bytes: [UInt8]) -> String? {
    if let size, bytes.count != size { return "has \(bytes.count) bytes, expected \(size)" }
    if let sha256, SHA256.hexDigest(of: bytes) != sha256 { return "has other content, expected the SHA-256 \(sha256)" }
    return nil
  }
}

extension DataSource {
  /// Reads a list of data sets, `{"sources": [...]}`.
  ///
  /// - Throws: `InputError` with line and column where it is broken.
  public static func list(contentsOf url: URL) throws(InputError) -> [DataSource] {
    try list(bytes: try InputFile.bytes(of: url), file: url.path)
  }

  static func list(bytes: [UInt8], file: String) throws(InputError) -> [DataSource] {
    struct List: Decodable { let sources: [DataSource] }
    let sources = try JSONSyntax.decode(List.self, from: bytes, file: file).sources
    var seen: Set<String> = []
    for source in sources where !seen.insert(source.name).inserted {
      throw InputError(file: file, message: "the data set \(source.name) is listed twice, expected it once")
    }
    return sources
  }
}
