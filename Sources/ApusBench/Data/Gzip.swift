import ApusProblems
import Foundation

/// Files that a source keeps compressed (RFC 1952), unpacked by the system's `gzip`.
enum Gzip {
  /// The content of a compressed file.
  ///
  /// - Parameter place: Where the bytes come from, for the error.
  /// - Throws: `InputError` where they are no such file, or `gzip` is not installed.
  static func unpack(_ bytes: [UInt8], from place: String) throws(InputError) -> [UInt8] {
    let packed = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: packed) }
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", packed.path]
    let content = Pipe()
    gzip.standardOutput = content
    gzip.standardError = FileHandle.nullDevice
    do {
      try Data(bytes).write(to: packed)
      try gzip.run()
      let unpacked = try content.fileHandleForReading.readToEnd() ?? Data()
      gzip.waitUntilExit()
      if gzip.terminationStatus == 0 { return [UInt8](unpacked) }
    } catch {
      throw InputError(file: place, message: "cannot be unpacked: \(error.localizedDescription)")
    }
    throw InputError(file: place, message: "cannot be unpacked, expected a file that gzip reads (is gzip installed?)")
  }
}
