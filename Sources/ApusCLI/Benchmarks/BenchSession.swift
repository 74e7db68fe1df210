import ApusBench
import Foundation

/// Runs what a folder still lacks, from the first line of progress to the summary.
struct BenchSession {
  private let folder: RunFolder
  private let shard: Shard?
  private let programs: [SolverProgram]
  private let log: BenchLog

  /// - Parameter programs: how each solver of the folder's plan is run, in the plan's order.
  init(_ folder: RunFolder, shard: Shard?, programs: [SolverProgram], isQuiet: Bool) {
    self.folder = folder
    self.programs = programs
    self.shard = shard
    log = BenchLog(isQuiet: isQuiet)
  }

  /// Runs, and prints the summary.
  func run() throws -> ExitStatus {
    let runner = try SuiteRunner(
      folder, shard: shard, programs: programs, commit: BenchmarkFolder.standard.commit, judge: SolutionVerdict.check)
    // From here on a signal ends the run, not the process; a second one ends both.
    Signals.onFirst { _ in }
    let remaining = runner.remaining
    log.begin(runner.plan, total: runner.runs.count, remaining: remaining.count, shard: shard, folder: folder)
    do {
      for run in remaining where Signals.received == nil {
        log.start(run)
        if let record = try runner.perform(run, isCancelled: { Signals.received != nil }) { log.finish(record) }
      }
    } catch {
      log.close()
      throw Failure(.internalError, "\(error); \(kept(log.count, of: runner.runs.count)); \(advice)")
    }
    log.close()
    if let signal = Signals.received {
      StandardStream.error.write("apus: interrupted; \(kept(log.count, of: runner.runs.count)); \(advice)\n")
      return .interrupted(signal: signal)
    }
    let summary = RunSummary(try runner.records())
    try TextDestination(nil).write("\(folder.url.path): \(summary)\n")
    return summary.isApusRight ? .done : .wrong
  }

  private func kept(_ count: Int, of total: Int) -> String { "\(count) of \(total) runs are kept" }

  private var advice: String { "go on with: apus bench resume \(folder.url.path)" }
}

extension SolverTools {
  /// Apus as it is running, and the peers of its package.
  static let running = SolverTools(
    apus: Bundle.main.executableURL?.path ?? CommandLine.arguments[0], apusVersion: ApusCommand.version,
    benchmarks: .standard, environment: ProcessInfo.processInfo.environment)
}
