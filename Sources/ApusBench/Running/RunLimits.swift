/// What a run may use.
public struct RunLimits: Sendable, Hashable, Codable {
  /// The wall-clock limit that the solver is given, in seconds.
  public var limit: Double
  /// How long a run may go on beyond ``limit`` before it is stopped, in seconds: peers have an interpreter to start.
  public var grace: Double
  /// The threads that the solver is given.
  public var threads: Int
  /// The memory that the solver is given, and that all its processes may hold together, in bytes; nil for no limit.
  public var memory: Int?

  public init(limit: Double, grace: Double = RunLimits.usualGrace, threads: Int, memory: Int? = nil) {
    self.limit = limit
    self.grace = grace
    self.threads = threads
    self.memory = memory
  }

  /// The grace of runs for which none is given, in seconds.
  public static let usualGrace: Double = 10

  /// The processor time that all processes of a run may use, in seconds: all its threads for all its time. Only a solver that takes
  /// more threads than it was given meets it.
  public var processorTime: Double { Double(threads) * (limit + grace) }
}
