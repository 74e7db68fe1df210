/// Pairs of jobs that may be put in one order, because an order with the other can be changed so that it costs no more.
///
/// 1. *j* before *i* may be swapped where *i* takes no longer and, whenever the two end, nothing is lost: what is between them comes no later.
/// 2. *j* before *i* may be put right behind *i* where *i* gains at least what *j* loses: what is between them comes earlier.
///
/// Both are asked of all ends that the relation leaves the two, so that what is found makes more be found. For the argument to hold with
/// what is known already, the changed order must keep it: whatever goes behind *j* must go behind *i*, and in the swap whatever goes before *i* must
/// go before *j*. Then of the best orders that keep what is known, one keeps the new pair too. (H. Emmons, Operations Research 17, 1969;
/// A. H. G. Rinnooy Kan, B. J. Lageweg, J. K. Lenstra, "Minimizing total costs in one-machine scheduling", Operations Research 23, 1975.)
extension JobOrder {
  /// Adds what can be shown with one job in front. Returns how many pairs were added. Complexity: O(*jobs*²) at worst, and O(*jobs*²) a pair.
  func grow(from job: Int) -> Int {
    var added = 0
    for other in 0..<count where other != job && !isBefore(job, other) && !isBefore(other, job) {
      guard isSubset(successors, other, of: job) else { continue }
      if canSwap(other, job) || canPut(other, behind: job) {
        add(job, before: other)
        added += 1
      }
    }
    return added
  }

  private func cost(_ job: Int, _ end: Int) -> Int { weight[job] &* Swift.max(0, end &- due[job]) }

  /// Rule 1. The loss is linear between the due dates, so it is asked for at the corners.
  private func canSwap(_ first: Int, _ last: Int) -> Bool {
    let (long, short) = (duration[first], duration[last])
    guard short <= long, isSubset(predecessors, last, of: first) else { return false }
    let (earliestFirst, latestLast) = (earliestEnd(first), latestEnd(last))
    let latestFirst = horizon - durations(of: successors, first, or: last) - short
    let earliestLast = durations(of: predecessors, first, or: last) + long + short
    func mayLose(_ firstEnd: Int, _ lastEnd: Int) -> Bool {
      guard firstEnd >= earliestFirst, firstEnd <= latestFirst, lastEnd >= earliestLast, lastEnd <= latestLast,
        lastEnd >= firstEnd + short
      else { return false }
      return cost(last, firstEnd - long + short) + cost(first, lastEnd) > cost(first, firstEnd) + cost(last, lastEnd)
    }
    let firstEnds = (earliestFirst, latestFirst, due[first], due[last] + long - short)
    let lastEnds = (earliestLast, latestLast, due[first], due[last])
    return corners(firstEnds) { firstEnd in
      !mayLose(firstEnd, firstEnd + short) && corners(lastEnds) { !mayLose(firstEnd, $0) }
    } && corners(lastEnds) { !mayLose($0 - short, $0) }
  }

  private func corners(_ ends: (Int, Int, Int, Int), _ holds: (Int) -> Bool) -> Bool {
    holds(ends.0) && holds(ends.1) && holds(ends.2) && holds(ends.3)
  }

  /// Rule 2. The first job's gain is least where it ended earliest.
  private func canPut(_ first: Int, behind last: Int) -> Bool {
    let earliest = durations(of: predecessors, first, or: last) + duration[first] + duration[last]
    let latest = latestEnd(last)
    let before = cost(first, earliestEnd(first))
    func loses(_ end: Int) -> Bool {
      cost(first, end) - before > cost(last, end) - cost(last, end - duration[first])
    }
    if loses(earliest) || loses(latest) { return false }
    for end in [due[first], due[last], due[last] + duration[first]] where end > earliest && end < latest && loses(end) {
      return false
    }
    return true
  }
}
