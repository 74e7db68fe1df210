import Foundation

/// Files that appear whole or not at all.
enum WholeFile {
  /// Writes the bytes under a temporary name in the same folder, waits until they are on the disk, and gives them their name.
  static func write(_ text: String, to url: URL) throws(StorageError) {
    let temporary = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent)-\(getpid()).tmp").path
    // What a killed process of the same number may have left.
    unlink(temporary)
    do {
      try LineFile(temporary).append(text)
    } catch {
      unlink(temporary)
      throw StorageError(url.path, error.message)
    }
    guard rename(temporary, url.path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .writing(url.path, code)
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ url: URL) throws(StorageError) {
    do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
      // The system's own reason, which Foundation words in its own ways.
      let code = mkdir(url.path, 0o777) == 0 ? 0 : errno
      if code != 0 { throw .writing(url.path, code) }
    }
    guard access(url.path, W_OK | X_OK) == 0 else { throw .writing(url.path, errno) }
  }
}
