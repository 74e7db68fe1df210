import ApusModel
import ApusStructure

/// Bounds and proofs for a model that is a packing.
///
/// How many items can be packed at most is bounded without search (``CountBound``), then by trying to pack one more than is known
/// (``BinCompletion``) with ever more nodes. For the disturbance, ever higher limits are refuted (``DisturbanceSearch``), with what prices on
/// the items rule out (``AssignmentBound``).
final class PackingProver: Strategy {
  let name: String
  let role = StrategyRole.proves
  private let model: PackingModel
  private let packing: Packing
  private var isBounded = false
  /// The nodes of the next attempt.
  private var nodes = 2000
  private var prices: AssignmentBound?
  private var reduced: Reduced?
  /// The value that `reduced` looks for better ones than.
  private var isReducedFor: Int?

  /// Prices are made where a search of so many nodes was not enough.
  private static let nodesBeforePrices = 10_000
  /// The least value that is not refuted.
  private var bound = Int.min
  private(set) var workDone = 0

  /// Whether a proof by search is out of reach; it would also be a deep recursion.
  var isLarge: Bool { packing.itemCount * packing.binCount > 100_000 }

  /// What a node costs, in ticks.
  private static let ticksPerNode = 20

  init(_ model: PackingModel, name: String) {
    self.model = model
    self.name = name
    packing = model.packing
  }

  func run(work: Int, board: Board) -> Bool {
    let end = workDone + work
    while workDone < end, !board.isStopped {
      if !isBounded {
        isBounded = true
        raise(to: firstBound, board)
        if isLarge { return false }
        continue
      }
      bound = max(bound, board.current.bound)
      switch model.aim {
      case .count: refuteCount(board)
      case .disturbance: refuteDisturbance(board)
      }
    }
    return true
  }

  private func raise(to value: Int, _ board: Board) {
    bound = max(bound, value)
    workDone += packing.itemCount
    board.raise(bound: bound, by: name)
  }

  /// A bound without search.
  private var firstBound: Int {
    let counts = packing.tier
    switch model.aim {
    case .count: return model.value(ofCount: CountBound(packing).bound(after: Array(model.floors.dropLast())))
    case .disturbance:
      // Of each tier, what is at home and cannot be packed leaves.
      var bound = 0
      for (tier, floor) in model.floors.enumerated() {
        let homes = counts.indices.count { counts[$0] == tier && packing.home[$0] >= 0 }
        bound += max(0, homes - max(floor, CountBound(packing).bound(after: Array(model.floors[..<tier]))))
      }
      let packsAll = zip(model.floors, packing.tierSizes).allSatisfy { $0 >= $1 }
      return max(bound, packsAll ? MergeBound(packing).value : 0)
    }
  }

  private func refuteCount(_ board: Board) {
    let value = board.value
    guard value < Int.max else {
      workDone += Self.ticksPerNode * 1000
      return
    }
    let need = Array(model.floors.dropLast()) + [model.count(ofValue: value) + 1]
    var completion = BinCompletion(packing, need: need, nodes: nodes) { board.isStopped || board.value < value }
    switch completion.answer() {
    case .packed(let found): board.offer(model.solution(of: found), value: model.value(of: found), by: name)
    case .impossible: raise(to: value, board)
    case .unknown: if board.value == value { nodes = min(nodes * 2, 1 << 40) }
    }
    workDone += completion.nodesUsed * Self.ticksPerNode
  }

  private func refuteDisturbance(_ board: Board) {
    let packsAll = zip(model.floors, packing.tierSizes).allSatisfy { $0 >= $1 }
    if nodes > Self.nodesBeforePrices { improvePrices(board) }
    if board.isStopped { return }
    var search = DisturbanceSearch(packing, counts: model.floors, limit: bound, nodes: nodes, reduced: reduced?.pairs) {
      board.isStopped || board.value <= self.bound
    }
    switch search.answer() {
    case .packed(let found): board.offer(model.solution(of: found), value: model.value(of: found), by: name)
    // Where nothing can be unpacked, items only move, for 2 each.
    case .impossible: raise(to: packsAll ? bound / 2 * 2 + 2 : bound + 1, board)
    case .unknown: nodes = min(nodes * 2, 1 << 40)
    }
    workDone += search.nodesUsed * Self.ticksPerNode
  }

  /// Moves the prices of items as long as that helps, and rules out what no better packing has.
  private func improvePrices(_ board: Board) {
    var prices = self.prices ?? AssignmentBound(packing, floors: model.floors)
    let value = board.value
    let before = prices.nodesUsed
    if !prices.hasConverged, value < Int.max {
      prices.improve(rounds: 40, target: value) { board.isStopped }
      if prices.value > bound { raise(to: prices.value, board) }
      isReducedFor = nil
    } else if prices.best > Int.min, isReducedFor != value, value < Int.max {
      // A packing that is better, not one as good.
      isReducedFor = value
      reduced = prices.allowed(upTo: value - 1) { board.isStopped }.map { Reduced(pairs: $0) }
    }
    self.prices = prices
    workDone += (prices.nodesUsed - before) * Self.ticksPerNode + packing.itemCount * packing.binCount
  }

  /// Pairs of items and bins that are not ruled out, and items that stay.
  private struct Reduced {
    let pairs: (allowed: [Bool], stays: [Bool])
  }

  var byteCount: Int { packing.itemCount * 64 + packing.admits.count }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    return result
  }
}

extension Packing {
  /// How many items each tier has.
  var tierSizes: [Int] {
    var sizes = [Int](repeating: 0, count: tierCount)
    for tier in tier { sizes[tier] += 1 }
    return sizes
  }
}
