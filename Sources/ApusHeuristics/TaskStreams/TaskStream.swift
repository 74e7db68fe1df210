import ApusModel
import ApusStructure

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Jobs that arrive at a platform one after the other: each a task graph on the same processors.
///
/// At most so many jobs are in the system at a time; a job that finds it full waits at the door, and its latency counts from its arrival all the
/// same, so that all policies serve the same jobs.
public struct TaskStream: Sendable {
  /// A job: one of the graphs, when it comes, and how long its tasks really take, as shares of the times in the graph.
  public struct Job: Sendable {
    public let graph: Int
    public let arrival: Int32
    public let factors: [Double]
  }

  public let graphs: [TaskGraph]
  /// In order of arrival.
  public let jobs: [Job]
  /// The most jobs in the system.
  public let limit: Int

  /// Random jobs, in the setting of DeepSoCS (T. T. Sung and others, Electronics 9 (2020), 936): gaps exponential with a mean, the graphs
  /// equally likely, and with noise the time of every task normal around that in the graph.
  ///
  /// - Parameters:
  ///   - graphs: The kinds of jobs, on the same processors, with times of at least a tick.
  ///   - gap: The mean time between arrivals, in ticks.
  ///   - length: Jobs arrive before this time; there is at least one.
  ///   - noise: The standard deviation of times, as a share.
  /// - Precondition: there is a graph, and numbers are positive, the noise perhaps 0.
  public init(of graphs: [TaskGraph], gap: Double, length: Int, limit: Int, noise: Double, seed: UInt64) {
    precondition(!graphs.isEmpty && gap > 0 && length > 0 && limit > 0 && noise >= 0, "a stream of something")
    self.graphs = graphs
    self.limit = limit
    var random = SplitMix64(seed: seed)
    var jobs: [Job] = []
    var time = 0.0
    while true {
      time -= log(1 - random.nextUnit()) * gap
      guard time < Double(length) || jobs.isEmpty else { break }
      let graph = Int(random.nextUnit() * Double(graphs.count))
      let factors = (0..<graphs[graph].taskCount).map { _ in
        // Irwin and Hall's approximation: twelve uniform numbers, less 6.
        let normal = (0..<12).reduce(-6) { sum, _ in sum + random.nextUnit() }
        return max(0, 1 + noise * normal)
      }
      jobs.append(Job(graph: graph, arrival: Int32(min(time, Double(length))), factors: factors))
    }
    self.jobs = jobs
  }

  /// How long a task really takes in a mode: at least a tick.
  func duration(ofTask task: Int, ofJob job: Int, in mode: Int) -> Int32 {
    let planned = graphs[jobs[job].graph].modes.duration[mode]
    return max(1, Int32((Double(planned) * jobs[job].factors[task]).rounded()))
  }
}
