import ApusStructure

/// What a rule may look at when it chooses the next job.
struct GreedyState {
  /// When the next job may start.
  var time: Double
  /// The sum and the greatest of the durations of the jobs that are not yet done, and how many there are.
  var work: Double
  var longest: Double
  var count: Double
}

extension OneMachine {
  /// The jobs with the least key first; of equals the one with the smaller index. Complexity: O(*n* log *n*).
  func inOrder(_ key: (Int) -> Double) -> [Int32] {
    (0..<jobCount).map { (key: key($0), job: Int32($0)) }.sorted { $0 < $1 }.map(\.job)
  }

  /// The jobs by duration; of equals the one due first, then the one with the smaller index. Complexity: O(*n* log *n*).
  var shortestFirst: [Int] {
    (0..<jobCount).sorted { (duration[$0], due[$0], $0) < (duration[$1], due[$1], $1) }
  }

  /// One job after the other: of those that are released, the one with the least key, of equals the one with the smaller index.
  ///
  /// Where none is released, the time moves on to the next release. Complexity: O(*n*²).
  func greedyOrder(_ key: (Int, GreedyState) -> Double) -> [Int32] {
    var waiting = Array(0..<jobCount)
    var order: [Int32] = []
    order.reserveCapacity(jobCount)
    var time = Int.min
    var work = duration.reduce(0) { $0 + Int($1) }
    while !waiting.isEmpty {
      var (earliest, longest) = (Int.max, 0)
      for job in waiting {
        earliest = Swift.min(earliest, Int(release[job]))
        longest = Swift.max(longest, Int(duration[job]))
      }
      time = Swift.max(time, earliest)
      let state = GreedyState(
        time: Double(time), work: Double(work), longest: Double(longest), count: Double(waiting.count))
      var best = -1
      var least = Double.infinity
      for (place, job) in waiting.enumerated() where release[job] <= time {
        let key = key(job, state)
        if best < 0 || key < least { (best, least) = (place, key) }
      }
      let job = waiting.remove(at: best)
      order.append(Int32(job))
      time += Int(duration[job])
      work -= Int(duration[job])
    }
    return order
  }
}
