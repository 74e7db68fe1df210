extension Shop {
  /// The earliest start of every operation if no machine were ever busy with another job: releases and durations passed down
  /// the jobs. Complexity: O(*operations*).
  public var heads: [Int] {
    var heads = [Int](repeating: 0, count: operationCount)
    for job in 0..<jobCount {
      var time = Int.min
      for operation in operations(ofJob: job) {
        heads[operation] = Swift.max(time, Int(release[operation]))
        time = heads[operation] + Int(duration[operation])
      }
    }
    return heads
  }

  /// The work that follows every operation in its job. Complexity: O(*operations*).
  public var tails: [Int] {
    var tails = [Int](repeating: 0, count: operationCount)
    for job in 0..<jobCount {
      var work = 0
      for operation in operations(ofJob: job).reversed() {
        tails[operation] = work
        work += Int(duration[operation])
      }
    }
    return tails
  }

  /// A lower bound on ``objective`` that needs no search.
  ///
  /// For the makespan ``trivialMakespanBound``; for weighted tardiness the value if every job ran without waiting.
  /// Complexity: O(*operations* log *operations*).
  public var trivialBound: Int {
    switch objective {
    case .makespan: return trivialMakespanBound
    case .weightedTardiness(let due, let weight):
      let heads = heads
      return (0..<jobCount).reduce(0) { total, job in
        let last = Int(jobStart[job + 1]) - 1
        return total + Int(weight[job]) * Swift.max(0, heads[last] + Int(duration[last]) - Int(due[job]))
      }
    }
  }

  /// A lower bound on the makespan: the longest job, releases included, and for every machine the best preemptive schedule of
  /// its operations with the heads and tails of their jobs.
  ///
  /// Jackson's preemptive schedule: at any time, work on the released operation with the longest tail; J. Carlier, "The one-machine
  /// sequencing problem", EJOR 11 (1982). Complexity: O(*operations* log *operations*).
  public var trivialMakespanBound: Int {
    guard operationCount > 0 else { return 0 }
    let heads = heads
    let tails = tails
    var bound = Int.min
    for operation in 0..<operationCount {
      bound = Swift.max(bound, heads[operation] + Int(duration[operation]) + tails[operation])
    }
    let order = (0..<operationCount).sorted { (machine[$0], heads[$0]) < (machine[$1], heads[$1]) }
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, machine[order[end]] == machine[order[first]] { end += 1 }
      bound = Swift.max(bound, preemptiveBound(order[first..<end], heads: heads, tails: tails))
      first = end
    }
    return bound
  }

  /// The makespan of Jackson's preemptive schedule of one machine's operations, given in order of their heads.
  private func preemptiveBound(_ operations: ArraySlice<Int>, heads: [Int], tails: [Int]) -> Int {
    var waiting = BinaryHeap<Waiting>()
    var bound = Int.min
    var time = Int.min
    var next = operations.startIndex
    while next < operations.endIndex || !waiting.isEmpty {
      if waiting.isEmpty { time = Swift.max(time, heads[operations[next]]) }
      while next < operations.endIndex, heads[operations[next]] <= time {
        waiting.insert(Waiting(tail: tails[operations[next]], work: Int(duration[operations[next]])))
        next += 1
      }
      guard var current = waiting.popFirst() else { break }
      let interruption = next < operations.endIndex ? heads[operations[next]] : Int.max / 2
      let run = Swift.min(current.work, interruption - time)
      time += run
      current.work -= run
      if current.work > 0 {
        waiting.insert(current)
      } else {
        bound = Swift.max(bound, time + current.tail)
      }
    }
    return bound
  }
}

/// What is left of an operation that has been released; the longest tail comes first.
private struct Waiting: Comparable {
  var tail: Int
  var work: Int

  static func < (left: Waiting, right: Waiting) -> Bool { left.tail > right.tail }
}
