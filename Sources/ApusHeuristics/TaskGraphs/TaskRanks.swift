import ApusStructure

/// What stands for times and delays of a task graph, and ranks made of that.
///
/// Ranks are kept in millionths of a tick, so that equal ones are equal whatever they were added up from.
struct TaskRanks {
  private let graph: TaskGraph
  /// By task and by arc, in ticks.
  private let time: [Double]
  private let delay: [Double]

  /// Complexity: O(*modes* + sum over arcs with delays of pairs of modes), with the median a logarithm more.
  init(_ graph: TaskGraph, by basis: RankBasis) {
    self.graph = graph
    let modes = graph.modes
    time = (0..<graph.taskCount).map { task in basis.value(of: modes.of(task).map { modes.duration[$0] }) }
    guard graph.hasDelays else {
      delay = [Double](repeating: 0, count: graph.before.count)
      return
    }
    delay = graph.before.indices.map { arc in
      var numbers: [Int32] = []
      for source in modes.of(Int(graph.before[arc])) {
        for target in modes.of(Int(graph.after[arc])) where modes.machine[source] != modes.machine[target] {
          numbers.append(graph.delay(of: arc, from: source, to: target))
        }
      }
      return basis.value(of: numbers)
    }
  }

  /// What stands for the delay of an arc between different processors, in ticks.
  func delay(of arc: Int) -> Double { delay[arc] }

  /// In millionths.
  static func rounded(_ ticks: Double) -> Int { Int((ticks * 1e6).rounded()) }

  /// The upward rank of every task: its time and the longest way from its end to the end of all, with delays. Complexity: O(*tasks* + *arcs*).
  var upward: [Int] {
    var rank = [Double](repeating: 0, count: graph.taskCount)
    for task in graph.topologicalOrder.reversed().lazy.map(Int.init) {
      let rest = graph.successors.of(task).reduce(0) { max($0, delay[Int($1)] + rank[Int(graph.after[Int($1)])]) }
      rank[task] = time[task] + rest
    }
    return rank.map(Self.rounded)
  }

  /// The downward rank of every task: the longest way to its start, with delays. Complexity: O(*tasks* + *arcs*).
  var downward: [Int] {
    var rank = [Double](repeating: 0, count: graph.taskCount)
    for task in graph.topologicalOrder.lazy.map(Int.init) {
      rank[task] = graph.predecessors.of(task).reduce(0) { longest, arc in
        let earlier = Int(graph.before[Int(arc)])
        return max(longest, rank[earlier] + time[earlier] + delay[Int(arc)])
      }
    }
    return rank.map(Self.rounded)
  }

  /// The tasks by falling keys, of equal ones in topological order. O(n log n).
  func order(byFalling keys: [Int]) -> [Int] {
    graph.topologicalOrder.enumerated()
      .sorted { (-keys[Int($0.element)], $0.offset) < (-keys[Int($1.element)], $1.offset) }
      .map { Int($0.element) }
  }
}
