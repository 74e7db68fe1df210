/// What one run of one solver on one instance gave, and where and how it ran: one line of a results file.
///
/// Times are wall-clock seconds unless said otherwise. A field that is `nil` is left out of the line; a line may also say `null`.
public struct RunRecord: Sendable, Hashable, Codable {
  /// The list of instances that the run belongs to.
  public var suite: String
  /// The instance's name, unique within the suite.
  public var instance: String
  /// The problem family, such as `jobshop`.
  public var family: String
  /// Who solved: `apus`, or the name of a peer.
  public var solver: String
  /// Which engine of that solver, such as `native` or `glpk`; a peer may have none.
  public var backend: String?
  /// How the run ended.
  public var status: RunStatus
  /// The best solution's value; `nil` without a solution, or where nothing is optimised.
  public var objective: Double?
  /// The best proven bound on the objective: from below when minimising, from above when maximising.
  public var bound: Double?
  /// Whether less or more is better; `nil` where nothing is optimised.
  public var sense: RunSense?
  /// From start to end.
  public var seconds: Double
  /// Processor time of all threads and children, user and system.
  public var cpuSeconds: Double?
  /// From the start to the solution that was returned.
  public var secondsToBest: Double?
  /// The largest resident set, in bytes.
  public var peakMemory: Int?
  /// Whether a check other than the solver's own found the solution right, with this objective. False without a solution.
  public var verified: Bool
  /// The time limit that the solver was given; `nil` for none.
  public var limit: Double?
  /// The threads that the solver was given.
  public var threads: Int
  /// The seed that the solver was given.
  public var seed: Int
  /// The commit that the solver was built from.
  public var commit: String?
  /// The machine's name.
  public var host: String
  /// The machine's processor, as the system names it.
  public var processor: String?
  /// The machine's one-minute load average when the run began.
  public var load: Double?
  /// The solver's version.
  public var version: String?
  /// When the run began: ISO 8601 with a time zone, such as `2026-03-01T12:00:00Z`.
  public var started: String
  /// What went wrong, where the status is `error`.
  public var error: String?
  /// From the start of the process to its end, by the clock of whoever ran it; ``seconds`` may leave out the start of an interpreter.
  public var wallSeconds: Double?
  /// The processor time at which the run would have been stopped, in seconds; `nil` for no limit.
  public var cpuLimit: Double?
  /// The memory at which the run would have been stopped, in bytes; `nil` for no limit.
  public var memoryLimit: Int?
  /// The commit of the package that ran and judged it, be the solver Apus or a peer.
  public var runner: String?

  public init(
    suite: String, instance: String, family: String, solver: String, backend: String? = nil, status: RunStatus,
    objective: Double? = nil, bound: Double? = nil, sense: RunSense? = .minimize, seconds: Double,
    cpuSeconds: Double? = nil, secondsToBest: Double? = nil, peakMemory: Int? = nil, verified: Bool,
    limit: Double? = nil, threads: Int = 1, seed: Int = 0, commit: String? = nil, host: String,
    processor: String? = nil, load: Double? = nil, version: String? = nil, started: String, error: String? = nil
  ) {
    self.suite = suite
    self.instance = instance
    self.family = family
    self.solver = solver
    self.backend = backend
    self.status = status
    self.objective = objective
    self.bound = bound
    self.sense = sense
    self.seconds = seconds
    self.cpuSeconds = cpuSeconds
    self.secondsToBest = secondsToBest
    self.peakMemory = peakMemory
    self.verified = verified
    self.limit = limit
    self.threads = threads
    self.seed = seed
    self.commit = commit
    self.host = host
    self.processor = processor
    self.load = load
    self.version = version
    self.started = started
    self.error = error
  }
}
