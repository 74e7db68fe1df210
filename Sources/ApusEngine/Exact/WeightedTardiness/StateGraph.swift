/// Paths through states, each a job that ends at a time after certain others: the relaxations between the first and the exact one.
///
/// Of three jobs in a row none is done twice, and no two neighbours are in the worse order. States are sorted by time, so arcs go forward. State 0 is
/// the beginning; a path ends in a state whose job ends when all is over.
struct StateGraph: ~Copyable {
  /// By state.
  var job = Column<Int32>()
  var end = Column<Int32>()
  /// By state, and one more: the first of its arcs in ``source``.
  var arcStart = Column<Int32>()
  var source = Column<Int32>()
  /// By state: what it costs at the prices of the last evaluation.
  private(set) var cost = Column<Double>()
  /// By state: the least value of a path to it, the state before it, and the least with another job before it.
  private var head = Column<Double>()
  private var previous = Column<Int32>()
  private var otherHead = Column<Double>()
  private var otherPrevious = Column<Int32>()
  /// By state: the least value of a path from it on, itself left out, the job behind it, and the least with another job behind it.
  private var tail = Column<Double>()
  private var nextJob = Column<Int32>()
  private var otherTail = Column<Double>()

  var stateCount: Int { job.count }
  var arcCount: Int { source.count }
  var byteCount: Int { 80 * stateCount + 4 * arcCount }

  /// Only the beginning.
  init() { addState(job: -1, end: 0) }

  mutating func addState(job: Int32, end: Int32) {
    self.job.append(job)
    self.end.append(end)
    arcStart.append(Int32(source.count))
  }

  /// Adds an arc to the state that was added last.
  @inline(__always) mutating func addArc(from state: Int32) { source.append(state) }

  /// Says that all states and arcs are there.
  mutating func finish() {
    arcStart.append(Int32(source.count))
    let count = stateCount
    cost.extend(to: count, with: 0)
    head.extend(to: count, with: .infinity)
    otherHead.extend(to: count, with: .infinity)
    tail.extend(to: count, with: .infinity)
    otherTail.extend(to: count, with: .infinity)
    previous.extend(to: count, with: -1)
    otherPrevious.extend(to: count, with: -1)
    nextJob.extend(to: count, with: -1)
  }

  func arcs(of state: Int) -> Range<Int> { Int(arcStart[state])..<Int(arcStart[state + 1]) }

  /// The least value of a path to a state that a job can follow.
  @inline(__always) private func head(_ state: Int32, before next: Int32) -> Double {
    let previous = previous[state]
    return previous >= 0 && job[previous] == next ? otherHead[state] : head[state]
  }

  /// The least value of a path from a state on that can follow a job.
  @inline(__always) func tail(_ state: Int, after last: Int32) -> Double {
    nextJob[state] == last ? otherTail[state] : tail[state]
  }

  /// The least value of a path at these prices, and the state in which it ends; nil where there is none.
  func evaluate(_ jobs: WeightedJobs, _ price: [Double]) -> (value: Double, last: Int)? {
    head[0] = 0
    var (least, last) = (Double.infinity, -1)
    for state in 1..<max(1, stateCount) {
      let own = job[state]
      let ownCost = Double(jobs.cost(of: Int(own), endingAt: Int(end[state]))) - price[Int(own)]
      var (best, other) = (Double.infinity, Double.infinity)
      var (bestState, otherState) = (Int32(-1), Int32(-1))
      for arc in arcs(of: state) {
        let before = source[arc]
        let value = head(before, before: own)
        if value >= other { continue }
        if bestState >= 0, job[before] == job[bestState] {
          if value < best { (best, bestState) = (value, before) }
        } else if value < best {
          (other, otherState) = (best, bestState)
          (best, bestState) = (value, before)
        } else {
          (other, otherState) = (value, before)
        }
      }
      cost[state] = ownCost
      (head[state], previous[state]) = (best + ownCost, bestState)
      (otherHead[state], otherPrevious[state]) = (other + ownCost, otherState)
      if Int(end[state]) == jobs.horizon, head[state] < least { (least, last) = (head[state], state) }
    }
    return last >= 0 ? (least, last) : nil
  }

  /// The jobs of the best path that ends in a state, the last first; after ``evaluate(_:_:)``.
  func path(endingIn last: Int) -> [Int32] {
    var path: [Int32] = []
    var (state, next) = (Int32(last), Int32(-1))
    while state > 0 {
      let own = job[state]
      path.append(own)
      let first = previous[state]
      let before = first >= 0 && next >= 0 && job[first] == next ? otherPrevious[state] : first
      (state, next) = (before, own)
    }
    return path
  }

  /// Computes the values of paths from states on, at the prices of the last evaluation.
  func evaluateTails(horizon: Int) {
    for state in 0..<stateCount {
      let isLast = Int(end[state]) == horizon
      tail[state] = isLast ? 0 : .infinity
      otherTail[state] = isLast ? 0 : .infinity
      nextJob[state] = -1
    }
    for state in stride(from: stateCount - 1, to: 0, by: -1) {
      let own = job[state]
      for arc in arcs(of: state) {
        let before = Int(source[arc])
        let value = cost[state] + tail(state, after: job[before])
        if value >= otherTail[before] { continue }
        if nextJob[before] == own {
          if value < tail[before] { tail[before] = value }
        } else if value < tail[before] {
          otherTail[before] = tail[before]
          (tail[before], nextJob[before]) = (value, own)
        } else {
          otherTail[before] = value
        }
      }
    }
  }

  /// The graph without the arcs through which no path has a value of at most `limit`; after both evaluations.
  func pruned(limit: Double) -> StateGraph {
    var graph = StateGraph()
    let renumbered = Column(repeating: Int32(-1), count: stateCount)
    renumbered[0] = 0
    for state in 1..<max(1, stateCount) {
      var isAdded = false
      for arc in arcs(of: state) {
        let before = source[arc]
        if renumbered[before] < 0 { continue }
        let value = head(before, before: job[state]) + cost[state] + tail(state, after: job[before])
        if value > limit { continue }
        if !isAdded {
          renumbered[state] = Int32(graph.stateCount)
          graph.addState(job: job[state], end: end[state])
          isAdded = true
        }
        graph.addArc(from: renumbered[before])
      }
    }
    graph.finish()
    return graph
  }
}
