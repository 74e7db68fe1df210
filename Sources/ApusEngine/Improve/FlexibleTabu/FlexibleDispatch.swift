import ApusModel
import ApusStructure

/// Random active schedules of a flexible shop to begin with: every operation on the machine where it would end first, and of those in
/// conflict over the machine the one with most to go, with noise (B. Giffler and G. L. Thompson, Operations Research 8 (1960)).
struct FlexibleDispatch: ~Copyable {
  private let waitsFor: Column<Int32>
  private let ready: Column<Int32>
  private let machineFree: Column<Int32>
  /// By node: the longest path that begins with it, if machines were plenty and all as fast as the fastest.
  private let rest: Column<Int32>

  init(_ shop: FlexibleShop) {
    waitsFor = Column(repeating: 0, count: shop.operationCount + 1)
    ready = Column(repeating: 0, count: shop.operationCount + 1)
    machineFree = Column(repeating: 0, count: shop.machineCount)
    rest = Column([0] + shop.tails)
  }

  /// Writes an order of all nodes and by node its mode.
  ///
  /// - Parameters:
  ///   - noise: 0 for the rule alone; 1 for keys between none and twice of it.
  ///   - delay: how long a machine may wait for an operation: 0 never (non-delay schedules), 1 for all active ones.
  /// - Complexity: O(*operations* · *modes of operations that wait for nothing more*).
  func fill(
    _ order: borrowing Column<Int32>, modes: borrowing Column<Int32>, _ graph: FlexibleGraph, noise: Double,
    delay: Double, _ random: inout SplitMix64
  ) {
    machineFree.pointer.update(repeating: 0, count: machineFree.count)
    var waiting: [Int32] = []
    for node in 1...Int32(graph.operationCount) {
      ready[node] = graph.release[node]
      waitsFor[node] = graph.predecessorStart[node + 1] - graph.predecessorStart[node]
      if waitsFor[node] == 0 { waiting.append(node) }
    }
    for index in 0..<order.count {
      // The machine on which something can end first.
      var earliest = (end: Int32.max, start: Int32.max, machine: Int32(-1))
      for node in waiting {
        let mode = fastestMode(of: node, graph, noise: noise, &random)
        modes[node] = mode
        let machine = graph.modeMachine[mode]
        let start = max(ready[node], machineFree[machine])
        let end = start + graph.modeDuration[mode]
        if (end, start) < (earliest.end, earliest.start) { earliest = (end, start, machine) }
      }
      var chosen = -1
      var bestKey = -Double.infinity
      let free = machineFree[earliest.machine]
      var soonest = Int32.max
      for node in waiting where graph.modeMachine[modes[node]] == earliest.machine {
        soonest = min(soonest, max(ready[node], free))
      }
      let latest = Double(soonest) + delay * Double(earliest.end - soonest)
      for (place, node) in waiting.enumerated() where graph.modeMachine[modes[node]] == earliest.machine {
        let start = max(ready[node], free)
        guard start == soonest || Double(start) < latest else { continue }
        let key = Double(rest[node]) * (1 + noise * (2 * random.nextUnit() - 1))
        if key > bestKey { (bestKey, chosen) = (key, place) }
      }
      let node = waiting[chosen]
      waiting.swapAt(chosen, waiting.count - 1)
      waiting.removeLast()
      order[index] = node
      let end = max(ready[node], free) + graph.modeDuration[modes[node]]
      machineFree[earliest.machine] = end
      for place in Int(graph.successorStart[node])..<Int(graph.successorStart[node + 1]) {
        let next = graph.successors[place]
        ready[next] = max(ready[next], end)
        waitsFor[next] -= 1
        if waitsFor[next] == 0 { waiting.append(next) }
      }
    }
  }

  /// The mode with which a node would end first, its durations blurred by noise.
  private func fastestMode(
    of node: Int32, _ graph: FlexibleGraph, noise: Double, _ random: inout SplitMix64
  ) -> Int32 {
    let modes = graph.modes(of: node)
    if modes.count == 1 { return modes.lowerBound }
    var chosen = modes.lowerBound
    var least = Double.infinity
    for mode in modes {
      let start = Double(max(ready[node], machineFree[graph.modeMachine[mode]]))
      let end = start + Double(graph.modeDuration[mode]) * (1 + noise * random.nextUnit())
      if end < least { (least, chosen) = (end, mode) }
    }
    return chosen
  }
}
