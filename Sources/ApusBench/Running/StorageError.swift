import Foundation

/// A file or folder that cannot be read or written, and why: one line.
public struct StorageError: Error, Sendable, Equatable, CustomStringConvertible {
  public let path: String
  /// What failed, and the system's reason.
  public let message: String

  init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }

  /// A failed write, with the system's error.
  static func writing(_ path: String, _ code: Int32) -> StorageError {
    StorageError(path, "cannot be written: \(String(cString: strerror(code)).lowercased())")
  }

  public var description: String { "\(path): \(message)" }
}
