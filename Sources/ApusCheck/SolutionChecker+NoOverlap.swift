import ApusModel

extension SolutionChecker {
  /// Reports overlapping pairs of one `NoOverlap`: for each interval that overlaps an earlier one, the pair with the latest end.
  ///
  /// Sorted by start and then by end, a later interval j overlaps an earlier i exactly when `end_i > start_j`: if both start at
  /// once, i is the shorter, and where it has length 0 its end is not past the start. So j overlaps *some* earlier interval
  /// exactly when it overlaps the one that ends last, and one pass finds a pair for every j that has one.
  ///
  /// Complexity: O(*n* log *n*).
  func check(_ noOverlap: NoOverlap, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    var spans: [PresentMember] = []
    spans.reserveCapacity(noOverlap.intervals.count)
    for (position, index) in noOverlap.intervals.enumerated() {
      if let span = evaluator.span(index), span.start <= span.end {
        spans.append(PresentMember(span: span, index: Int(index), type: noOverlap.setup?.types[position] ?? 0))
      }
    }
    spans.sort { ($0.span.start, $0.span.end, $0.index) < ($1.span.start, $1.span.end, $1.index) }
    guard var last = spans.first else { return }
    var reported = 0
    for next in spans.dropFirst() {
      if last.span.end > next.span.start {
        found.append(overlap(last, next, place))
        reported += 1
        if reported >= maximumPairs { return }
      }
      if next.span.end > last.span.end { last = next }
    }
    // Where intervals overlap, there is no order that setup times could be asked of.
    if reported == 0, let setup = noOverlap.setup { check(setup, spans, place, &found) }
  }

  private func overlap(
    _ first: PresentMember, _ second: PresentMember, _ place: Place
  ) -> Violation {
    let apart = min(
      distance(from: second.span.start, to: first.span.end), distance(from: first.span.start, to: second.span.end))
    let (former, latter) = (phrase(first.index, first.span), phrase(second.index, second.span))
    let sentence =
      second.span.end <= first.span.end
      ? "\(latter) lies within \(former)"
      : "\(former) overlaps \(latter) by \(ticks(apart))"
    return violation(
      .noOverlap, at: place, members: [member(interval: first.index), member(interval: second.index)], amount: apart,
      sentence)
  }
}

/// A present member of a `NoOverlap`, and its type where there are setup times.
struct PresentMember {
  let span: Solution.Span
  let index: Int
  let type: Int32
}
