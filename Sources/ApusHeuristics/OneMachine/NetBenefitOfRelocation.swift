import ApusStructure

/// Earliest due dates, from which long jobs are put behind late ones where that pays (J. E. Holsenback, R. M. Russell, "A heuristic algorithm for
/// sequencing on one machine to minimize total tardiness", Journal of the Operational Research Society 43 (1992)).
///
/// From the back, for each late job: of the longer jobs before it the one whose move directly behind it gains most is moved, until none gains.
enum NetBenefitOfRelocation {
  /// Complexity: O(*n*²) for each place, so O(*n*³) at worst; the gains are sums from right to left.
  static func order(_ machine: OneMachine) -> [Int32] {
    var order = machine.order(by: .edd).map(Int.init)
    let begin = machine.release.min().map(Int.init) ?? 0
    var ends = [Int](repeating: 0, count: order.count)
    func measure() {
      var time = begin
      for (place, job) in order.enumerated() {
        time += Int(machine.duration[job])
        ends[place] = time
      }
    }
    measure()
    for place in stride(from: order.count - 1, to: 0, by: -1) {
      while ends[place] > Int(machine.due[order[place]]) {
        var (best, gain) = (-1, 0)
        for first in 0..<place where machine.duration[order[first]] > machine.duration[order[place]] {
          let job = order[first]
          let length = Int(machine.duration[job])
          var benefit = machine.cost(of: job, endingAt: ends[first]) - machine.cost(of: job, endingAt: ends[place])
          for next in first + 1...place {
            let other = order[next]
            benefit +=
              machine.cost(of: other, endingAt: ends[next]) - machine.cost(of: other, endingAt: ends[next] - length)
          }
          if benefit > gain { (best, gain) = (first, benefit) }
        }
        if best < 0 { break }
        order.insert(order.remove(at: best), at: place)
        measure()
      }
    }
    return order.map(Int32.init)
  }
}
