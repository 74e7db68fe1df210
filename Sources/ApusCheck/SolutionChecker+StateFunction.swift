import ApusModel

extension SolutionChecker {
  /// Reports members that overlap one of another state, or leave too little time to change the setting: for each, the worst earlier one.
  ///
  /// In order of start, the members before one are summed up as the latest end of each state. Complexity: O(*n* (log *n* + states)), and the square of those of
  /// length 0 at one time.
  func check(_ function: StateFunction, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    let transitions = function.transitions
    var present: [(index: Int, state: Int32, span: Solution.Span)] = []
    for (index, state) in zip(function.intervals, transitions.types) {
      if let span = evaluator.span(index), span.start <= span.end { present.append((Int(index), state, span)) }
    }
    present.sort { ($0.span.start, $0.span.end, $0.index) < ($1.span.start, $1.span.end, $1.index) }
    var reports = 0
    // By state the member that ends last, but for those of length 0 at the time that is looked at, whose order is free.
    var latest: [Int32: (index: Int, span: Solution.Span)] = [:]
    var ties: [(index: Int, state: Int32, span: Solution.Span)] = []
    for next in present where reports < max(1, maximumPairs) {
      if let time = ties.first?.span.start, time < next.span.start {
        for tie in ties where latest[tie.state].map({ $0.span.end < time }) ?? true {
          latest[tie.state] = (tie.index, tie.span)
        }
        ties.removeAll()
      }
      var worst: (short: Int128, index: Int?, span: Solution.Span)?
      func look(_ short: Int128, _ index: Int?, _ span: Solution.Span) {
        if short > 0, (short, index ?? -1) > (worst?.short ?? 0, worst?.index ?? -1) { worst = (short, index, span) }
      }
      if let initial = transitions.initial {
        look(Int128(transitions.origin) + Int128(initial[Int(next.state)]) - Int128(next.span.start), nil, next.span)
      }
      for (state, last) in latest where state != next.state {
        let ready = Int128(last.span.end) + Int128(transitions.time(from: state, to: next.state))
        look(ready - Int128(next.span.start), last.index, last.span)
      }
      let isTied = next.span.start == next.span.end
      for tie in ties where tie.state != next.state {
        let time = transitions.time(from: tie.state, to: next.state)
        look(Int128(isTied ? min(time, transitions.time(from: next.state, to: tie.state)) : time), tie.index, tie.span)
      }
      if let worst {
        found.append(conflict(next, worst, place))
        reports += 1
      }
      if isTied {
        ties.append(next)
      } else if latest[next.state].map({ $0.span.end < next.span.end }) ?? true {
        latest[next.state] = (next.index, next.span)
      }
    }
  }

  private func conflict(
    _ next: (index: Int, state: Int32, span: Solution.Span),
    _ worst: (short: Int128, index: Int?, span: Solution.Span), _ place: Place
  ) -> Violation {
    let members = [worst.index, next.index].compactMap { $0.map { member(interval: $0) } }
    let what = worst.index.map { "\(phrase($0, worst.span)), which has another state" } ?? "the initial state"
    return violation(
      .stateFunction, at: place, members: members, amount: clamped(worst.short),
      "\(phrase(next.index, next.span)) starts \(ticks(clamped(worst.short))) too early after \(what)")
  }
}
