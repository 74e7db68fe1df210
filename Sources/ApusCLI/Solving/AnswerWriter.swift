import Apus
import ApusProblems

/// Turns an outcome into files, an answer on the standard output and an exit status.
struct AnswerWriter: Sendable {
  private let plan: SolvePlan
  private let log: ProgressLog
  private let events: EventLog?

  init(_ plan: SolvePlan, log: ProgressLog, events: EventLog?) {
    self.plan = plan
    self.log = log
    self.events = events
  }

  /// Ends the log without an answer.
  func close() { log.close() }

  /// Checks, writes, prints. Nothing is written or printed where the check fails.
  func finish(_ outcome: Outcome) -> ExitStatus {
    log.close()
    let file = solutionFile(outcome)
    if let file, let refusal = refusal(of: file) {
      complain("found an error in its own answer and withholds it: \(refusal)")
      return .internalError
    }
    var isWritten = true
    func attempt(_ work: () throws -> Void) {
      do { try work() } catch {
        complain(Failure(error).description)
        isWritten = false
      }
    }
    if outcome.ending == .memoryLimit { complain("the memory limit ends the run; the best answer so far is kept") }
    if let file {
      if let target = plan.solutionFile { attempt { try target.write(file.text) } }
      if let picture = plan.picture { attempt { try picture.write(chart(file, outcome)) } }
    } else if let target = plan.solutionFile {
      log.note("there is no solution, \(target.path) is not written")
    }
    if let events { attempt { try events.finish(outcome) } }
    attempt { try printAnswer(outcome, file) }
    if !isWritten { return .internalError }
    return Signals.received.map { .interrupted(signal: $0) } ?? outcome.exitStatus
  }

  private func complain(_ line: String) { StandardStream.error.write("apus: \(line)\n") }

  // MARK: The solution file

  private func solutionFile(_ outcome: Outcome) -> SolutionFile? {
    guard let solution = outcome.solution else { return nil }
    var file = SolutionFile(
      instance: plan.source.name, sha256: plan.source.sha256, family: plan.instance.family, status: outcome.status,
      objective: outcome.objective, bound: outcome.bound, command: plan.command, seed: Int(plan.options.seed),
      apus: ApusCommand.version)
    if !outcome.levels.isEmpty {
      file.levels = outcome.levels.map { SolutionFile.Level(name: $0.name, value: $0.value, bound: $0.bound) }
    }
    plan.instance.record(solution, in: &file)
    return file
  }

  /// What the family's own check finds wrong with the file as whoever reads its text will see it.
  private func refusal(of file: SolutionFile) -> String? {
    do {
      let read = try SolutionFile(bytes: Array(file.text.utf8), file: "the solution file")
      return plan.instance.violations(of: read).first?.description
    } catch { return error.description }
  }

  // MARK: The answer

  private func printAnswer(_ outcome: Outcome, _ file: SolutionFile?) throws {
    var text: String
    if plan.isJSON {
      text = AnswerJSON.text(outcome, plan) + "\n"
    } else {
      text = AnswerText.text(outcome, plan) + "\n"
      let output = StandardStream.output
      if let file, !plan.isQuiet, output.isTerminal { text += "\n" + chart(file, outcome).small(on: output) }
    }
    if let code = StandardStream.output.write(text) {
      throw Failure(.internalError, "the standard output cannot be written: \(systemMessage(code))")
    }
  }

  private func chart(_ file: SolutionFile, _ outcome: Outcome) -> Chart {
    Chart(
      plan.instance.picture(of: file), title: plan.source.title,
      subtitle: Chart.subtitle(of: file, objectiveName: plan.instance.objectiveName))
  }
}
