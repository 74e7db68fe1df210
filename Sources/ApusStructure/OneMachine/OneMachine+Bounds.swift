extension OneMachine {
  /// A lower bound on the objective that needs no search: the cost of every job alone, or for equal weights that of the shortest first, measured against
  /// the due dates in order: the *k*-th job to end does so no earlier than the *k* shortest take, and no other assignment of due dates to
  /// these ends costs less. Complexity: O(*n* log *n*).
  public var trivialBound: Int {
    let alone = (0..<jobCount).reduce(0) { $0 + cost(of: $1, endingAt: Int(release[$1]) + Int(duration[$1])) }
    guard let commonWeight else { return alone }
    var end = release.min().map(Int.init) ?? 0
    var total = 0
    for (duration, due) in zip(duration.sorted(), due.sorted()) {
      end += Int(duration)
      total += Swift.max(0, end - Int(due))
    }
    return Swift.max(alone, commonWeight * total)
  }
}
