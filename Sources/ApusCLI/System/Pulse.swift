import Foundation

/// Calls back regularly until it is cancelled.
final class Pulse: @unchecked Sendable {
  // Timers of Dispatch may be used from any thread, but are not marked so on Linux.
  private let timer: any DispatchSourceTimer

  init(every seconds: Double, _ action: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
    timer.schedule(deadline: .now(), repeating: seconds, leeway: .milliseconds(2))
    timer.setEventHandler(handler: DispatchWorkItem(block: action))
    timer.resume()
  }

  func cancel() { timer.cancel() }
}
