import Foundation

/// How a solver of a plan is run.
public struct SolverProgram: Sendable {
  private enum Form {
    case apus(backend: String?)
    case peer
  }

  private let words: [String]
  private let form: Form
  /// The solver's version, where it can be told before it runs.
  let version: String?

  /// Finds out how to run a solver.
  ///
  /// - Throws: ``RunRefusal`` where a peer is not installed.
  public init(_ solver: PlannedSolver, _ tools: SolverTools) throws(RunRefusal) {
    if let command = solver.command {
      words = ["/bin/sh", "-c", command + " \"$@\"", solver.name]
      form = .peer
      version = nil
    } else if let peer = Peer(solver.name) {
      words = peer.words(in: tools.benchmarks, tools.environment)
      form = .peer
      version = try peer.version(in: tools.benchmarks, tools.environment)
    } else {
      guard solver.name == PlannedSolver.apus else { throw RunRefusal("there is no solver '\(solver.name)'") }
      words = [tools.apus]
      form = .apus(backend: solver.backend)
      version = tools.apusVersion
    }
  }

  /// The command of a run: `Docs/BenchmarkRuns.md` has the protocol.
  func command(_ instance: URL, seed: Int, _ limits: RunLimits, solution: URL, events: URL) -> [String] {
    let memory = limits.memory.map { ["--memory", "\($0)"] } ?? []
    let common = ["--threads", "\(limits.threads)", "--seed", "\(seed)"] + memory + ["--events", events.path]
    switch form {
    case .apus(let backend):
      return words + ["solve", instance.path, "--time", "\(limits.limit)"] + common
        + (backend.map { ["--backend", $0] } ?? []) + ["--json", "--quiet", "--output", solution.path]
    case .peer:
      return words + [instance.path, "--time", "\(limits.limit)"] + common + ["--output", solution.path]
    }
  }
}

/// What solvers are run with.
public struct SolverTools: Sendable {
  /// The executable that runs `apus solve`.
  public var apus: String
  public var apusVersion: String
  /// Where the programs of peers are.
  public var benchmarks: BenchmarkFolder
  public var environment: [String: String]

  public init(apus: String, apusVersion: String, benchmarks: BenchmarkFolder, environment: [String: String]) {
    self.apus = apus
    self.apusVersion = apusVersion
    self.benchmarks = benchmarks
    self.environment = environment
  }
}
