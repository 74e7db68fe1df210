import Foundation

/// The one file that is being written at a time, under a name of its own beside the file it will become.
///
/// Its path is kept where a signal handler can reach it, so that even a second signal leaves nothing behind.
enum TemporaryFile {
  /// Remembers the path until ``forget()``.
  static func remember(_ path: String) { temporaryPath = strdup(path) }

  /// Forgets the path but does not free it: a handler may be about to use it.
  static func forget() { temporaryPath = nil }

  /// Ends the process at once. Safe in a signal handler.
  static func removeAndExit(_ code: Int32) -> Never {
    if let temporaryPath { unlink(temporaryPath) }
    _exit(code)
  }
}

nonisolated(unsafe) private var temporaryPath: UnsafeMutablePointer<CChar>?
