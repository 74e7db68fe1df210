#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whole files as bytes, with errors a user can act on.
public enum InputFile {
  /// The most bytes that are read: far more than any instance, and an end to files like `/dev/zero`.
  public static let maximumSize = 1 << 30

  /// Reads a whole file, which may also be a pipe.
  ///
  /// C's streams, because Foundation reads nothing but regular files on Linux.
  ///
  /// - Throws: ``InputError`` if there is no such file, if it is a directory, cannot be read, or is larger than
  ///   ``maximumSize``.
  public static func bytes(of url: URL) throws(InputError) -> [UInt8] {
    guard url.isFileURL else {
      throw InputError(file: url.absoluteString, message: "is an address of the web, expected a path")
    }
    let path = url.path
    guard let stream = fopen(path, "rb") else { throw failure(path, errno) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= maximumSize else {
        throw InputError(file: path, message: "is too large, expected at most \(maximumSize) bytes")
      }
    }
    if ferror(stream) != 0 { throw failure(path, errno) }
    return bytes
  }

  /// The name of an instance that is read from `url`: the file's name without its extension.
  static func instanceName(of url: URL) -> String {
    url.deletingPathExtension().lastPathComponent
  }

  private static func failure(_ path: String, _ code: Int32) -> InputError {
    switch code {
    case ENOENT, ENOTDIR: InputError(file: path, message: "no such file")
    case EISDIR: InputError(file: path, message: "is a directory, expected a file")
    case EACCES: InputError(file: path, message: "may not be read, expected a readable file")
    default: InputError(file: path, message: "cannot be read (system error \(code)), expected a readable file")
    }
  }
}
