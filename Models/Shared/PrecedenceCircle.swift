/// Tasks that wait for each other in a circle, so that none of them can start.
struct PrecedenceCircle: CustomStringConvertible {
  /// The ids of the tasks, the first one again at the end.
  let tasks: [Int]
  /// The position of the precedence that closes the circle.
  let closing: Int

  /// Finds a circle, if there is one, by depth-first search without recursion. O(tasks + precedences).
  ///
  /// - Parameters:
  ///   - count: The number of tasks.
  ///   - precedences: Which task waits for which; nil for those that may be part of a circle.
  init?(of count: Int, _ precedences: [(before: Int, after: Int)?]) {
    var outgoing: [[(index: Int, after: Int)]] = Array(repeating: [], count: count)
    for (index, precedence) in precedences.enumerated() {
      if let precedence { outgoing[precedence.before].append((index, precedence.after)) }
    }
    /// Where a task is on the path from the root, from 1; 0 before, -1 after.
    var place = [Int](repeating: 0, count: count)
    var next = place
    for root in outgoing.indices where place[root] == 0 {
      var path = [root]
      place[root] = 1
      while let task = path.last {
        guard next[task] < outgoing[task].count else {
          place[task] = -1
          path.removeLast()
          continue
        }
        let (index, successor) = outgoing[task][next[task]]
        next[task] += 1
        if place[successor] > 0 {
          tasks = Array(path[(place[successor] - 1)...]) + [successor]
          closing = index
          return
        }
        if place[successor] == 0 {
          path.append(successor)
          place[successor] = path.count
        }
      }
    }
    return nil
  }

  /// `task 3 -> task 7 -> task 3`, shortened in the middle where it is long.
  var description: String { description(calling: { "task \($0)" }) }

  /// The same with other names for tasks.
  func description(calling name: (Int) -> String) -> String {
    let shown = tasks.map(name)
    guard shown.count > 12 else { return shown.joined(separator: " -> ") }
    let left = shown.count - 11
    return (shown.prefix(8) + ["(\(left) more)"] + shown.suffix(3)).joined(separator: " -> ")
  }
}
