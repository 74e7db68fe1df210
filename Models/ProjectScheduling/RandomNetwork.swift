/// A random network without circles in which no precedence follows from others.
///
/// Nodes are numbered so that all arcs go from smaller to larger numbers; 0 and the last are the dummies. As in ProGen: first
/// every task gets a predecessor, then every one that has none a successor, then arcs are added until there are enough.
struct RandomNetwork {
  /// A precedence between two nodes.
  struct Arc: Hashable {
    let before: Int
    let after: Int
  }

  private let taskCount: Int
  private let maximumDegree: Int
  /// The nodes that only the first dummy comes before are 1 to this; those that only the last comes after are as many.
  private let starts: ClosedRange<Int>
  private let ends: ClosedRange<Int>
  private var successors: [[Int]]
  private var predecessors: [[Int]]
  /// For each node the nodes that can be reached from it.
  private var isReachable: [[Bool]]

  /// Arcs with those of the dummies, in order.
  var arcs: [Arc] {
    var arcs: [Arc] = []
    for task in 1...taskCount where predecessors[task].isEmpty { arcs.append(Arc(before: 0, after: task)) }
    for task in 1...taskCount {
      for after in successors[task].sorted() { arcs.append(Arc(before: task, after: after)) }
      if successors[task].isEmpty { arcs.append(Arc(before: task, after: taskCount + 1)) }
    }
    return arcs
  }

  /// The number of ``arcs``.
  private(set) var arcCount: Int

  /// Draws a network with as near to `arcs` arcs as it comes; nil where a task finds no partner.
  init?(_ recipe: ProjectScheduling.Recipe, arcs: Int, _ random: inout TaillardRandom) {
    taskCount = recipe.tasks
    // Every task hangs between the dummies.
    arcCount = 2 * recipe.tasks
    maximumDegree = recipe.maximumDegree
    // In a small network the two groups must not meet.
    let width = max(1, min(recipe.endTasks, recipe.tasks / 2))
    starts = 1...width
    ends = max(1, recipe.tasks - width + 1)...recipe.tasks
    successors = Array(repeating: [], count: taskCount + 2)
    predecessors = successors
    isReachable = Array(repeating: Array(repeating: false, count: taskCount + 2), count: taskCount + 2)
    guard taskCount > 1 else { return }
    for task in 1...taskCount where !starts.contains(task) {
      let partners = (1..<task).filter { canAdd($0, task) }
      guard !partners.isEmpty else { return nil }
      add(partners[random.unif(0, partners.count - 1)], task)
    }
    for task in 1...taskCount where !ends.contains(task) && successors[task].isEmpty {
      let partners = (task + 1...taskCount).filter { canAdd(task, $0) }
      guard !partners.isEmpty else { return nil }
      add(task, partners[random.unif(0, partners.count - 1)])
    }
    // What cannot be added now can never be: one pass is enough.
    var pairs = (1...taskCount).flatMap { before in (before..<taskCount).map { Arc(before: before, after: $0 + 1) } }
    for position in pairs.indices where arcCount < arcs {
      pairs.swapAt(position, random.unif(position, pairs.count - 1))
      let pair = pairs[position]
      if canAdd(pair.before, pair.after) { add(pair.before, pair.after) }
    }
  }

  /// Whether the arc respects the degrees and the ends, does not follow from others, and lets none follow.
  private func canAdd(_ before: Int, _ after: Int) -> Bool {
    guard !ends.contains(before), !starts.contains(after), successors[before].count < maximumDegree,
      predecessors[after].count < maximumDegree, !isReachable[before][after]
    else { return false }
    for first in 1...before where first == before || isReachable[first][before] {
      for last in successors[first] where last == after || isReachable[after][last] { return false }
    }
    return true
  }

  private mutating func add(_ before: Int, _ after: Int) {
    // An arc of a dummy goes for the first one at either end.
    arcCount += 1 - (successors[before].isEmpty ? 1 : 0) - (predecessors[after].isEmpty ? 1 : 0)
    successors[before].append(after)
    predecessors[after].append(before)
    for first in 1...before where first == before || isReachable[first][before] {
      isReachable[first][after] = true
      for last in after...taskCount where isReachable[after][last] { isReachable[first][last] = true }
    }
  }
}
