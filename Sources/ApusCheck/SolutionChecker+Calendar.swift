import ApusModel

extension SolutionChecker {
  /// What a calendar, or a list of windows, asks of a present interval. Complexity: O(log) of the calendar.
  func check(_ rule: CalendarRule, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let span = evaluator.span(rule.interval) else { return }
    let index = Int(rule.interval)
    func report(_ amount: Int, _ sentence: String, _ others: [Violation.Member] = []) {
      found.append(
        violation(
          .calendar, at: place, members: [member(interval: index)] + others, amount: max(1, amount),
          "\(phrase(index, span)) \(sentence)"))
    }
    switch rule.rule {
    case .start(let calendar):
      if !calendar.worksAfter(span.start) { report(1, "starts in a break\(calendar.suffix)") }
    case .end(let calendar):
      if !calendar.worksBefore(span.end) { report(1, "ends in a break\(calendar.suffix)") }
    case .extent(let calendar):
      guard span.start < span.end else { return }
      let missing = distance(from: span.start, to: span.end) - calendar.workingTicks(in: span.start..<span.end)
      if missing > 0 { report(missing, "lies for \(ticks(missing)) in breaks\(calendar.suffix)") }
    case .work(let work, let calendar):
      let (needed, variable) = evaluator.ticks(of: work)
      // A span that ends before it starts has no work; what is wrong with it is said of its domain.
      let done = span.start < span.end ? calendar.workingTicks(in: span.start..<span.end) : 0
      let others = variable.map { [member(integer: Int($0))] } ?? []
      if !calendar.worksAfter(span.start) {
        report(1, "starts in a break\(calendar.suffix)", others)
      } else if !needed.contains(done) {
        let short = max(distance(below: needed.lowerBound, done), distance(below: done, needed.upperBound))
        let range = needed.count == 1 ? "\(needed.lowerBound)" : "\(needed.lowerBound) to \(needed.upperBound)"
        report(short, "has \(ticks(done)) of work\(calendar.suffix); expected \(range)", others)
      } else if span.start < span.end, !calendar.worksBefore(span.end) {
        report(1, "ends in a break\(calendar.suffix), when its work was done before", others)
      } else if span.end < span.start {
        report(distance(from: span.end, to: span.start), "ends before its work begins", others)
      }
    case .windows(let list):
      if !list.contain(start: span.start, end: span.end) {
        report(1, "lies within none of \(list.starts.count) windows")
      }
    }
  }

  /// By how much a number is above another; 0 where it is not.
  private func distance(below number: Int, _ other: Int) -> Int {
    number > other ? distance(from: other, to: number) : 0
  }

  private func distance(from low: Int, to high: Int) -> Int { ApusCheck.distance(from: low, to: high) }
}

extension WorkCalendar {
  /// How sentences name the calendar.
  fileprivate var suffix: String { name.isEmpty ? "" : " of \(name)" }

  // Times in hostile files may be any.
  fileprivate func worksAfter(_ time: Int) -> Bool { time < .max && isWorking(at: time) }
  fileprivate func worksBefore(_ time: Int) -> Bool { time > .min && isWorking(at: time - 1) }
}

extension Evaluator {
  /// How many ticks the work may be, and the variable that says so.
  fileprivate func ticks(of work: CalendarRule.Work) -> (ClosedRange<Int>, Int32?) {
    switch work {
    case .range(let range): (range, nil)
    case .integer(let index): (solution.integers[Int(index)]...solution.integers[Int(index)], index)
    }
  }
}
