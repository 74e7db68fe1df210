import ApusStructure

/// Job by job, each is moved to the place where it costs least in all, until no move gains.
enum InsertionDescent {
  /// Complexity: O(*n*²) a pass; each but the last makes a move.
  static func order(_ machine: OneMachine, from given: [Int32]) -> [Int32] {
    guard let begin = machine.commonRelease else { return given }
    var order = given.map(Int.init)
    var ends = order
    func measure() {
      var time = begin
      for (place, job) in order.enumerated() {
        time += Int(machine.duration[job])
        ends[place] = time
      }
    }
    measure()
    var isImproving = true
    while isImproving {
      isImproving = false
      for place in order.indices {
        let job = order[place]
        let length = Int(machine.duration[job])
        let cost = machine.cost(of: job, endingAt: ends[place])
        var (best, least) = (place, 0)
        // What the jobs between cost more than before: less for those that come forward, more for those that go back.
        var change = 0
        for later in order.indices.suffix(from: place + 1) {
          let other = order[later]
          change += machine.cost(of: other, endingAt: ends[later] - length)
          change -= machine.cost(of: other, endingAt: ends[later])
          let total = change + machine.cost(of: job, endingAt: ends[later]) - cost
          if total < least { (best, least) = (later, total) }
        }
        change = 0
        for earlier in order.indices.prefix(place).reversed() {
          let other = order[earlier]
          change += machine.cost(of: other, endingAt: ends[earlier] + length)
          change -= machine.cost(of: other, endingAt: ends[earlier])
          let end = ends[earlier] - Int(machine.duration[other]) + length
          let total = change + machine.cost(of: job, endingAt: end) - cost
          if total < least { (best, least) = (earlier, total) }
        }
        if best != place {
          order.insert(order.remove(at: place), at: best)
          measure()
          isImproving = true
        }
      }
    }
    return order.map(Int32.init)
  }
}
