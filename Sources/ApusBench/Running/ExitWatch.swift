import Foundation

/// A descriptor that polls as ready once a child has ended. The child is left to be waited for, so that its number stays its own.
final class ExitWatch: Sendable {
  let descriptor: Int32
  private let writing: Int32

  /// - Throws: ``RunRefusal`` where no more files are to be had.
  init() throws(RunRefusal) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw RunRefusal("no pipe: \(String(cString: strerror(errno)).lowercased())") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    writing = ends[1]
  }

  /// Begins to wait for the child, on a thread of its own. To be called at most once.
  func watch(_ child: pid_t) {
    Thread { [writing] in
      var information = siginfo_t()
      while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
      var byte: UInt8 = 0
      _ = write(writing, &byte, 1)
      close(writing)
    }.start()
  }

  deinit { close(descriptor) }
}
