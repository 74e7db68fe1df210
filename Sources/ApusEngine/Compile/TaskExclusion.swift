/// Tasks of a resource of which no two fit beside each other: they form a no-overlap, whose Booleans of order and rules see more than the
/// resource alone.
///
/// Two tasks exclude each other where their demands add up to more than there ever is and each lasts at least one tick. Tasks that need more
/// than half do so in pairs; the largest of the others may join where it excludes the least of them. So the first clique is greedy and by
/// demand, and a largest one. (Disjunctive pairs of a cumulative resource: Baptiste, Le Pape and Nuijten, "Constraint-based scheduling", 2001.)
struct TaskExclusion {
  private let tasks: [CumulativeTask]
  private let demands: [Int64]
  private let capacity: Int64
  /// The tasks that last, each interval once, by descending demand.
  private let order: [Int]

  init(_ tasks: [CumulativeTask], leastDemands: [Int64], capacity: Int64) {
    self.tasks = tasks
    demands = leastDemands
    self.capacity = capacity
    var seen = Set<Int32>()
    order = tasks.indices.sorted { (leastDemands[$1], $0) < (leastDemands[$0], $1) }.filter {
      tasks[$0].length > 0 && leastDemands[$0] > 0 && seen.insert(tasks[$0].start).inserted
    }
  }

  /// The sets to post no-overlaps for.
  func sets(_ rules: CumulativeRules) -> [[NoOverlapTask]] {
    var clique: [Int] = []
    for task in order {
      guard clique.last.map({ exclude($0, task) }) ?? true else { break }
      clique.append(task)
    }
    var sets: [[Int]] = []
    let isPosted = clique.count >= max(2, rules.smallestClique)
    if isPosted { sets.append(clique) }
    if rules.ordersPairs { sets += pairs(butIn: isPosted ? Set(clique) : []) }
    return sets.map { $0.map(sequenceTask) }
  }

  /// The pairs that exclude each other, but for those within a set.
  private func pairs(butIn clique: Set<Int>) -> [[Int]] {
    var result: [[Int]] = []
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        // By descending demand: with none of the following either.
        guard exclude(first, second) else { break }
        if !clique.contains(first) || !clique.contains(second) { result.append([first, second]) }
      }
    }
    return result
  }

  private func exclude(_ first: Int, _ second: Int) -> Bool { demands[first] > capacity - demands[second] }

  private func sequenceTask(_ index: Int) -> NoOverlapTask {
    let task = tasks[index]
    return NoOverlapTask(
      start: task.start, end: task.end, endOffset: task.endOffset, length: task.length, presence: task.presence)
  }
}
