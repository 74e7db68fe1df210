import ApusBench
import Synchronization

/// The log of benchmark runs on the standard error: a line for each run, and on a terminal a line that lives.
final class BenchLog: Sendable {
  private struct State {
    var total = 0
    var limit = 0.0
    /// Runs that are finished, before and now.
    var count = 0
    /// Runs finished now, and their seconds.
    var session = (count: 0, seconds: 0.0)
    var current: (run: PlannedRun, begin: Double)?
    var isClosed = false
  }

  private let state = Mutex(State())
  private let pulse = Mutex<Pulse?>(nil)
  private let isQuiet: Bool
  private let stream = StandardStream.error

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Runs that are finished, those of earlier sessions included.
  var count: Int { state.withLock { $0.count } }

  /// Says what begins.
  func begin(_ plan: RunPlan, total: Int, remaining: Int, shard: Shard?, folder: RunFolder) {
    state.withLock {
      $0.total = total
      $0.count = total - remaining
      $0.limit = plan.limits.limit
    }
    let limits = plan.limits
    let settings = [
      "limit \(TimeText.short(limits.limit))", "\(limits.threads) thread\(limits.threads == 1 ? "" : "s")",
      shard.map { "shard \($0)" },
    ]
    let done = remaining < total ? ", \(total - remaining) done before" : ""
    note(
      "\(plan.suite) in \(folder.url.path): \(total) \(total == 1 ? "run" : "runs")\(done)  (\(settings.compactMap(\.self).joined(separator: ", ")))"
    )
    if !isQuiet, stream.isTerminal {
      let made = Pulse(every: 0.2) { [weak self] in self?.refresh() }
      pulse.withLock { $0 = made }
    }
  }

  func start(_ run: PlannedRun) { state.withLock { $0.current = (run, ProcessClock.seconds) } }

  /// Says what a run has come to.
  func finish(_ record: RunRecord) {
    let line = state.withLock { state in
      state.count += 1
      state.session.count += 1
      state.session.seconds += record.wallSeconds ?? record.seconds
      state.current = nil
      return "\(Self.place(state))  \(Self.text(record))  (\(Self.remaining(state)))"
    }
    note(line)
  }

  /// Takes the living line away.
  func close() {
    pulse.withLock { $0?.cancel() }
    state.withLock { state in
      if !state.isClosed, !isQuiet, stream.isTerminal { stream.write("\r\u{1B}[K") }
      state.isClosed = true
    }
  }

  private func note(_ line: String) {
    guard !isQuiet else { return }
    state.withLock { _ in _ = stream.write((stream.isTerminal ? "\r\u{1B}[K" : "") + line + "\n") }
  }

  /// `[ 12/159]`.
  private static func place(_ state: State) -> String {
    let total = "\(state.total)"
    let count = "\(state.count)"
    return "[\(String(repeating: " ", count: max(0, total.count - count.count)))\(count)/\(total)]"
  }

  /// `ft10 cpsat seed 0: optimal 930 in 2.31 s`.
  private static func text(_ record: RunRecord) -> String {
    let name = name(record.instance, record.solver, record.backend, record.seed)
    let time = TimeText.short(record.seconds)
    if let error = record.error { return "\(name): error after \(time): \(error)" }
    let value = record.objective.map { " " + number($0) } ?? ""
    let bound = record.status == .optimal ? nil : record.bound.map { ", bound \(number($0))" }
    return "\(name): \(record.status.rawValue)\(value)\(bound ?? "") in \(time)"
  }

  private static func name(_ instance: String, _ solver: String, _ backend: String?, _ seed: Int) -> String {
    "\(instance) \(solver)\(backend.map { "/\($0)" } ?? "") seed \(seed)"
  }

  /// An objective without a point where it is whole.
  private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

  /// `4m10s gone, about 12m00s left`.
  private static func remaining(_ state: State) -> String {
    let mean = state.session.count > 0 ? state.session.seconds / Double(state.session.count) : state.limit
    let left = mean * Double(state.total - state.count)
    return "\(TimeText.short(ProcessClock.seconds)) gone, about \(TimeText.short(left)) left"
  }

  private func refresh() {
    state.withLock { state in
      guard !state.isClosed, let (run, begin) = state.current else { return }
      let now = ProcessClock.seconds
      let name = Self.name(run.instance.name, run.solver.name, run.solver.backend, run.seed)
      let text =
        "\(Self.place(state))  \(name)  \(TimeText.short(now - begin)) of \(TimeText.short(state.limit))  \(Self.remaining(state))"
      stream.write("\r\(text.prefix(max(10, stream.size.columns - 1)))\u{1B}[K")
    }
  }
}
