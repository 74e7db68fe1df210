import ApusModel

// State functions: a Boolean for each pair of intervals of different states says which goes first, and guards the distance between them.

extension Compiler {
  /// The most pairs of intervals of different states.
  private static let mostPairs = 1_000_000

  mutating func post(_ function: StateFunction) throws(ModelError) {
    let transitions = function.transitions
    let members = zip(function.intervals, transitions.types).compactMap { index, state in
      result.map.intervals[Int(index)].map { (points: $0, state: state) }
    }
    var count = 0
    for (place, first) in members.enumerated() {
      if let initial = transitions.initial {
        // No start is beyond the engine's largest value, so it may stand for what is.
        let earliest = Int32(min(transitions.origin + initial[Int(first.state)], Int(Compiler.largestValue)))
        require(result.core.set(Bound(2 * first.points.start + 1, -earliest), Reason(Reason.decision)))
      }
      for second in members[(place + 1)...] where second.state != first.state {
        count += 1
        guard count <= Self.mostPairs else {
          throw ModelError(culprit, "more than \(Self.mostPairs) pairs of intervals of different states")
        }
        try separate(
          first.points, second.points, transitions.time(from: first.state, to: second.state),
          transitions.time(from: second.state, to: first.state))
      }
    }
  }

  /// One of two intervals ends, and a time passes, before the other starts, where both are present.
  private mutating func separate(
    _ first: IntervalVariables, _ second: IntervalVariables, _ forwardTime: Int, _ backwardTime: Int
  ) throws(ModelError) {
    if first.presence == second.presence ^ 1 { return }
    let forward = result.core.addBoolean()
    var backward = forward ^ 1
    let presences = Set([first.presence, second.presence]).subtracting([Core.always]).sorted()
    if !presences.isEmpty {
      // Two Booleans, each "both are present and this one goes first", so that either may guard.
      backward = result.core.addBoolean()
      for literal in [forward, backward] {
        for presence in presences { require(result.core.addClause(literal ^ 1, presence)) }
      }
      require(result.core.addClause(forward ^ 1, backward ^ 1))
      require(result.core.addClause((presences.map { $0 ^ 1 } + [forward, backward]).map { Bound($0) }))
    }
    result.core.addDistance(
      from: first.end, to: second.start, try narrow(forwardTime + Int(first.endOffset)), if: forward)
    result.core.addDistance(
      from: second.end, to: first.start, try narrow(backwardTime + Int(second.endOffset)), if: backward)
  }
}
