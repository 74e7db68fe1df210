import Foundation

/// Calls back at short intervals until it is cancelled: the clock of a run, so that search need not look at one.
struct Ticker {
  private let timer: any DispatchSourceTimer

  init(every seconds: Double, _ tick: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
    timer.schedule(deadline: .now() + seconds, repeating: seconds, leeway: .milliseconds(1))
    timer.setEventHandler(handler: DispatchWorkItem(block: tick))
    timer.resume()
  }

  func cancel() { timer.cancel() }
}
