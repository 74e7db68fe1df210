import Apus
import Synchronization

/// The log of a solve on the standard error: a line for each better solution or bound, and on a terminal a line that lives.
final class ProgressLog: Sendable {
  private struct State {
    var solutions = 0
    var objective: Int?
    var bound: Int?
    var isLive = false
    var isClosed = false
  }

  private let state: Mutex<State>
  private let isQuiet: Bool
  private let usesColor: Bool
  private let timeLimit: Double?
  private let pulse = Mutex<Pulse?>(nil)
  private let stream = StandardStream.error

  init(_ plan: SolvePlan) {
    isQuiet = plan.isQuiet
    usesColor = stream.usesColor
    timeLimit = plan.timeLimit
    state = Mutex(State(isLive: !plan.isQuiet && StandardStream.error.isTerminal))
    note(plan.heading)
    if state.withLock({ $0.isLive }) {
      let made = Pulse(every: 0.1) { [weak self] in self?.refresh() }
      pulse.withLock { $0 = made }
    }
  }

  /// A line of its own.
  func note(_ line: String) {
    guard !isQuiet else { return }
    state.withLock { state in
      _ = stream.write((state.isLive && !state.isClosed ? "\r\u{1B}[K" : "") + line + "\n")
    }
  }

  func take(_ event: SolveEvent, offset: Double) {
    if let changes = event.startChanges { note("\(changes)") }
    guard !isQuiet, event.kind == .solution || event.kind == .bound else { return }
    let line = state.withLock { state in
      state.objective = event.objective
      state.bound = event.bound
      if event.kind == .solution { state.solutions += 1 }
      let mark = event.kind == .solution ? "#\(state.solutions)" : "#Bound"
      let text = Self.line(mark, offset + event.seconds, state.objective, state.bound, event.strategy)
      return usesColor && event.kind == .bound ? "\u{1B}[2m\(text)\u{1B}[0m" : text
    }
    note(line)
  }

  /// Takes the living line away; nothing follows but notes.
  func close() {
    pulse.withLock { $0?.cancel() }
    state.withLock { state in
      if state.isLive, !state.isClosed { stream.write("\r\u{1B}[K") }
      state.isClosed = true
    }
  }

  /// `#3        0.42s  best:945     bound:850     gap:10.1%   by search`
  private static func line(
    _ mark: String, _ seconds: Double, _ objective: Int?, _ bound: Int?, _ strategy: String?
  ) -> String {
    let time = TimeText.log(seconds)
    let padding = String(repeating: " ", count: max(1, 15 - mark.count - time.count))
    let best = column("best:" + (objective.map(String.init) ?? "-"), 12)
    let proven = column("bound:" + (bound.map(String.init) ?? "-"), 13)
    let gap = column("gap:" + TimeText.percent(Outcome.gap(objective, bound)), 10)
    return "\(mark)\(padding)\(time)  \(best) \(proven) \(gap) \(strategy.map { "by \($0)" } ?? "")"
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func refresh() {
    state.withLock { state in
      guard !state.isClosed else { return }
      let seconds = ProcessClock.seconds
      let limit = timeLimit.map { " of \(TimeText.short($0))" } ?? ""
      var parts = ["\(Self.spinner(seconds)) \(TimeText.short(seconds))\(limit)"]
      parts.append(state.objective.map { "best \($0)" } ?? "no solution yet")
      if let bound = state.bound { parts.append("bound \(bound)") }
      if let gap = Outcome.gap(state.objective, state.bound) { parts.append("gap \(TimeText.percent(gap))") }
      parts.append("Ctrl-C keeps the best")
      let text = String(parts.joined(separator: "  ").prefix(max(10, stream.size.columns - 1)))
      stream.write("\r" + (usesColor ? "\u{1B}[36m\(text)\u{1B}[0m" : text) + "\u{1B}[K")
    }
  }

  private static func spinner(_ seconds: Double) -> Character {
    let frames = Array("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")
    return frames[Int(seconds * 10) % frames.count]
  }
}
