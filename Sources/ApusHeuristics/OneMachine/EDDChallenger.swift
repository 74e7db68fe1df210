import ApusStructure

/// Earliest due dates only where they can be met, found by a language model (source at `MDDChallenger`), in the form of the code that the paper's
/// numbers come from.
///
/// From the shortest first, jobs are inserted one by one: a job goes forward step by step; it passes its neighbour where that is due later than the
/// job, and later than all before the job take together.
enum EDDChallenger {
  /// Complexity: O(*n*²).
  static func order(_ machine: OneMachine) -> [Int32] {
    var order = machine.shortestFirst
    var end = machine.release.min().map(Int.init) ?? 0
    for place in order.indices {
      // The end of the jobs before the one that goes forward.
      var time = end
      end += Int(machine.duration[order[place]])
      var next = place
      while next > 0 {
        let (earlier, later) = (order[next - 1], order[next])
        guard machine.due[later] < machine.due[earlier] else { break }
        if Int(machine.due[earlier]) > time { order.swapAt(next - 1, next) }
        time -= Int(machine.duration[earlier])
        next -= 1
      }
    }
    return order.map(Int32.init)
  }
}
