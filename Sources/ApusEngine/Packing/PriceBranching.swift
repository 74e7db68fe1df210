import ApusStructure

/// Looks for a packing whose disturbance is at most a limit, or proves that there is none, by branch and bound with the prices of
/// ``AssignmentBound``: an item is in a bin or is not, first where the relaxation is in doubt. Exponential; ends at a number of nodes.
struct PriceBranching {
  private let limit: Int
  private var nodesLeft: Int
  private let shouldStop: () -> Bool
  private static let rounds = 24

  init(limit: Int, nodes: Int, shouldStop: @escaping () -> Bool) {
    self.limit = limit
    nodesLeft = nodes
    self.shouldStop = shouldStop
  }

  /// Branches from a bound of the whole problem.
  mutating func answer(_ root: AssignmentBound) -> DisturbanceSearch.Answer {
    var packed: [Int]?
    guard let isRefuted = refute(root, &packed) else { return .unknown }
    if let packed { return .packed(packed) }
    return isRefuted ? .impossible : .unknown
  }

  /// Whether nothing below is within the limit; nil where the nodes run out. A packing that is found ends the search.
  private mutating func refute(_ bound: AssignmentBound, _ packed: inout [Int]?) -> Bool? {
    nodesLeft -= 1
    if nodesLeft < 0 || shouldStop() { return nil }
    var bound = bound
    bound.improve(rounds: Self.rounds, target: limit, shouldStop: shouldStop)
    if bound.value > limit { return true }
    if let found = bound.found {
      if bound.disturbance(of: found) <= limit {
        packed = found
        return false
      }
    }
    guard let doubt = bound.mostDoubtful else { return nil }
    for isIn in [true, false] {
      guard let child = bound.branch(doubt.item, doubt.bin, isIn: isIn) else { continue }
      let result = refute(child, &packed)
      if result != true { return result }
    }
    return true
  }
}
