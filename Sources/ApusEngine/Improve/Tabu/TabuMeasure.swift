import ApusModel

/// What a tabu walk makes small: it measures a schedule, says which path is to be cut, and estimates what a move would give.
///
/// A struct that asks one of two, and no protocol: Swift 6.3 does not specialise generics over types that cannot be copied, which
/// made the walk half as fast.
struct TabuMeasure: ~Copyable {
  private let makespan: MakespanMeasure
  /// Where it is there, it is asked.
  private let tardiness: TardinessMeasure?

  /// - Parameter tardiness: nil for the makespan.
  init(operationCount: Int, tardiness: TardinessMeasure? = nil) {
    makespan = MakespanMeasure(operationCount: operationCount)
    self.tardiness = tardiness
  }

  /// Whether the order at the end of the last block of a path matters.
  var isTailFree: Bool { tardiness != nil }

  /// About how many nodes are looked at for one move.
  var nodesPerMove: Int { tardiness?.nodesPerMove ?? makespan.nodesPerMove }

  /// The bytes held, roughly.
  var byteCount: Int { makespan.byteCount + (tardiness?.byteCount ?? 0) }

  /// Measures the graph anew, after a schedule was loaded or a move made.
  @inline(__always) func value(of graph: DisjunctiveGraph) -> Int {
    tardiness?.value(of: graph) ?? makespan.value(of: graph)
  }

  /// An operation whose longest path must become shorter for the value to fall; nil where the value cannot fall.
  @inline(__always)
  func bottleneck(_ graph: DisjunctiveGraph, value: Int, _ random: inout SplitMix64) -> Int32? {
    if let tardiness { return tardiness.bottleneck(graph, value: value, &random) }
    return makespan.bottleneck(graph, value: value, &random)
  }

  /// About what the value would be after a move: exactly the estimate where that is at most `limit`, otherwise anything above.
  ///
  /// - Parameter path: the nodes of the critical path, of which the move names two places.
  @inline(__always) func estimate(
    _ move: BlockMove, _ path: UnsafeMutablePointer<Int32>, _ graph: DisjunctiveGraph, limit: Int
  ) -> Int {
    tardiness?.estimate(move, path, graph) ?? makespan.estimate(move, path, graph, limit: limit)
  }
}
