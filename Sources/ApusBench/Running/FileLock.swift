import Foundation

/// A lock on a file, which the system gives back when the process ends, however it ends.
final class FileLock {
  /// Whether others may hold the lock at the same time.
  enum Mode { case alone, shared }

  private let descriptor: Int32

  /// Takes the lock, or returns nil where another holder forbids it. Makes the file, which stays.
  init?(_ path: String, _ mode: Mode) throws(StorageError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .writing(path, errno) }
    while flock(descriptor, (mode == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw StorageError(path, "cannot be locked: \(String(cString: strerror(code)).lowercased())")
    }
  }

  deinit { close(descriptor) }
}
