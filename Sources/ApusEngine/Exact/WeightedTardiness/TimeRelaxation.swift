/// The first relaxation: a path through time, one job after the other without idling, in which no job directly follows itself.
///
/// A pass over all times costs O(*jobs* · *horizon*). (T. S. Abdul-Razaq, C. N. Potts, "Dynamic programming state-space relaxation for single-machine
/// scheduling", Journal of the Operational Research Society 39, 1988.)
final class TimeRelaxation {
  private let jobs: WeightedJobs
  /// By time: the least value of a path up to it, the job that ends it, and the least with another job at its end.
  private let head: Column<Double>
  private let headJob: Column<Int32>
  private let otherHead: Column<Double>
  private let otherHeadJob: Column<Int32>
  /// The same for paths from a time on, by the job that begins them.
  private let tail: Column<Double>
  private let tailJob: Column<Int32>
  private let otherTail: Column<Double>
  /// How often the best path does each job.
  private(set) var visits: [Int32]

  init(_ jobs: WeightedJobs) {
    self.jobs = jobs
    let times = jobs.horizon + 1
    head = Column(repeating: .infinity, count: times)
    headJob = Column(repeating: -1, count: times)
    otherHead = Column(repeating: .infinity, count: times)
    otherHeadJob = Column(repeating: -1, count: times)
    tail = Column(repeating: .infinity, count: times)
    tailJob = Column(repeating: -1, count: times)
    otherTail = Column(repeating: .infinity, count: times)
    visits = [Int32](repeating: 0, count: jobs.count)
  }

  var stepsPerPass: Int { jobs.count * jobs.horizon }
  var byteCount: Int { 4 * head.byteCount + 3 * headJob.byteCount }

  /// The least value of a path at these prices, without their sum; sets ``visits``.
  func evaluate(_ price: [Double]) -> Double {
    head[0] = 0
    for time in 1...jobs.horizon {
      var (best, other) = (Double.infinity, Double.infinity)
      var (bestJob, otherJob) = (Int32(-1), Int32(-1))
      for job in 0..<jobs.count {
        let before = time &- Int(jobs.duration[job])
        if before < 0 { continue }
        let start = headJob[before] == Int32(job) ? otherHead[before] : head[before]
        let value = start + Double(jobs.cost(of: job, endingAt: time)) - price[job]
        if value < other {
          if value < best {
            (other, otherJob) = (best, bestJob)
            (best, bestJob) = (value, Int32(job))
          } else {
            (other, otherJob) = (value, Int32(job))
          }
        }
      }
      (head[time], headJob[time]) = (best, bestJob)
      (otherHead[time], otherHeadJob[time]) = (other, otherJob)
    }
    followPath()
    return head[jobs.horizon]
  }

  private func followPath() {
    for job in visits.indices { visits[job] = 0 }
    var time = jobs.horizon
    var next = Int32(-1)
    while time > 0 {
      let job = headJob[time] == next ? otherHeadJob[time] : headJob[time]
      if job < 0 { return }
      visits[Int(job)] += 1
      time -= Int(jobs.duration[job])
      next = job
    }
  }

  /// Calls back for every job and end, in the order of ends, through which there may be a path of at most `limit` at these prices; after
  /// ``evaluate(_:)`` for the same.
  func forEachState(_ price: [Double], limit: Double, _ visit: (_ job: Int, _ end: Int) -> Void) {
    let horizon = jobs.horizon
    tail[horizon] = 0
    for time in stride(from: horizon - 1, through: 0, by: -1) {
      var (best, other) = (Double.infinity, Double.infinity)
      var bestJob = Int32(-1)
      for job in 0..<jobs.count {
        let end = time &+ Int(jobs.duration[job])
        if end > horizon { continue }
        let rest = tailJob[end] == Int32(job) ? otherTail[end] : tail[end]
        let value = rest + Double(jobs.cost(of: job, endingAt: end)) - price[job]
        if value < best {
          other = best
          (best, bestJob) = (value, Int32(job))
        } else if value < other {
          other = value
        }
      }
      (tail[time], tailJob[time], otherTail[time]) = (best, bestJob, other)
    }
    for end in 1...horizon {
      for job in 0..<jobs.count {
        let before = end &- Int(jobs.duration[job])
        if before < 0 { continue }
        let start = headJob[before] == Int32(job) ? otherHead[before] : head[before]
        let rest = tailJob[end] == Int32(job) ? otherTail[end] : tail[end]
        if start + rest + Double(jobs.cost(of: job, endingAt: end)) - price[job] <= limit { visit(job, end) }
      }
    }
  }
}
