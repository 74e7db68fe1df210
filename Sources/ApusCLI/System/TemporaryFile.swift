import Foundation
import Synchronization

/// The one file that is being written at a time, under a name of its own beside the file it will become.
///
/// Its path is kept where a signal handler can reach it, so that even a second signal leaves nothing behind.
enum TemporaryFile {
  /// Held while a file is made, so that the process does not end between making it and knowing of it.
  private static let making = Mutex(())

  /// Makes the file and remembers it until ``forget()``. Returns its descriptor, or -1 with `errno` set.
  static func make(_ path: String) -> Int32 {
    making.withLock { _ in
      temporaryPath = strdup(path)
      return open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    }
  }

  /// Sees whether a file can be made there. Returns 0, or what is wrong, as in `errno`.
  static func tryToMake(_ path: String) -> Int32 {
    making.withLock { _ in
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      if descriptor < 0 { return errno }
      close(descriptor)
      unlink(path)
      return 0
    }
  }

  /// Forgets the path but does not free it: a handler may be about to use it.
  static func forget() { temporaryPath = nil }

  /// Ends the process as soon as no file is being made.
  static func waitAndExit(_ code: Int32) -> Never {
    making.withLock { _ in removeAndExit(code) }
  }

  /// Ends the process at once. Safe in a signal handler.
  static func removeAndExit(_ code: Int32) -> Never {
    if let temporaryPath { unlink(temporaryPath) }
    _exit(code)
  }
}

nonisolated(unsafe) private var temporaryPath: UnsafeMutablePointer<CChar>?
