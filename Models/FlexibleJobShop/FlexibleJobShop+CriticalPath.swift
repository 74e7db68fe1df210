extension FlexibleJobShop {
  /// The earliest start of each operation, by position in ``operations``, if machines were plenty and all as fast as the fastest.
  ///
  /// - Complexity: O(modes + precedences).
  public var earliestStarts: [Int] {
    let shortest = operations.map(\.shortest)
    var successors: [[Int]] = Array(repeating: [], count: shortest.count)
    var waiting = [Int](repeating: 0, count: shortest.count)
    for (before, after) in precedencesByPosition {
      successors[before].append(after)
      waiting[after] += 1
    }
    var starts = waiting
    for index in starts.indices { starts[index] = 0 }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    while let position = ready.popLast() {
      for after in successors[position] {
        starts[after] = max(starts[after], starts[position] + shortest[position])
        waiting[after] -= 1
        if waiting[after] == 0 { ready.append(after) }
      }
    }
    return starts
  }

  /// How long each job takes at least, alone and on its fastest machines: its longest path. No schedule is shorter than the longest
  /// job. Complexity: that of ``earliestStarts``.
  public var jobLengths: [Int] {
    let ends = zip(earliestStarts, operations).map { $0 + $1.shortest }
    return zip(jobs, firstPositions).map { job, first in
      ends[first..<first + job.operations.count].reduce(0) { max($0, $1) }
    }
  }
}
