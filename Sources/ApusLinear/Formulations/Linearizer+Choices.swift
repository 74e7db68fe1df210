import ApusModel

// Alternatives and spans.

extension Linearizer {
  /// The disaggregated form: absent members count as 0 in start and end, so those of main are sums. No constant is needed.
  mutating func post(_ choice: Alternative) throws(ModelError) {
    let main = times[Int(choice.main)]
    let members = choice.members.map { times[Int($0)] }
    func total(_ part: (IntervalTimes) -> LinearSum) -> LinearSum {
      members.reduce(into: LinearSum()) { $0 += part($1) }
    }
    try require(total(\.presence) - main.presence, .equal, 0)
    try require(total(\.start) - main.start, .equal, 0)
    try require(total(\.end) - main.end, .equal, 0)
  }

  /// Main reaches from a first member that is chosen to a last one, and beyond none.
  mutating func post(_ span: ApusModel.Span) throws(ModelError) {
    let main = times[Int(span.main)]
    let (start, end) = (moment(span.main, .start), moment(span.main, .end))
    let members = span.members.filter { times[Int($0)].canBePresent }
    var (firsts, lasts) = (LinearSum(), LinearSum())
    var choices: [(member: Int32, first: Int32, last: Int32)] = []
    for member in members {
      let presence = times[Int(member)].presence
      try require(main.presence - presence, .atLeast, 0)
      // Where main can never be, its members can not either, and its moments say nothing.
      guard main.canBePresent else { continue }
      try require(moment(member, .start), after: start)
      try require(end, after: moment(member, .end))
      let first = try addColumn("first", [nameOf(span.main), nameOf(member)], 0...1)
      let last = try addColumn("last", [nameOf(span.main), nameOf(member)], 0...1)
      for choice in [first, last] { try require(presence - LinearSum(column: choice), .atLeast, 0) }
      try require(start, after: moment(member, .start), when: [LinearSum(column: first)])
      try require(moment(member, .end), after: end, when: [LinearSum(column: last)])
      firsts += LinearSum(column: first)
      lasts += LinearSum(column: last)
      choices.append((member, first, last))
    }
    try require(firsts - main.presence, .equal, 0)
    try require(lasts - main.presence, .equal, 0)
    let index = Int(span.main)
    encoders.append { [choices] solution, values in
      guard let whole = solution.intervals[index] else { return }
      if let choice = choices.first(where: { solution.intervals[Int($0.member)]?.start == whole.start }) {
        values[Int(choice.first)] = 1
      }
      if let choice = choices.first(where: { solution.intervals[Int($0.member)]?.end == whole.end }) {
        values[Int(choice.last)] = 1
      }
    }
  }
}
