/// A fixed list of runs: every instance with every seed by every solver, in this order, so that solvers take turns on an instance.
public struct RunPlan: Sendable, Equatable, Codable {
  /// The version of the file's format.
  public static let version = 1

  public var version = Self.version
  public var suite: String
  public var family: String
  public var instances: [PlannedInstance]
  public var solvers: [PlannedSolver]
  public var seeds: [Int]
  public var limits: RunLimits

  public init(
    suite: String, family: String, instances: [PlannedInstance], solvers: [PlannedSolver], seeds: [Int],
    limits: RunLimits
  ) {
    self.suite = suite
    self.family = family
    self.instances = instances
    self.solvers = solvers
    self.seeds = seeds
    self.limits = limits
  }

  /// All runs in order, or those of a shard.
  ///
  /// An instance and a seed belong to one shard with all solvers, so that these are measured on one machine.
  public func runs(of shard: Shard? = nil) -> [PlannedRun] {
    var runs: [PlannedRun] = []
    for (place, instance) in instances.enumerated() {
      for (number, seed) in seeds.enumerated() {
        if let shard, (place * seeds.count + number) % shard.count != shard.index - 1 { continue }
        runs += solvers.map { PlannedRun(suite: suite, instance: instance, solver: $0, seed: seed) }
      }
    }
    return runs
  }

  /// The first thing in which another plan asks for other runs, for people; nil where both ask for the same.
  ///
  /// Where an instance was read from does not matter as long as it is the same.
  public func difference(from other: RunPlan) -> String? {
    let same: [(String, Bool)] = [
      ("format version", version == other.version),
      ("suite", suite == other.suite && family == other.family),
      (
        "list of instances",
        instances.map { [$0.name, $0.sha256] } == other.instances.map { [$0.name, $0.sha256] }
      ),
      ("list of solvers", solvers == other.solvers), ("list of seeds", seeds == other.seeds),
      ("time limit", limits.limit == other.limits.limit && limits.grace == other.limits.grace),
      ("number of threads", limits.threads == other.limits.threads),
      ("memory limit", limits.memory == other.limits.memory),
    ]
    return same.first { !$0.1 }?.0
  }
}

/// An instance of a plan.
public struct PlannedInstance: Sendable, Hashable, Codable {
  /// What reports call it, unique in the plan.
  public var name: String
  /// Where it comes from: a name that Apus knows, or a path.
  public var source: String
  /// The digest of the file that solvers are given.
  public var sha256: String
  /// The name of that file in the folder of instances, `ft06.txt`.
  public var file: String
  /// Nil where nothing is optimised.
  public var sense: RunSense?

  public init(name: String, source: String, sha256: String, file: String, sense: RunSense?) {
    self.name = name
    self.source = source
    self.sha256 = sha256
    self.file = file
    self.sense = sense
  }
}

/// A solver of a plan.
public struct PlannedSolver: Sendable, Hashable, Codable {
  /// `apus`, a peer that Apus knows, or the user's name for a command.
  public var name: String
  /// The engine of Apus; nil for a peer.
  public var backend: String?
  /// The user's own command, as a shell reads it; nil for Apus and the peers it knows.
  public var command: String?

  public init(name: String, backend: String? = nil, command: String? = nil) {
    self.name = name
    self.backend = backend
    self.command = command
  }

  /// The name of Apus among solvers.
  public static let apus = "apus"
}

/// One run of a plan.
public struct PlannedRun: Sendable, Hashable {
  public var suite: String
  public var instance: PlannedInstance
  public var solver: PlannedSolver
  public var seed: Int

  /// As ``RunRecord/id``.
  public var id: String { "\(suite)/\(instance.name)/\(solver.name)/\(solver.backend ?? "-")/\(seed)" }

  /// A name for the run's files: its ``id`` without the suite.
  var fileName: String {
    [instance.name, solver.name, solver.backend, "\(seed)"].compactMap(\.self).joined(separator: "-")
  }
}
