import Foundation

/// What a solver prints: one JSON object, as `apus solve --json` does. Keys that are not known are passed over.
struct SolverAnswer: Decodable {
  var status: RunStatus
  var objective: Double?
  var bound: Double?
  /// By the solver's own clock.
  var seconds: Double?
  var secondsToBest: Double?
  /// What solved, with its version, where the program tells.
  var solverVersion: String?

  /// Reads a solver's standard output.
  ///
  /// - Throws: ``RunLineError`` where that is not one such object.
  init(_ output: [UInt8]) throws(RunLineError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(output))
    } catch {
      throw RunLineError(file: "answer", line: 1, error)
    }
    for (key, value) in [("seconds", seconds), ("secondsToBest", secondsToBest)] {
      if let value, !(value >= 0) {
        throw RunLineError(file: "answer", line: 1, message: "\(key): expected 0 or more, found \(value)")
      }
    }
    if status == .error {
      throw RunLineError(file: "answer", line: 1, message: "status: expected an answer, found \"error\"")
    }
  }

  /// What the claims contradict among themselves, where `sense` is the objective's; nil if nothing.
  func contradiction(_ sense: RunSense?) -> String? {
    guard let sense, status.claimsSolution else { return nil }
    guard let objective else { return "status \(status.rawValue) without an objective" }
    guard let bound else { return nil }
    if sense.isBetter(objective, than: bound) { return "the bound \(bound) is beyond the objective \(objective)" }
    return status == .optimal && bound != objective ? "optimal, but the bound \(bound) is not the objective" : nil
  }
}

/// A line of the events that a solver writes, as `apus solve --events` does.
struct SolverEvent: Decodable {
  var event: String
  var t: Double?
  var objective: Double?
  var bound: Double?

  /// The events of a run from the lines that its solver wrote; lines that are none are passed over, as is what a line repeats.
  static func events(from bytes: [UInt8], run: String) -> [RunEvent] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let read = try? JSONDecoder().decode(Self.self, from: Data(line)), let t = read.t else { return nil }
      let event: RunEvent
      switch read.event {
      case "solution": event = RunEvent(run: run, t: t, objective: read.objective, bound: read.bound)
      case "bound": event = RunEvent(run: run, t: t, bound: read.bound)
      default: return nil
      }
      return event.mistake == nil ? event : nil
    }
  }
}
