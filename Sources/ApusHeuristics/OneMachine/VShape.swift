import ApusStructure

extension CommonDueDate {
  /// A schedule in V-shape: its jobs in order, when the first starts, and what it costs.
  public struct VShape: Sendable, Hashable {
    public let order: [Int]
    public let start: Int
    public let cost: Int
  }

  /// A good schedule: from all jobs late, and from every job on its cheaper side, single jobs change sides and pairs of jobs change places for as long as
  /// that helps; the better end of the two.
  ///
  /// A job may also stand between the sides and the due date fall into it, as it must where time before the due date is short. A step takes
  /// O(*jobs*²) trials of O(*jobs*), those of pairs only up to 100 jobs; at most 20,000 trials are made.
  public var vShape: VShape {
    let starts = [
      [Bool](repeating: false, count: jobCount), (0..<jobCount).map { earliness[$0] < tardiness[$0] },
    ]
    let shapes = starts.map { side in
      var descent = VShapeDescent(self, isEarly: side)
      return descent.run()
    }
    return shapes.min { $0.cost < $1.cost } ?? VShape(order: [], start: release, cost: 0)
  }
}

/// The descent to a schedule in V-shape.
private struct VShapeDescent {
  private let jobs: CommonDueDate
  /// By job, its side.
  private var isEarly: [Bool]
  /// The job between the sides, if there is one.
  private var middle: Int?
  /// All jobs in the order of either side.
  private let early: [Int]
  private let late: [Int]
  private var trials = 0

  private static let mostTrials = 20_000
  private static let mostJobsForPairs = 100

  init(_ jobs: CommonDueDate, isEarly: [Bool]) {
    self.jobs = jobs
    self.isEarly = isEarly
    early = (0..<jobs.jobCount).sorted {
      let (first, second) = (jobs.duration[$0] * jobs.earliness[$1], jobs.duration[$1] * jobs.earliness[$0])
      return first != second ? first > second : $0 < $1
    }
    late = (0..<jobs.jobCount).sorted {
      let (first, second) = (jobs.duration[$0] * jobs.tardiness[$1], jobs.duration[$1] * jobs.tardiness[$0])
      return first != second ? first < second : $0 < $1
    }
  }

  /// The best schedule of these sides.
  private func shape() -> CommonDueDate.VShape {
    let before = early.filter { isEarly[$0] && $0 != middle }
    let order = before + (middle.map { [$0] } ?? []) + late.filter { !isEarly[$0] && $0 != middle }
    let length = before.reduce(0) { $0 + jobs.duration[$1] }
    let atDue = max(jobs.release, jobs.due - length)
    let (cost, costAtOnce) = (
      jobs.cost(of: order, startingAt: atDue), jobs.cost(of: order, startingAt: jobs.release)
    )
    return cost <= costAtOnce
      ? CommonDueDate.VShape(order: order, start: atDue, cost: cost)
      : CommonDueDate.VShape(order: order, start: jobs.release, cost: costAtOnce)
  }

  mutating func run() -> CommonDueDate.VShape {
    var best = shape()
    var isBetter = true
    while isBetter, trials < Self.mostTrials {
      isBetter = false
      for job in 0..<jobs.jobCount where trials < Self.mostTrials {
        if keep(&best, { $0.isEarly[job].toggle() }) { isBetter = true }
        if keep(&best, { $0.middle = $0.middle == job ? nil : job }) { isBetter = true }
        if jobs.jobCount > Self.mostJobsForPairs { continue }
        for other in 0..<job where isEarly[other] != isEarly[job] && trials < Self.mostTrials {
          let swapped = keep(&best) {
            $0.isEarly.swapAt(job, other)
          }
          if swapped { isBetter = true }
        }
      }
    }
    return best
  }

  /// Makes a change where it helps.
  private mutating func keep(_ best: inout CommonDueDate.VShape, _ change: (inout Self) -> Void) -> Bool {
    trials += 1
    let (sides, between) = (isEarly, middle)
    change(&self)
    let changed = shape()
    if changed.cost < best.cost {
      best = changed
      return true
    }
    (isEarly, middle) = (sides, between)
    return false
  }
}
