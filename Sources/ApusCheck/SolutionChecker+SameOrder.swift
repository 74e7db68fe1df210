import ApusModel

extension SolutionChecker {
  /// Reports pairs that go in opposite orders: for each pair of intervals that has one, another that goes before it in the first list
  /// and after it in the second.
  ///
  /// Pairs are taken in the order of their starts in the first list. What then goes before a pair there has ended, and it is enough
  /// to know of all that have which starts last in the second list, and of those at one time which ends last. Where that one does not
  /// go after the partner, none does. Intervals of length 0 at one time do not go before each other: there, those of some length come
  /// after those of none, which are taken note of in between.
  ///
  /// Complexity: O(*n* log *n*).
  func check(_ lists: SameOrder, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    let pairs = zip(lists.first, lists.second).compactMap { OrderedPair($0, $1, evaluator) }
    let byStart = pairs.indices.sorted {
      let (a, b) = (pairs[$0].first, pairs[$1].first)
      return (a.start, a.end) < (b.start, b.end)
    }
    let byEnd = pairs.indices.sorted {
      let (a, b) = (pairs[$0].first, pairs[$1].first)
      return (a.end, a.start) < (b.end, b.start)
    }
    var ended = 0
    var reports = 0
    var latest: Int?
    for number in byStart {
      let pair = pairs[number]
      while ended < byEnd.count, goesBefore(pairs[byEnd[ended]].first, pair.first) {
        let other = pairs[byEnd[ended]].second
        if let last = latest.map({ pairs[$0].second }) {
          if (other.start, other.end) > (last.start, last.end) { latest = byEnd[ended] }
        } else {
          latest = byEnd[ended]
        }
        ended += 1
      }
      guard let latest, goesBefore(pair.second, pairs[latest].second) else { continue }
      found.append(opposite(pairs[latest], pair, place))
      reports += 1
      if reports >= maximumPairs { return }
    }
  }

  /// Whether x ends no later than y starts, and not also the other way round.
  private func goesBefore(_ x: Solution.Span, _ y: Solution.Span) -> Bool {
    x.end <= y.start && !(y.end <= x.start)
  }

  private func opposite(_ before: OrderedPair, _ after: OrderedPair, _ place: Place) -> Violation {
    func name(_ index: Int32) -> String { model.nameOfInterval(Int(index)) }
    let indices = [before.firstIndex, after.firstIndex, before.secondIndex, after.secondIndex]
    let amount = min(
      distance(from: before.first.start, to: after.first.end),
      distance(from: after.second.start, to: before.second.end))
    return violation(
      .sameOrder, at: place, members: indices.map { member(interval: Int($0)) }, amount: amount,
      "\(name(before.firstIndex)) goes before \(name(after.firstIndex)), but \(name(after.secondIndex)) before "
        + name(before.secondIndex))
  }
}

/// A pair whose intervals are both present.
private struct OrderedPair {
  let firstIndex: Int32
  let secondIndex: Int32
  let first: Solution.Span
  let second: Solution.Span

  init?(_ firstIndex: Int32, _ secondIndex: Int32, _ evaluator: Evaluator) {
    guard let first = evaluator.span(firstIndex), let second = evaluator.span(secondIndex),
      first.start <= first.end, second.start <= second.end
    else { return nil }
    (self.firstIndex, self.secondIndex, self.first, self.second) = (firstIndex, secondIndex, first, second)
  }
}
