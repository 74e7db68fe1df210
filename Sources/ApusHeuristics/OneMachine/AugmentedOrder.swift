import ApusStructure

/// The augmented form of an order: after each job that is appended, the earlier job whose move to the end gains most is moved, if one gains.
///
/// (Çetinkaya et al. 2025, source at `MDDChallenger`.) Times at which jobs are appended do not depend on such moves, so the form of every rule is made
/// from its order.
enum AugmentedOrder {
  /// Complexity: O(*n*³), in short steps; sums are given up where a move cannot gain.
  static func order(_ machine: OneMachine, from given: [Int32]) -> [Int32] {
    guard let begin = machine.commonRelease else { return given }
    var order: [Int] = []
    var ends: [Int] = []
    var late: [Int] = []
    for job in given.lazy.map(Int.init) {
      let end = (ends.last ?? begin) + Int(machine.duration[job])
      order.append(job)
      ends.append(end)
      late.append(machine.cost(of: job, endingAt: end))
      var (best, gain) = (-1, 0)
      // What the jobs behind cost now: no move of one before them gains more.
      var behind = late[late.count - 1]
      for first in stride(from: order.count - 2, through: 0, by: -1) {
        let job = order[first]
        let length = Int(machine.duration[job])
        var benefit = late[first] - machine.cost(of: job, endingAt: end)
        if benefit + behind >= gain {
          for next in first + 1..<order.count where late[next] > 0 {
            benefit += late[next] - machine.cost(of: order[next], endingAt: ends[next] - length)
          }
          if benefit >= gain, benefit > 0 { (best, gain) = (first, benefit) }
        }
        behind += late[first]
      }
      if best >= 0 {
        order.append(order.remove(at: best))
        var time = best == 0 ? begin : ends[best - 1]
        for place in best..<order.count {
          time += Int(machine.duration[order[place]])
          ends[place] = time
          late[place] = machine.cost(of: order[place], endingAt: time)
        }
      }
    }
    return order.map(Int32.init)
  }
}
