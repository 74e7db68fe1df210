import Foundation
import Synchronization

/// Threads that are waited for together. Search recurses little but long, and must not block the pool of async tasks.
struct ThreadGroup {
  private let group = DispatchGroup()

  func start(_ body: @escaping @Sendable () -> Void) {
    group.enter()
    let group = group
    let thread = Thread { @Sendable in
      body()
      group.leave()
    }
    thread.stackSize = 64 << 20
    thread.start()
  }

  func wait() { group.wait() }
}

/// Statistics added up from several threads.
final class Gathered: Sendable {
  private let total = Mutex(Portfolio.Statistics())

  func add(_ statistics: Portfolio.Statistics) { total.withLock { $0 = $0 + statistics } }

  var statistics: Portfolio.Statistics { total.withLock { $0 } }
}
