import ApusModel
import ApusStructure

/// Tabu search on the shop in a model, as a strategy: it improves and proves nothing.
final class TabuStrategy: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let shop: Shop
  private let integers: [Int]
  /// The job and operation of every node; dummies have the first.
  private let place: [(job: Int, operation: Int)]
  private var search: TabuSearch
  /// The last value taken from or given to the board.
  private var known = Int.max

  /// Nodes looked at in a tick.
  private static let nodesPerTick = 16

  /// A strategy for a model that is a shop; nil where it is not exactly one, or one that the search has no place for.
  init?(_ model: ModelData, name: String, seed: UInt64) {
    guard let shop = Shop(recognizing: model), shop.exactness == .exact, shop.measuresModelObjective,
      case .makespan = shop.objective, let graph = DisjunctiveGraph(shop)
    else { return nil }
    self.name = name
    self.shop = shop
    integers = model.integers.map(\.lowerBound)
    var place = [(job: Int, operation: Int)](repeating: (0, 0), count: graph.nodeCount)
    for job in 0..<shop.jobCount {
      for operation in shop.operations(ofJob: job) {
        place[DisjunctiveGraph.node(of: operation, ofJob: job)] = (job, operation)
      }
    }
    self.place = place
    search = TabuSearch(graph, seed: seed)
  }

  func run(work: Int, board: Board) -> Bool {
    if board.value < known, let solution = board.current.solution {
      known = board.value
      search.add(order(of: solution))
    }
    if search.run(effort: work * TabuStrategy.nodesPerTick), Int(search.best) < board.value {
      known = Int(search.best)
      board.offer(solution(), value: known, by: name)
    }
    return true
  }

  var workDone: Int { search.walk.effort / TabuStrategy.nodesPerTick }
  var byteCount: Int { 0 }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    return result
  }

  // MARK: Schedules and orders

  /// The nodes by start. Where several operations start at one time, those of no length go first.
  private func order(of solution: Solution) -> [Int32] {
    var keys: [(start: Int, end: Int, node: Int32)] = []
    for job in 0..<shop.jobCount {
      for operation in shop.operations(ofJob: job) {
        guard let span = solution.intervals[Int(shop.interval[operation])] else { continue }
        keys.append((span.start, span.end, Int32(DisjunctiveGraph.node(of: operation, ofJob: job))))
      }
    }
    return keys.sorted { ($0.start, $0.end, $0.node) < ($1.start, $1.end, $1.node) }.map(\.node)
  }

  /// The best order's schedule with every operation as early as possible.
  private func solution() -> Solution {
    var jobTime = [Int](repeating: Int.min, count: shop.jobCount)
    var machineTime = [Int](repeating: Int.min, count: shop.machineCount)
    var spans = [Solution.Span](repeating: Solution.Span(start: 0, end: 0), count: shop.operationCount)
    for node in search.bestOrder {
      let (job, operation) = place[Int(node)]
      let machine = Int(shop.machine[operation])
      let start = max(Int(shop.release[operation]), jobTime[job], machineTime[machine])
      let end = start + Int(shop.duration[operation])
      jobTime[job] = end
      machineTime[machine] = end
      spans[Int(shop.interval[operation])] = Solution.Span(start: start, end: end)
    }
    return Solution(integers: integers, intervals: spans)
  }
}
