import ApusModel

extension SolutionChecker {
  /// Exactly one member stands for a main interval that is present; none for one that is absent. Complexity: linear.
  func check(_ choice: Alternative, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    let present = choice.members.filter { evaluator.span($0) != nil }
    guard let main = evaluator.span(choice.main), let chosen = present.first, let span = evaluator.span(chosen) else {
      found += presence(of: choice.main, present, .alternative, place, evaluator)
      return
    }
    if present.count > 1 {
      let both = present.prefix(2).map { model.nameOfInterval(Int($0)) }.joined(separator: " and ")
      found.append(
        violation(
          .alternative, at: place, members: members(choice.main, present), amount: present.count - 1,
          "\(both) are present; expected exactly one member"))
    } else if span != main {
      found.append(
        violation(
          .alternative, at: place, members: members(choice.main, present), amount: distance(main, span),
          "\(phrase(Int(chosen), span)) stands for \(phrase(Int(choice.main), main)), but not at the same time"))
    }
  }

  /// A main interval from the first start to the last end of its present members; absent where they all are. Complexity: linear.
  func check(_ constraint: Span, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    let present = constraint.members.filter { evaluator.span($0) != nil }
    let spans = present.compactMap { evaluator.span($0) }
    guard let main = evaluator.span(constraint.main), let start = spans.map(\.start).min(),
      let end = spans.map(\.end).max()
    else {
      found += presence(of: constraint.main, present, .span, place, evaluator)
      return
    }
    let whole = Solution.Span(start: start, end: end)
    guard whole != main else { return }
    let first = present.first { evaluator.span($0)?.start == start }
    let last = present.first { $0 != first && evaluator.span($0)?.end == end }
    found.append(
      violation(
        .span, at: place, members: members(constraint.main, [first, last].compactMap(\.self)),
        amount: distance(main, whole),
        "\(phrase(Int(constraint.main), main)) is not [\(start), \(end)), from the first start to the last end of its members"
      ))
  }

  /// What is wrong where one of main and members is there without the other.
  private func presence(
    of main: Int32, _ present: [Int32], _ kind: Violation.Kind, _ place: Place, _ evaluator: Evaluator
  ) -> [Violation] {
    let name = model.nameOfInterval(Int(main))
    if evaluator.span(main) != nil {
      return [
        violation(
          kind, at: place, members: members(main, []), amount: 1, "\(name) is present, but none of its members is")
      ]
    }
    guard let first = present.first else { return [] }
    return [
      violation(
        kind, at: place, members: members(main, present), amount: present.count,
        "\(name) is absent, but \(model.nameOfInterval(Int(first))) is present")
    ]
  }

  private func members(_ main: Int32, _ others: [Int32]) -> [Violation.Member] {
    ([main] + others.filter { $0 != main }.prefix(max(1, maximumPairs))).map { member(interval: Int($0)) }
  }

  private func distance(_ first: Solution.Span, _ second: Solution.Span) -> Int {
    max(ApusCheck.distance(from: first.start, to: second.start), ApusCheck.distance(from: first.end, to: second.end))
  }
}
