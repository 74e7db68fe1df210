import ApusModel
import ApusStructure

/// Tabu search on the flexible shop in a model, as a strategy: it improves and proves nothing.
final class FlexibleTabuStrategy: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let orders: FlexibleOrders
  private(set) var search: FlexibleTabuSearch
  /// The last value taken from or given to the board.
  private var known = Int.max

  init(_ search: consuming FlexibleTabuSearch, _ orders: FlexibleOrders, name: String) {
    self.name = name
    self.orders = orders
    self.search = search
  }

  func run(work: Int, board: Board) -> Bool {
    if board.value < known, let solution = board.current.solution {
      known = board.value
      let (order, modes) = orders.order(of: solution)
      search.add(order: order, modes: modes)
    }
    if search.run(effort: work * TabuSettings.nodesPerTick), search.best < board.value {
      known = search.best
      board.offer(orders.solution(order: search.bestOrder, modes: search.bestModes), value: known, by: name)
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
  /// Tabu search for a model that is a flexible shop; nil where it is not exactly one, or one that the search has no place for.
  func flexibleTabuStrategy(name: String, seed: UInt64) -> (any Strategy)? {
    guard let shop = FlexibleShop(recognizing: self), let graph = FlexibleGraph(shop) else { return nil }
    return FlexibleTabuStrategy(
      FlexibleTabuSearch(shop, graph, seed: seed), FlexibleOrders(shop, in: self), name: name)
  }
}
