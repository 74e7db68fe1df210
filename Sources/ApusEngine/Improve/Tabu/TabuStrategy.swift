import ApusModel
import ApusStructure

/// Tabu search on the shop in a model, as a strategy: it improves and proves nothing.
final class TabuStrategy: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let orders: ShopOrders
  private(set) var search: TabuSearch
  /// The last value taken from or given to the board.
  private var known = Int.max

  init(_ search: consuming TabuSearch, _ orders: ShopOrders, name: String) {
    self.name = name
    self.orders = orders
    self.search = search
  }

  func run(work: Int, board: Board) -> Bool {
    if board.value < known, let solution = board.current.solution {
      known = board.value
      search.add(orders.order(of: solution))
    }
    if search.run(effort: work * TabuSettings.nodesPerTick), search.best < board.value {
      known = search.best
      board.offer(orders.solution(of: search.bestOrder), value: known, by: name)
    }
    return true
  }

  var workDone: Int { search.walk.effort / TabuSettings.nodesPerTick }
  var byteCount: Int { search.walk.byteCount }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    result.moves = search.walk.moves
    result.judgedMoves = search.walk.evaluations
    return result
  }
}

extension ModelData {
  /// Tabu search for a model that is a shop with a makespan or a weighted tardiness; nil where it is not exactly one, or one that the
  /// search has no place for.
  func tabuStrategy(name: String, seed: UInt64) -> (any Strategy)? {
    guard let shop = Shop(recognizing: self), shop.exactness == .exact, shop.measuresModelObjective,
      let graph = DisjunctiveGraph(shop)
    else { return nil }
    let orders = ShopOrders(shop, integers: integers.map(\.lowerBound), nodeCount: graph.nodeCount)
    var tardiness: TardinessMeasure?
    if case .weightedTardiness(let due, let weight) = shop.objective {
      guard let measure = TardinessMeasure(graph, due: due, weight: weight) else { return nil }
      tardiness = measure
    }
    let measure = TabuMeasure(operationCount: graph.operationCount, tardiness: tardiness)
    return TabuStrategy(TabuSearch(graph, measure, seed: seed), orders, name: name)
  }
}
