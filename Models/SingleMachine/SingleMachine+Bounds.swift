extension SingleMachine {
  /// The cost if every job had the machine to itself and could wait for its due date. O(jobs).
  var costOfJobsAlone: Int {
    jobs.reduce(0) { $0 + $1.weight * max(0, $1.release + $1.processing - $1.due) }
  }

  /// The total tardiness of the shortest jobs first, measured against the due dates in order; nil where weights differ or jobs cost for
  /// earliness.
  ///
  /// However the jobs are ordered, the *k*-th to end does so no earlier than the *k* shortest take together, and no assignment of due
  /// dates to ordered ends costs less than the ordered one. O(jobs × log jobs).
  var shortestFirstBound: Int? {
    guard let weight = jobs.first?.weight, jobs.allSatisfy({ $0.weight == weight && $0.earlinessWeight == 0 }) else {
      return nil
    }
    var end = jobs.reduce(Int.max) { min($0, $1.release) }
    var total = 0
    for (processing, due) in zip(jobs.map(\.processing).sorted(), jobs.map(\.due).sorted()) {
      end += processing
      total += max(0, end - due)
    }
    return weight * total
  }
}
