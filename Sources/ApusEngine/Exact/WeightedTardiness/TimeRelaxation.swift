/// The first relaxation: a path through time, one job after the other without idling, in which no job directly follows itself, and each ends in
/// the time that those which go before and behind it leave.
///
/// A pass costs O(pairs of job and time that are left). (T. S. Abdul-Razaq, C. N. Potts, "Dynamic programming state-space relaxation for
/// single-machine scheduling", Journal of the Operational Research Society 39, 1988.)
final class TimeRelaxation {
  private let jobs: WeightedJobs
  /// By pair of job and end, in the order of ends: the job, when it begins, and what it costs.
  private var job = Column<Int32>()
  private var begin = Column<Int32>()
  private var cost = Column<Double>()
  /// By time: the first pair that ends there.
  private let first: Column<Int32>
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
    first = Column(repeating: 0, count: times + 1)
    head = Column(repeating: .infinity, count: times)
    headJob = Column(repeating: -1, count: times)
    otherHead = Column(repeating: .infinity, count: times)
    otherHeadJob = Column(repeating: -1, count: times)
    tail = Column(repeating: .infinity, count: times)
    tailJob = Column(repeating: -1, count: times)
    otherTail = Column(repeating: .infinity, count: times)
    visits = [Int32](repeating: 0, count: jobs.count)
    let windows = (0..<jobs.count).map { jobs.order.earliestEnd($0)...jobs.order.latestEnd($0) }
    for end in 0..<times {
      first[end] = Int32(job.count)
      for own in 0..<jobs.count where windows[own].contains(end) {
        job.append(Int32(own))
        begin.append(Int32(end) - jobs.duration[own])
        cost.append(Double(jobs.cost(of: own, endingAt: end)))
      }
    }
    first[times] = Int32(job.count)
  }

  /// The bytes that the relaxation of jobs takes.
  static func byteCount(_ order: JobOrder) -> Int {
    let pairs = (0..<order.count).reduce(0) { $0 + order.latestEnd($1) - order.earliestEnd($1) + 1 }
    return 32 * pairs + 56 * order.horizon
  }

  var pairCount: Int { job.count }
  var stepsPerPass: Int { job.count + jobs.horizon }
  var byteCount: Int { 4 * head.byteCount + 4 * headJob.byteCount + 16 * job.count }

  private func pairs(endingAt end: Int) -> Range<Int> { Int(first[end])..<Int(first[end + 1]) }

  @inline(__always) private func head(_ time: Int, before next: Int32) -> Double {
    headJob[time] == next ? otherHead[time] : head[time]
  }

  @inline(__always) private func tail(_ time: Int, after last: Int32) -> Double {
    tailJob[time] == last ? otherTail[time] : tail[time]
  }

  /// The least value of a path at these prices, without their sum; sets ``visits``.
  func evaluate(_ prices: [Double]) -> Double {
    let price = Column(prices)
    head[0] = 0
    for time in 1...jobs.horizon {
      var (best, other) = (Double.infinity, Double.infinity)
      var (bestJob, otherJob) = (Int32(-1), Int32(-1))
      for pair in pairs(endingAt: time) {
        let own = job[pair]
        let value = head(Int(begin[pair]), before: own) + cost[pair] - price[own]
        if value < best {
          (other, otherJob) = (best, bestJob)
          (best, bestJob) = (value, own)
        } else if value < other {
          (other, otherJob) = (value, own)
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

  private func evaluateTails(_ price: [Double]) {
    for time in 0...jobs.horizon {
      (tail[time], tailJob[time], otherTail[time]) = (.infinity, -1, .infinity)
    }
    tail[jobs.horizon] = 0
    for end in stride(from: jobs.horizon, to: 0, by: -1) {
      for pair in pairs(endingAt: end) {
        let (own, before) = (job[pair], Int(begin[pair]))
        let value = tail(end, after: own) + cost[pair] - price[Int(own)]
        if value < tail[before] {
          otherTail[before] = tail[before]
          (tail[before], tailJob[before]) = (value, own)
        } else if value < otherTail[before] {
          otherTail[before] = value
        }
      }
    }
  }

  /// Removes the pairs of job and end through which no path has a value of at most `limit` at these prices.
  func prune(_ price: [Double], limit: Double) {
    _ = evaluate(price)
    evaluateTails(price)
    var kept = 0
    for end in 0...jobs.horizon {
      let range = pairs(endingAt: end)
      first[end] = Int32(kept)
      for pair in range {
        let (own, before) = (job[pair], Int(begin[pair]))
        if head(before, before: own) + tail(end, after: own) + cost[pair] - price[Int(own)] > limit { continue }
        (job[kept], begin[kept], cost[kept]) = (own, Int32(before), cost[pair])
        kept += 1
      }
    }
    first[jobs.horizon + 1] = Int32(kept)
    job.truncate(kept)
    begin.truncate(kept)
    cost.truncate(kept)
  }

  /// Calls back for every job and end that are left, in the order of ends.
  func forEachPair(_ visit: (_ job: Int, _ end: Int) -> Void) {
    for end in 1...jobs.horizon {
      for pair in pairs(endingAt: end) { visit(Int(job[pair]), end) }
    }
  }
}
