import ApusModel

// Setup times between direct neighbours.
//
// The edges of a pair's order carry the distance of the two tasks (``SetupDistances``), which holds whatever goes between. Where that is less than
// the setup time, because there are detours, "directly followed by" gets a Boolean: it guards an edge with the whole setup time, and holds
// where the first goes before the second and none of the detours between them. So once all orders are decided, the bounds are a
// schedule: of direct neighbours nothing lies between.
//
// That takes an order without circles. One with a distance in it is refused by its edges; of tasks that may all be at one time it is
// excluded, three by three.

extension Compiler {
  /// The distances of a no-overlap's pairs, row by row, proven to fit.
  func narrowDistances(_ setup: SetupDistances, _ tasks: [NoOverlapTask]) throws(ModelError) -> [Int32] {
    var distances = [Int32](repeating: 0, count: setup.count * setup.count)
    for first in 0..<setup.count {
      for second in 0..<setup.count where first != second {
        _ = try narrow(Int(tasks[first].endOffset) + setup.direct(first, second))
        distances[first * setup.count + second] = Int32(setup.distance(first, second))
      }
    }
    return distances
  }

  /// Posts what the distances of pairs do not say.
  mutating func postDetours(_ setup: SetupDistances, _ noOverlap: NoOverlapPropagator) {
    var hasDetours = false
    for first in 0..<setup.count {
      for second in 0..<setup.count where first != second {
        let detours = setup.detours(first, second)
        if detours.isEmpty { continue }
        hasDetours = true
        let order = noOverlap.pairs.before(first, second)
        let isDirect = 2 * result.core.addVariable(0...1) + 1
        require(result.core.addClause(isDirect ^ 1, order))
        noOverlap.post(first, second, Int32(setup.direct(first, second)), if: isDirect, &result.core)
        let isBetween = detours.map { detour in
          conjunction(noOverlap.pairs.before(first, detour), noOverlap.pairs.before(detour, second))
        }
        require(result.core.addClause(([order ^ 1, isDirect] + isBetween).map { Bound($0) }))
      }
    }
    if hasDetours || (0..<setup.count).contains(where: { !setup.initialDetours($0).isEmpty }) {
      excludeCircles(setup, noOverlap)
    }
  }

  /// No three tasks that may all be at one time go round in a circle; then none do.
  private mutating func excludeCircles(_ setup: SetupDistances, _ noOverlap: NoOverlapPropagator) {
    func canCoincide(_ first: Int, _ second: Int) -> Bool { setup.distance(first, second) == 0 }
    let candidates = (0..<setup.count).filter { noOverlap.tasks.length[$0] == 0 }
    for first in candidates {
      // Each circle once, from its least task on.
      for second in candidates where second > first && canCoincide(first, second) {
        for third in candidates where third > first && third != second {
          guard canCoincide(second, third), canCoincide(third, first) else { continue }
          let orders = [(first, second), (second, third), (third, first)].map { noOverlap.pairs.before($0, $1) }
          require(result.core.addClause(orders.map { Bound($0 ^ 1) }))
        }
      }
    }
  }

  /// Initial setup times: the first task starts that much after the origin, and what they are at least holds for every task.
  ///
  /// - Parameter noOverlap: nil where there is one task only.
  mutating func postInitial(
    _ setup: SetupDistances, from origin: Int, _ tasks: [NoOverlapTask], _ noOverlap: NoOverlapPropagator?
  ) {
    guard setup.hasInitial else { return }
    for (number, task) in tasks.enumerated() {
      /// The literal "starts that much after the origin". No start is beyond the engine's largest value, so it may stand for what is.
      func starts(after distance: Int) -> Bound {
        Bound(2 * task.start + 1, -Int32(min(origin + distance, Int(Compiler.largestValue))))
      }
      let reason = Reason(Reason.decision)
      require(result.core.set(starts(after: setup.initialDistance(number)), reason))
      let detours = setup.initialDetours(number)
      guard let noOverlap, !detours.isEmpty else { continue }
      var literals = [Bound(task.presence ^ 1), starts(after: setup.directInitial(number))]
      for detour in detours { literals.append(Bound(noOverlap.pairs.before(detour, number))) }
      require(result.core.addClause(literals))
    }
  }
}
