import Apus
import ApusProblems
import Foundation
import Synchronization

/// The events of a solve as JSON, one object a line, written as they happen.
final class EventLog: Sendable {
  private let path: String
  private let descriptor: Int32
  private let isTimed: Bool
  private let head: [(key: String, value: String)]
  /// The first error of the system in writing.
  private let failure = Mutex<Int32?>(nil)

  /// Creates or empties the file.
  ///
  /// - Throws: a ``Failure`` of status 64 where that is not possible.
  init(_ path: String, _ plan: SolvePlan) throws {
    self.path = path
    isTimed = !plan.isRepeatable
    head = [
      ("version", "1"), ("instance", JSONText.string(plan.source.name)),
      ("family", JSONText.string(plan.instance.family)), ("threads", "\(plan.threads)"),
      ("seed", "\(plan.options.seed)"),
    ]
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o666)
    guard descriptor >= 0 else { throw Failure(.usage, "\(path): cannot be written: \(systemMessage(errno))") }
  }

  /// Writes an event of the run; the last one is ``finish(_:)``'s.
  func take(_ event: SolveEvent, offset: Double) {
    guard event.kind != .done else { return }
    write(
      event.kind.rawValue, at: offset + event.seconds, event.objective, event.bound, event.strategy,
      event.kind == .start ? head : event.startChanges.map(Self.members) ?? [])
  }

  private static func members(_ changes: StartChanges) -> [(key: String, value: String)] {
    [
      ("given", "\(changes.given)"), ("repaired", JSONText.boolean(changes.isRepaired)),
      ("changes", JSONText.array(changes.changes.map { JSONText.string($0) })),
    ]
  }

  /// Writes the last event.
  ///
  /// - Throws: a ``Failure`` where this or an earlier line could not be written.
  func finish(_ outcome: Outcome) throws {
    write(
      "done", at: outcome.seconds, outcome.objective, outcome.bound, outcome.boundBy,
      [
        ("status", JSONText.string(outcome.status.rawValue)), ("conflicts", JSONText.number(outcome.conflicts)),
        ("work", JSONText.number(outcome.work)),
      ])
    if let code = failure.withLock({ $0 }) {
      throw Failure(.internalError, "\(path): cannot be written: \(systemMessage(code))")
    }
  }

  private func write(
    _ kind: String, at seconds: Double, _ objective: Int?, _ bound: Int?, _ strategy: String?,
    _ more: [(key: String, value: String)]
  ) {
    let line = JSONText.object(
      [
        ("event", JSONText.string(kind)), ("t", JSONText.seconds(isTimed ? seconds : nil)),
        ("objective", JSONText.number(objective)), ("bound", JSONText.number(bound)),
        ("strategy", JSONText.string(strategy)),
      ] + more)
    failure.withLock { failure in
      if failure == nil { failure = writeAll(Array((line + "\n").utf8), to: descriptor) }
    }
  }
}
