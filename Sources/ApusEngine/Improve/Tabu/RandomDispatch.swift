import ApusModel
import ApusStructure

/// Random active schedules to begin with: B. Giffler and G. L. Thompson's procedure (Operations Research 8 (1960)), of the
/// operations in conflict the one whose job has most work left, with noise.
struct RandomDispatch: ~Copyable {
  private let next: Column<Int32>
  private let jobFree: Column<Int32>
  private let machineFree: Column<Int32>

  init(_ graph: DisjunctiveGraph) {
    next = Column(repeating: 0, count: graph.jobCount)
    jobFree = Column(repeating: 0, count: graph.jobCount)
    machineFree = Column(repeating: 0, count: graph.machineCount)
  }

  /// Writes an order of all nodes that keeps the jobs.
  ///
  /// - Parameters:
  ///   - noise: 0 for the rule alone; 1 for keys between none and twice of it.
  ///   - delay: how long a machine may wait for an operation: 0 never (non-delay schedules), 1 for all active ones.
  /// - Complexity: O(*operations* · *jobs*).
  func fill(
    _ sequence: borrowing Column<Int32>, _ graph: DisjunctiveGraph, noise: Double, delay: Double,
    _ random: inout SplitMix64
  ) {
    let jobs = graph.jobCount
    for job in 0..<jobs {
      next[job] = graph.jobNode[job] + 1
      jobFree[job] = graph.completion[graph.jobNode[job]]
    }
    for machine in 0..<graph.machineCount { machineFree[machine] = graph.firstRelease }
    let work = remainingWork(graph)
    for index in 0..<sequence.count {
      // The machine on which something can end first.
      var earliestEnd = Int32.max
      var earliestStart = Int32.max
      var critical: Int32 = -1
      for job in 0..<jobs where next[job] <= graph.lastNode(ofJob: job) {
        let node = next[job]
        let start = max(jobFree[job], machineFree[graph.machine[node]])
        let end = start &+ graph.duration[node]
        if end < earliestEnd || (end == earliestEnd && start < earliestStart) {
          earliestEnd = end
          earliestStart = start
          critical = graph.machine[node]
        }
      }
      earliestStart = Int32.max
      for job in 0..<jobs where next[job] <= graph.lastNode(ofJob: job) && graph.machine[next[job]] == critical {
        earliestStart = min(earliestStart, max(jobFree[job], machineFree[critical]))
      }
      let latest = Double(earliestStart) + delay * Double(earliestEnd &- earliestStart)
      var chosen = -1
      var bestKey = -Double.infinity
      for job in 0..<jobs where next[job] <= graph.lastNode(ofJob: job) && graph.machine[next[job]] == critical {
        let start = max(jobFree[job], machineFree[critical])
        guard start == earliestStart || Double(start) < latest else { continue }
        let key = Double(work[next[job]] + 1) * (1 + noise * (2 * random.nextUnit() - 1))
        if key > bestKey {
          bestKey = key
          chosen = job
        }
      }
      let node = next[chosen]
      let end = max(jobFree[chosen], machineFree[critical]) &+ graph.duration[node]
      jobFree[chosen] = end
      machineFree[critical] = end
      next[chosen] = node + 1
      sequence[index] = node
    }
  }

  /// By node: its duration and all that comes after it in its job.
  private func remainingWork(_ graph: DisjunctiveGraph) -> Column<Int32> {
    let work = Column<Int32>(repeating: 0, count: graph.nodeCount)
    for job in 0..<graph.jobCount {
      var node = graph.lastNode(ofJob: job)
      while node > graph.jobNode[job] {
        work[node] = work[node + 1] &+ graph.duration[node]
        node -= 1
      }
    }
    return work
  }
}
