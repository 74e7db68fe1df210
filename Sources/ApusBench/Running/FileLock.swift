import Foundation

/// A lock on a file, which the system gives back when the process ends, however it ends.
final class FileLock {
  /// Whether others may hold the lock at the same time.
  enum Mode { case alone, shared }

  private let descriptor: Int32

  /// Takes the lock, or returns nil where another holder forbids it for a fifth of a second. Makes the file, which stays.
  ///
  /// A process that is being started shares all locks of its parent until it runs its own program, some milliseconds later.
  init?(_ path: String, _ mode: Mode) throws(StorageError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .writing(path, errno) }
    var attempts = 20
    while flock(descriptor, (mode == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let code = errno
      attempts -= 1
      if code == EWOULDBLOCK, attempts > 0 {
        usleep(10_000)
        continue
      }
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw StorageError(path, "cannot be locked: \(String(cString: strerror(code)).lowercased())")
    }
  }

  deinit { close(descriptor) }
}
