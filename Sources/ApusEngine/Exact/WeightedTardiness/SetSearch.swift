/// All orders that may cost less than a limit, by the sets of jobs that they have done.
///
/// The paths of a graph of states are followed through time, each with the set of jobs it has done: a job is not done twice, nor before what goes
/// before it; of the paths that have done one set only the cheapest are kept (M. Held, R. M. Karp, Journal of the SIAM 10, 1962), and none
/// whose value with the best way on in the graph is above the limit. With good prices few are left, and no relaxation need close the gap.
final class SetSearch {
  enum Outcome {
    case more
    /// No order has a value within the limit.
    case none
    /// The jobs of the cheapest order, the first first.
    case found([Int32])
    /// There are more paths than may be kept.
    case tooMany
  }

  private let jobs: WeightedJobs
  private let price: Column<Double>
  private let limit: Double
  private let most: Int
  private let words: Int
  /// By path: its jobs, what they cost, what is paid for them, the path it goes on from, and its state.
  private var done = Column<UInt64>()
  private var cost = Column<Int>()
  private var paid = Column<Double>()
  private var parent = Column<Int32>()
  private var place = Column<Int32>()
  /// By state, and one more: the first of its paths.
  private let paths: Column<Int32>
  private var level = SetLevel()
  private var set: [UInt64]
  /// The first state that has not been reached.
  private var state = 1
  /// Arcs and paths looked at so far.
  private(set) var effort = 0

  /// - Parameters:
  ///   - price: that of the graph's last evaluation.
  ///   - most: the most paths to keep.
  init(_ jobs: WeightedJobs, stateCount: Int, price: [Double], limit: Double, most: Int) {
    self.jobs = jobs
    self.price = Column(price)
    self.limit = limit
    self.most = most
    words = jobs.order.words
    set = [UInt64](repeating: 0, count: words)
    paths = Column(repeating: 0, count: stateCount + 1)
    for _ in 0..<words { done.append(0) }
    cost.append(0)
    paid.append(0)
    parent.append(-1)
    place.append(0)
    paths[1] = 1
  }

  static func bytesPerPath(_ jobs: WeightedJobs) -> Int { 8 * jobs.order.words + 24 }
  var byteCount: Int {
    done.byteCount + cost.byteCount + paid.byteCount + parent.byteCount + place.byteCount + paths.byteCount
  }

  /// Follows all paths to the next time at which one ends; the graph has both evaluations.
  func step(_ graph: borrowing StateGraph) -> Outcome {
    let first = state
    level.removeAll()
    while state < graph.stateCount, graph.end[state] == graph.end[first] {
      follow(graph, to: state)
      state += 1
    }
    keepBest(of: first..<state)
    if state == graph.stateCount { return outcome(graph) }
    return cost.count > most ? .tooMany : .more
  }

  private func follow(_ graph: borrowing StateGraph, to state: Int) {
    let own = Int(graph.job[state])
    let (word, bit) = (own >> 6, UInt64(1) << UInt64(own & 63))
    let ownCost = jobs.cost(of: own, endingAt: Int(graph.end[state]))
    for arc in graph.arcs(of: state) {
      let before = Int(graph.source[arc])
      let room = limit - (graph.cost[state] + graph.tail(state, after: graph.job[before]))
      effort += Int(paths[before + 1] - paths[before]) + 1
      for path in Int(paths[before])..<Int(paths[before + 1]) {
        if Double(cost[path]) - paid[path] > room || done[path &* words &+ word] & bit != 0 || !isReady(own, path) {
          continue
        }
        for index in 0..<words { set[index] = done[path &* words &+ index] }
        set[word] |= bit
        level.add(
          set, cost: cost[path] + ownCost, paid: paid[path] + price[own], parent: Int32(path), state: Int32(state))
      }
    }
  }

  /// Whether a path has done all that goes before a job.
  @inline(__always) private func isReady(_ job: Int, _ path: Int) -> Bool {
    let order = jobs.order
    for index in 0..<words where order.predecessors[job &* words &+ index] & ~done[path &* words &+ index] != 0 {
      return false
    }
    return true
  }

  /// Keeps the paths to some states that are the cheapest of their sets.
  private func keepBest(of states: Range<Int>) {
    var next = 0
    for state in states {
      paths[state] = Int32(cost.count)
      while next < level.count, Int(level.state[next]) == state {
        if level.isBest(next) {
          for index in 0..<words { done.append(level.done[next * words + index]) }
          cost.append(level.cost[next])
          paid.append(level.paid[next])
          parent.append(level.parent[next])
          place.append(Int32(state))
        }
        next += 1
      }
      paths[state + 1] = Int32(cost.count)
    }
    effort += level.count
  }

  private func outcome(_ graph: borrowing StateGraph) -> Outcome {
    var best: Int?
    for state in 1..<graph.stateCount where Int(graph.end[state]) == jobs.horizon {
      for path in Int(paths[state])..<Int(paths[state + 1]) where best.map({ cost[path] < cost[$0] }) ?? true {
        best = path
      }
    }
    guard var path = best.map(Int32.init) else { return .none }
    var order: [Int32] = []
    while path > 0 {
      order.append(graph.job[place[path]])
      path = parent[path]
    }
    return .found(order.reversed())
  }
}
