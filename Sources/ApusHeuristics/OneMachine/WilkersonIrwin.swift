import ApusStructure

/// Adjacent pairs in their better order, with steps back (L. J. Wilkerson, J. D. Irwin, "An improved method for scheduling independent tasks", AIIE
/// Transactions 3 (1971)).
///
/// Jobs come in the order of due dates. Of the first two that wait, the better one goes on; before it joins the end of the schedule it is compared
/// with the job there, which waits again if it should come later. Which is better is what the two orders of the pair cost at that time.
enum WilkersonIrwin {
  /// Complexity: O(*n*²) in practice; every step back lowers the cost of a pair.
  static func order(_ machine: OneMachine) -> [Int32] {
    // The next to wait is the last element.
    var waiting = Array(machine.order(by: .edd).map(Int.init).reversed())
    var order: [Int] = []
    var time = machine.release.min().map(Int.init) ?? 0
    while var next = waiting.popLast() {
      if let rival = waiting.last,
        machine.costs(rival, before: next, at: time) < machine.costs(next, before: rival, at: time)
      {
        waiting[waiting.count - 1] = next
        next = rival
      }
      while let last = order.last {
        let begin = time - Int(machine.duration[last])
        guard machine.costs(next, before: last, at: begin) < machine.costs(last, before: next, at: begin) else { break }
        order.removeLast()
        waiting.append(last)
        time = begin
      }
      order.append(next)
      time += Int(machine.duration[next])
    }
    return order.map(Int32.init)
  }
}

extension OneMachine {
  /// What two jobs cost, one directly before the other from a time on.
  func costs(_ first: Int, before second: Int, at time: Int) -> Int {
    let end = time + Int(duration[first])
    return cost(of: first, endingAt: end) + cost(of: second, endingAt: end + Int(duration[second]))
  }
}
