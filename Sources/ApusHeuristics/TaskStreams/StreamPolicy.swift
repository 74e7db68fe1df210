import ApusModel

/// Who decides where the tasks of a stream run.
///
/// The first three place what is ready and never take it back. The others plan all that has not begun, whenever a job comes or a task does not end
/// when it was meant to, and forget the plan before.
public enum StreamPolicy: String, Sendable, CaseIterable {
  /// Minimum execution time: in order of readiness, each task where it runs fastest.
  case met
  /// Earliest finish time: of all that is ready, what can end first goes there, and so on.
  case etf
  /// Shortest task first, by least times, each where it ends first.
  case stf
  /// HEFT over all jobs in the system at once.
  case heft
  /// The least sum of the ends of jobs, by a solver that begins with the plan of HEFT.
  case plan

  /// Whether what is placed stays placed.
  var isGreedy: Bool { self == .met || self == .etf || self == .stf }
}

/// What solves a model from a solution on; nil where it finds none.
public typealias StreamSolver = (_ model: ModelData, _ start: Solution) throws -> Solution?

/// What came of a stream under a policy.
public struct StreamResult: Sendable, Hashable {
  /// From arrival to end, by job, in ticks.
  public let latencies: [Int]
  /// The mean number of jobs in the system over time.
  public let meanQueue: Double
  /// When all was over.
  public let end: Int

  public var meanLatency: Double { Double(latencies.reduce(0, +)) / Double(max(1, latencies.count)) }
}
