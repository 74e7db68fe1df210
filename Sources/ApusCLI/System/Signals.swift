import Foundation
import Synchronization

/// SIGINT and SIGTERM, from the first moment of the process to the last.
///
/// The handler only writes a byte into a pipe; a thread reads it and may do anything. While nothing is being solved the first
/// signal ends the process at once; a solve asks to be told instead. A second signal ends the process in the handler itself.
enum Signals {
  /// What a solve does at the first signal.
  private static let action = Mutex<(@Sendable (Int32) -> Void)?>(nil)
  private static let first = Atomic<Int32>(0)

  /// The first signal that has come, if any.
  static var received: Int32? {
    let signal = first.load(ordering: .acquiring)
    return signal == 0 ? nil : signal
  }

  static func install() {
    // A limit on the size of files is an error of writing, like a full disk.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    signalPipe = ends[1]
    let reader = ends[0]
    for number in [SIGINT, SIGTERM] { signal(number, handleSignal) }
    // Whoever starts this process may have blocked signals, and a blocked mask is inherited.
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in [SIGINT, SIGTERM] { sigaddset(&mask, number) }
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    Thread { @Sendable in
      var byte: UInt8 = 0
      while true {
        let count = read(reader, &byte, 1)
        if count == 1 { take(Int32(byte)) } else if count == 0 || errno != EINTR { return }
      }
    }.start()
  }

  private static func take(_ number: Int32) {
    let action = action.withLock { action in
      first.store(number, ordering: .releasing)
      return action
    }
    guard let action else { TemporaryFile.waitAndExit(128 + number) }
    action(number)
  }

  /// From now on the first signal calls `action`, on a thread of its own, instead of ending the process.
  static func onFirst(_ action: @escaping @Sendable (Int32) -> Void) {
    self.action.withLock { $0 = action }
    if let number = received { action(number) }
  }
}

// What a signal handler touches: plain globals with constant initial values, which need no lazy initialisation.
nonisolated(unsafe) private var signalPipe: Int32 = -1
nonisolated(unsafe) private var signalCount: sig_atomic_t = 0

private func handleSignal(_ number: Int32) {
  signalCount += 1
  if signalCount > 1 { TemporaryFile.removeAndExit(128 + number) }
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(signalPipe, &byte, 1)
  errno = saved
}
