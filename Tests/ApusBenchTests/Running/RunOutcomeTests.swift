import Foundation
import Testing

@testable import ApusBench

/// What counts of what solvers say.
@Suite struct RunOutcomeTests {
  private static let right =
    #"{"status":"optimal","objective":7,"bound":7,"seconds":0.5,"secondsToBest":0.25,"solverVersion":"S 1"}"#

  private func outcome(
    _ output: String, status: Int32 = 0, stop: ProcessStop? = nil, errors: String = "",
    verdict: SolutionVerdict = SolutionVerdict(objective: 7, complaint: nil)
  ) -> RunOutcome {
    let end = ProcessEnd(
      status: status, stop: stop, output: Array(output.utf8), errors: Array(errors.utf8), seconds: 2, cpuSeconds: 1,
      peakMemory: 1)
    return RunOutcome(end, RunLimits(limit: 1, threads: 1, memory: 1000), .minimize) { verdict }
  }

  @Test func aRightAnswer() {
    let outcome = outcome(Self.right)
    #expect(outcome.status == .optimal && outcome.objective == 7 && outcome.bound == 7 && outcome.isVerified)
    #expect(outcome.seconds == 0.5 && outcome.secondsToBest == 0.25 && outcome.version == "S 1" && outcome.error == nil)
    // A clock that claims more than the process lasted.
    #expect(self.outcome(#"{"status":"feasible","objective":7,"seconds":99}"#, status: 10).seconds == 2)
    #expect(self.outcome(#"{"status":"unknown","bound":3}"#, status: 30).bound == 3)
    #expect(self.outcome(#"{"status":"infeasible"}"#, status: 20).status == .infeasible)
  }

  @Test func anAnswerAfterSIGTERMCounts() {
    let stopped = outcome(#"{"status":"feasible","objective":7,"bound":3}"#, status: 143, stop: .memory)
    #expect(stopped.status == .feasible && stopped.isVerified)
  }

  @Test(arguments: [
    // No answer, garbage, more than one object, an answer that is none, another type.
    ("", 0, "no answer"), ("hello", 0, "no answer"), (right + right, 0, "no answer"), ("[]", 0, "no answer"),
    (#"{"status":"great"}"#, 0, "no answer: status: expected one of"), (#"{"status":"error"}"#, 0, "no answer"),
    (#"{"status":"feasible","objective":"7"}"#, 0, "no answer: objective: expected a number"),
    (#"{"status":"feasible","objective":7,"seconds":-1}"#, 0, "no answer: seconds"),
    // A crash after the answer, and before.
    (right, 139, "ended by signal 11"), (right, 1, "ended with status 1"), ("", 70, "ended with status 70"),
    // Contradictions.
    (#"{"status":"optimal"}"#, 0, "wrong answer: status optimal without an objective"),
    (#"{"status":"optimal","objective":7,"bound":6}"#, 0, "wrong answer: optimal, but the bound"),
    (#"{"status":"feasible","objective":7,"bound":8}"#, 0, "wrong answer: the bound 8"),
    // Another objective than the solution's.
    (#"{"status":"feasible","objective":6}"#, 0, "wrong answer: the solution's objective"),
  ])
  func whatIsWrong(_ output: String, _ status: Int32, _ error: String) throws {
    let outcome = outcome(output, status: status)
    #expect(outcome.status == .error && outcome.objective == nil && outcome.bound == nil && !outcome.isVerified)
    let text = try #require(outcome.error)
    #expect(text.hasPrefix(error) && !text.contains("\n"), "\(text)")
  }

  @Test func theCheckDecides() {
    let verdict = SolutionVerdict(objective: 7, complaint: "overlap:\n tasks 1 and 2")
    #expect(outcome(Self.right, verdict: verdict).error == "wrong answer: overlap: tasks 1 and 2")
  }

  @Test func limitsAreNamed() {
    #expect(outcome("", status: 137, stop: .wall).error == "stopped 10.0 s after its time limit")
    #expect(outcome("", status: 143, stop: .memory).error == "stopped at the memory limit of 1000 bytes")
    #expect(
      outcome("", status: 137, stop: .processorTime).error?.hasPrefix("stopped at 11.0 s of processor time") == true)
    #expect(outcome("", status: 1, errors: "a\nlast words\n\n").error == "ended with status 1: last words")
  }

  @Test func events() {
    let lines = """
      {"event":"start","t":0}
      {"event":"solution","t":0.1,"objective":9,"bound":3,"strategy":"x"}
      {"event":"bound","t":0.2,"objective":9,"bound":4}
      {"event":"bound","t":null,"bound":5}
      nonsense
      {"event":"bound","t":-1,"bound":6}
      {"event":"done","t":1,"objective":9,"bound":9}
      {"event":"solution","t":
      """
    #expect(
      SolverEvent.events(from: Array(lines.utf8), run: "r") == [
        RunEvent(run: "r", t: 0.1, objective: 9, bound: 3), RunEvent(run: "r", t: 0.2, bound: 4),
      ])
  }
}
