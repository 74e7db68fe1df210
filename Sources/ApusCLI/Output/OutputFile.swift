import Foundation

/// A file that appears whole or not at all.
struct OutputFile: Sendable {
  let path: String
  /// Where it goes, with links followed, so that a link stays one.
  private let target: String
  /// Devices and pipes are written to directly: they cannot be replaced.
  private let isDirect: Bool

  /// Whether it is a device or a pipe.
  var isDevice: Bool { isDirect }

  /// Checks that the file can be written, by making and removing one beside it.
  ///
  /// - Throws: a ``Failure`` of status 64 that names the path and the reason.
  init(_ path: String) throws {
    self.path = path
    func refusal(_ reason: String) -> Failure { Failure(.usage, "\(path): cannot be written: \(reason)") }
    guard !path.isEmpty else { throw Failure(.usage, "an output path is empty") }
    target = Self.resolved(path)
    var information = stat()
    if stat(target, &information) == 0 {
      switch information.st_mode & S_IFMT {
      case S_IFDIR: throw refusal("is a directory")
      case S_IFREG: isDirect = false
      default: isDirect = true
      }
      guard access(target, W_OK) == 0 else { throw refusal(systemMessage(errno)) }
    } else {
      isDirect = false
    }
    if !isDirect {
      let code = TemporaryFile.tryToMake(temporaryPath)
      guard code == 0 else { throw refusal(systemMessage(code)) }
    }
  }

  /// Writes the text under a temporary name in the same folder, waits until it is on the disk, and gives it its name.
  func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    func failure(_ code: Int32) -> Failure {
      Failure(.internalError, "\(path): cannot be written: \(systemMessage(code))")
    }
    if isDirect {
      let descriptor = open(target, O_WRONLY)
      guard descriptor >= 0 else { throw failure(errno) }
      defer { close(descriptor) }
      if let code = writeAll(bytes, to: descriptor) { throw failure(code) }
      return
    }
    let temporary = temporaryPath
    let descriptor = TemporaryFile.make(temporary)
    defer { TemporaryFile.forget() }
    guard descriptor >= 0 else { throw failure(errno) }
    var information = stat()
    if stat(target, &information) == 0 { fchmod(descriptor, information.st_mode & 0o777) }
    var code = writeAll(bytes, to: descriptor)
    if code == nil, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    if code == nil, rename(temporary, target) != 0 { code = errno }
    guard let code else { return }
    unlink(temporary)
    throw failure(code)
  }

  /// Whether both names lead to one file.
  func isSame(as other: String) -> Bool { target == Self.resolved(other) }

  private var temporaryPath: String {
    let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let prefix = folder.isEmpty ? (target.hasPrefix("/") ? "/" : "") : folder + "/"
    return "\(prefix).apus-\(getpid()).tmp"
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else {
      // The file is not there yet; its folder may be.
      let url = URL(filePath: path)
      guard !path.hasSuffix("/"), let folder = realpath(url.deletingLastPathComponent().path, nil) else { return path }
      defer { free(folder) }
      return String(cString: folder) + "/" + url.lastPathComponent
    }
    defer { free(real) }
    return String(cString: real)
  }
}
