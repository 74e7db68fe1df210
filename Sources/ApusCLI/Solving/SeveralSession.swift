import Apus
import ApusModel
import ApusProblems
import Foundation

/// A solve that asks for several solutions: all of them, or a pool of good ones. Each is a line of JSON, a solution file of its own.
struct SeveralSession: Sendable {
  /// What is asked for.
  enum Question: Sendable {
    /// All solutions, or the first so many.
    case all(limit: Int?)
    case pool(count: Int, gap: Double, distance: Int)
  }

  let plan: SolvePlan
  let question: Question

  /// Solves, writes and prints; returns the status to end with.
  func solve() throws -> ExitStatus {
    if !plan.isQuiet { StandardStream.error.write(plan.heading + "\n") }
    switch question {
    case .all(let limit): return try all(limit)
    case .pool(let count, let gap, let distance): return try pool(count, gap, distance)
    }
  }

  private var timeLeft: Duration? { plan.timeLimit.map { .seconds(max(0, $0 - ProcessClock.seconds)) } }

  private func all(_ limit: Int?) throws -> ExitStatus {
    let source = SolutionSource(plan.model, limit: limit, time: timeLeft, seed: plan.options.seed)
    Signals.onFirst { _ in source.stop() }
    var lines = ""
    var count = 0
    while true {
      let found = try refusing { () throws(SolveError) in try source.next(1024) }
      if found.isEmpty { break }
      for solution in found { lines += try line(solution, .feasible) }
      count += found.count
      if plan.solutionFile == nil {
        try print(lines)
        lines = ""
      }
    }
    try plan.solutionFile?.write(lines)
    let isAll = source.isComplete
    let isEnough = isAll || limit == count
    note("\(TimeText.grouped(count)) solution\(count == 1 ? "" : "s")\(isAll ? ", all there are" : "")")
    if let signal = Signals.received { return .interrupted(signal: signal) }
    if count == 0 { return isAll ? .infeasible : .unknown }
    return isEnough ? .done : .feasible
  }

  private func pool(_ count: Int, _ gap: Double, _ distance: Int) throws -> ExitStatus {
    var options = plan.options
    options.timeLimit = timeLeft
    let run = PoolRun(plan.model, count: count, gap: gap, distance: distance, options)
    Signals.onFirst { _ in run.cancel() }
    let pool = try refusing { () throws(SolveError) in try run.run() }
    var lines = ""
    for (index, solution) in pool.solutions.enumerated() {
      lines += try line(solution, .feasible)
      note(
        "#\(index + 1)" + (value(of: solution).map { " \(plan.instance.objectiveName) \($0)" } ?? "")
          + (index == 0 ? "" : ", \(pool.distances[index]) variables unlike any before")
          + (pool.areProven[index] ? (index == 0 ? ", optimal" : ", proven the most") : ""))
    }
    if let file = plan.solutionFile { try file.write(lines) } else { try print(lines) }
    if pool.isComplete { note("there are no more within the gap") }
    if let signal = Signals.received { return .interrupted(signal: signal) }
    if pool.solutions.isEmpty { return pool.isComplete ? .infeasible : .unknown }
    return pool.solutions.count == count || pool.isComplete ? .done : .feasible
  }

  /// A solution as a solution file on one line, after the family's own check has passed it.
  private func line(_ solution: Solution, _ status: SolutionFile.Status) throws -> String {
    var file = SolutionFile(
      instance: plan.source.name, sha256: plan.source.sha256, family: plan.instance.family, status: status,
      objective: value(of: solution), command: plan.command, seed: Int(plan.options.seed), apus: ApusCommand.version)
    plan.instance.record(solution, in: &file)
    if let violation = plan.instance.violations(of: file).first {
      throw Failure(.internalError, "found an error in its own answer and withholds it: \(violation)")
    }
    return file.text.filter { $0 != "\n" } + "\n"
  }

  private func value(of solution: Solution) -> Int? {
    plan.model.objective.flatMap { solution.value(of: $0.expression) }
  }

  private func note(_ line: String) { if !plan.isQuiet { StandardStream.error.write(line + "\n") } }

  private func print(_ text: String) throws {
    if let code = StandardStream.output.write(text) {
      throw Failure(.internalError, "the standard output cannot be written: \(systemMessage(code))")
    }
  }

  /// A model that cannot be solved is a fault of its file.
  private func refusing<Value>(_ work: () throws(SolveError) -> Value) throws -> Value {
    do { return try work() } catch {
      guard case .model(let error) = error else { throw error }
      throw Failure(.badInput, "\(plan.source.path ?? plan.source.title): the model cannot be solved: \(error)")
    }
  }
}
