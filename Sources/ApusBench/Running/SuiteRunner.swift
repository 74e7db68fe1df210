import ApusProblems
import Foundation

/// Runs what a folder's plan, or a shard of it, still lacks: one run at a time, each a process of its own, each answer judged.
public struct SuiteRunner {
  public let plan: RunPlan
  /// All runs of this runner, those included that were finished before.
  public let runs: [PlannedRun]

  private let folder: RunFolder
  private let log: RunLog
  private let programs: [SolverProgram]
  private let judge: SolutionJudge
  private let commit: String?

  /// Takes the folder.
  ///
  /// - Parameters:
  ///   - programs: how each solver of the plan is run, in the plan's order.
  ///   - commit: the commit of the package that runs and judges; nil where it is not known.
  /// - Throws: ``RunRefusal`` where the folder is taken or cannot be written; `InputError` where it has no plan or something in it is
  ///   broken.
  public init(
    _ folder: RunFolder, shard: Shard?, programs: [SolverProgram], commit: String?, judge: @escaping SolutionJudge
  ) throws {
    self.folder = folder
    self.programs = programs
    self.commit = commit
    self.judge = judge
    plan = try folder.plan()
    runs = plan.runs(of: shard)
    try folder.verifyInstances(of: plan)
    log = try RunLog(folder, shard)
  }

  /// The runs that are not finished.
  public var remaining: [PlannedRun] { runs.filter { !log.finished.contains($0.id) } }

  /// The finished runs of this runner.
  public func records() throws(InputError) -> [RunRecord] {
    let ids = Set(runs.map(\.id))
    return try folder.records().filter { ids.contains($0.id) }
  }

  /// Makes one run and keeps it.
  ///
  /// - Parameter isCancelled: asked some twenty times a second; if so, the solver is stopped and nothing is kept.
  /// - Returns: the run; nil if it was cancelled.
  /// - Throws: ``StorageError`` where it cannot be kept: what was kept before stays; ``RunRefusal`` where no process can be started.
  public func perform(_ run: PlannedRun, isCancelled: () -> Bool) throws -> RunRecord? {
    guard let place = plan.solvers.firstIndex(of: run.solver) else { return nil }
    let scratch = folder.url.appending(path: ".\(run.fileName)")
    // What a killed runner has left must not pass for an answer.
    try? FileManager.default.removeItem(at: scratch)
    try WholeFile.makeFolder(scratch)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let solution = scratch.appending(path: "solution.json")
    let eventFile = scratch.appending(path: "events.ndjson")
    let instance = folder.file(of: run.instance)
    let limits = plan.limits
    let begin = Date.now
    let load = Machine.current.load
    let end = try LimitedProcess.run(
      programs[place].command(instance, seed: run.seed, limits, solution: solution, events: eventFile),
      ProcessLimits(
        wall: limits.limit + limits.grace, processorTime: limits.processorTime, memory: limits.memory),
      isCancelled: isCancelled,
      started: { remember($0) })
    unlink(log.orphan.path)
    if end.stop == .cancelled { return nil }
    let outcome = RunOutcome(end, limits, run.instance.sense) { judge(instance, solution) }
    // A full disk is no fault of the solver: such a run is to be made again.
    if outcome.status == .error { try expectRoom(in: scratch) }
    var record = record(of: run, end, outcome, programs[place])
    record.load = load
    record.started = begin.formatted(.iso8601)
    let events = (try? InputFile.bytes(of: eventFile)).map { SolverEvent.events(from: $0, run: record.id) } ?? []
    try log.keep(
      record, outcome.status == .error ? [] : events, solution: outcome.isVerified ? solution : nil, as: run.fileName)
    return record
  }

  private func record(
    of run: PlannedRun, _ end: ProcessEnd, _ outcome: RunOutcome, _ program: SolverProgram
  ) -> RunRecord {
    let isApus = run.solver.name == PlannedSolver.apus
    var record = RunRecord(
      suite: run.suite, instance: run.instance.name, family: plan.family, solver: run.solver.name,
      backend: run.solver.backend, status: outcome.status, objective: outcome.objective, bound: outcome.bound,
      sense: run.instance.sense, seconds: outcome.seconds, cpuSeconds: end.cpuSeconds,
      secondsToBest: outcome.secondsToBest, peakMemory: end.peakMemory, verified: outcome.isVerified,
      limit: plan.limits.limit, threads: plan.limits.threads, seed: run.seed, commit: isApus ? commit : nil,
      host: Machine.current.host, processor: Machine.current.processor, version: outcome.version ?? program.version,
      started: "", error: outcome.error)
    record.wallSeconds = end.seconds
    record.memoryLimit = plan.limits.memory
    record.cpuLimit = plan.limits.processorTime
    record.runner = commit
    return record
  }

  /// Sees that the disk has room for files of the usual sizes, 1 MiB, by writing one.
  private func expectRoom(in scratch: URL) throws(StorageError) {
    do {
      try WholeFile.write(String(repeating: " ", count: 1 << 20), to: scratch.appending(path: "room"))
    } catch {
      throw StorageError(folder.url.path, error.message)
    }
  }

  /// Notes the process in the folder, for whoever comes after this process is killed. A folder that has no room for it does not
  /// end the run.
  private func remember(_ process: Int32) {
    guard let record = OrphanRecord(host: Machine.current.host, process: process) else { return }
    try? JSONEncoder().encode(record).write(to: log.orphan)
  }
}
