import ApusBench
import ArgumentParser
import Foundation

/// `apus bench run SUITE`.
struct BenchRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a suite: every instance, solver and seed once, each answer checked.",
    discussion: """
      Runs are made one at a time, and kept in a folder as they end. A session that was stopped, in whatever way, goes on \
      with apus bench resume. Inside a Slurm array job each task runs its shard. The exit status is 1 where a run of Apus \
      was an error.
      """)

  @Argument(help: "The suite: a name, such as smoke, or a path.")
  var suite: String

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Keep the runs in this folder.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("The backend of Apus: auto, native or heuristic. May be repeated.", valueName: "backend"))
  var backend: [BackendArgument] = []

  @Option(
    help: ArgumentHelp(
      "Run this solver too: \(Peer.names.joined(separator: ", ")), or NAME=COMMAND. May be repeated.", valueName: "peer"
    ),
    transform: PeerArgument.init)
  var peer: [PeerArgument] = []

  @Flag(help: "Run the peers only.")
  var withoutApus = false

  @Option(
    help: ArgumentHelp("The time limit of each run. (default: the suite's)", valueName: "time"),
    transform: TimeArgument.init)
  var limit: TimeArgument?

  @Option(
    help: ArgumentHelp(
      "How long a run may go on after its limit before it is stopped. (default: 10s)", valueName: "time"),
    transform: TimeArgument.init)
  var grace: TimeArgument?

  @Option(
    name: [.customShort("j", allowingJoined: true), .customLong("threads")],
    help: ArgumentHelp("The threads of each run. (default: the suite's)", valueName: "n"))
  var threads: Int?

  @Option(help: ArgumentHelp("Run with the seeds 0 to N-1. (default: the suite's)", valueName: "n"))
  var seeds: Int?

  @Option(
    help: ArgumentHelp("The memory of each run, all its processes together: 512M, 4G.", valueName: "size"),
    transform: MemoryArgument.init)
  var memory: MemoryArgument?

  @Option(
    help: ArgumentHelp("Run one part of n, counted from 1: 2/4. (default: all)", valueName: "i/n"),
    transform: ShardArgument.init)
  var shard: ShardArgument?

  @Flag(name: [.customShort("q"), .long], help: "No log, only the summary.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("-j \(threads): expected 1 to 256 threads") }
    if let seeds, !(1...10_000).contains(seeds) { throw ValidationError("--seeds \(seeds): expected 1 to 10000 seeds") }
    let names = solvers.map { $0.name + ($0.backend.map { "/\($0)" } ?? "") }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("\(twice) is asked for twice, expected it once")
    }
    if solvers.isEmpty { throw ValidationError("--without-apus: expected at least one --peer") }
  }

  func run() throws {
    try finish {
      let suite = try Suite.find(suite)
      let shard = try ShardArgument.chosen(shard)
      let planning = try SuitePlanning(suite)
      let plan = RunPlan(
        suite: suite.name, family: suite.family, instances: planning.instances, solvers: solvers,
        seeds: seeds.map { Array(0..<$0) } ?? suite.seeds,
        limits: RunLimits(
          limit: limit?.seconds ?? suite.limit, grace: grace?.seconds ?? RunLimits.usualGrace,
          threads: threads ?? suite.threads, memory: memory?.bytes))
      let folder = RunFolder(URL(filePath: output))
      // Before anything is made for them.
      let programs = try solvers.map { try SolverProgram($0, .running) }
      try folder.prepare(plan, texts: planning.texts)
      return try BenchSession(folder, shard: shard, programs: programs, isQuiet: quiet).run()
    }
  }

  /// Apus with each backend, then the peers, as they were given.
  private var solvers: [PlannedSolver] {
    let backends = withoutApus ? [] : backend.isEmpty ? [.native] : backend
    return backends.map { PlannedSolver(name: PlannedSolver.apus, backend: $0.used) } + peer.map(\.solver)
  }
}
