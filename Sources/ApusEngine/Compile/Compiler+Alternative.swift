import ApusModel

// Alternatives and spans: a main interval that is present exactly where a member is.
//
// A member's presence implies that of main, so edges from main to a member need no guard: its bounds follow those of main before anybody has
// chosen it, and where they leave it no place it is absent. Edges back are guarded by the member's presence. What all members that are still
// possible have in common comes from the maximum over them. (Optional intervals and `alternative`, `span`: Laborie and Rogerie, "Reasoning with
// conditional time-intervals", FLAIRS 2008.)

/// What is inferred about alternatives beside their equalities.
struct AlternativeRules: Sendable {
  /// Whether main is kept within the hull of the members that are still possible.
  var hull = true
}

/// A point in time as an engine variable and an offset.
private struct TimePoint {
  var variable: Int32
  var offset: Int32

  static func start(_ interval: IntervalVariables) -> TimePoint { TimePoint(variable: interval.start, offset: 0) }
  static func end(_ interval: IntervalVariables) -> TimePoint {
    TimePoint(variable: interval.end, offset: interval.endOffset)
  }
}

/// The points of main and of its members, with the members' presences.
private struct PointRelation {
  let main: TimePoint
  let presence: Truth
  let members: [(point: TimePoint, presence: Truth)]
}

extension Compiler {
  /// Exactly one of the members is present where main is, at the same time.
  mutating func post(_ choice: Alternative) throws(ModelError) {
    guard let main = postPresence(of: choice.main, choice.members) else { return }
    let lengths = model.intervals[Int(choice.main)].length
    var members: [IntervalVariables] = []
    for member in choice.members {
      guard let variables = result.map.intervals[Int(member)] else { continue }
      if !model.intervals[Int(member)].length.overlaps(lengths) {
        require(result.core.addClause(variables.presence ^ 1))
      } else {
        for other in members { require(result.core.addClause(variables.presence ^ 1, other.presence ^ 1)) }
        members.append(variables)
      }
    }
    let start = relation(main, members, TimePoint.start)
    let end = relation(main, members, TimePoint.end)
    // Where all lengths are fixed they are the same, and the ends say nothing new.
    let isShifted = ([main] + members).allSatisfy { $0.start == $0.end }
    for relation in isShifted ? [start] : [start, end] {
      for sign: SignedVariable in 0...1 {
        try postAtLeastMembers(relation, sign)
        if options.alternativeRules.hull { try postMaximum(relation, sign) }
      }
    }
  }

  /// Main starts with the earliest present member and ends with the latest.
  mutating func post(_ span: Span) throws(ModelError) {
    guard let main = postPresence(of: span.main, span.members) else { return }
    let members = span.members.compactMap { result.map.intervals[Int($0)] }
    for (sign, point) in [(SignedVariable(1), TimePoint.start), (0, TimePoint.end)] {
      let relation = relation(main, members, point)
      try postAtLeastMembers(relation, sign)
      try postMaximum(relation, sign)
    }
  }

  /// Posts that main is present exactly where a member is. Returns main, or nil where it cannot be present.
  private mutating func postPresence(of main: Int32, _ members: [Int32]) -> IntervalVariables? {
    let presences = members.compactMap { result.map.intervals[Int($0)]?.presence }
    let variables = result.map.intervals[Int(main)]
    let presence = variables?.presence ?? Core.never
    for member in presences { require(result.core.addClause(member ^ 1, presence)) }
    require(result.core.addClause(([presence ^ 1] + presences).map { Bound($0) }))
    return presences.isEmpty ? nil : variables
  }

  private func relation(
    _ main: IntervalVariables, _ members: [IntervalVariables], _ point: (IntervalVariables) -> TimePoint
  ) -> PointRelation {
    PointRelation(
      main: point(main), presence: main.presence, members: members.map { (point: point($0), presence: $0.presence) })
  }

  /// The point of main is at least that of each present member; for sign 1 it is at most that.
  private mutating func postAtLeastMembers(_ relation: PointRelation, _ sign: SignedVariable) throws(ModelError) {
    let main = 2 * relation.main.variable + sign
    for member in relation.members where !result.core.fails(member.presence) {
      let own = 2 * member.point.variable + sign
      let distance = try shift(from: member.point, to: relation.main, sign)
      // own + distance <= main. The member's presence implies main's, not the other way round.
      let guardLiteral = member.presence == relation.presence ? Core.always : member.presence
      result.core.addEdge(from: own ^ 1, to: main ^ 1, weight: -distance, if: guardLiteral)
      result.core.addEdge(from: main, to: own, weight: -distance)
    }
  }

  /// The point of main is at most the largest of the present members; for sign 1 at least the least.
  private mutating func postMaximum(_ relation: PointRelation, _ sign: SignedVariable) throws(ModelError) {
    var arguments: [MaximumPropagator.Argument] = []
    for member in relation.members {
      let offset = try shift(from: member.point, to: relation.main, sign)
      arguments.append(
        MaximumPropagator.Argument(
          signed: 2 * member.point.variable + sign, offset: offset, presence: member.presence))
    }
    add(MaximumPropagator(2 * relation.main.variable + sign, ifPresent: relation.presence, of: arguments))
  }

  /// What is added to a member's signed variable for that of main, where the points are at the same time.
  private func shift(from member: TimePoint, to main: TimePoint, _ sign: SignedVariable) throws(ModelError) -> Int32 {
    let shift = Int(member.offset) - Int(main.offset)
    return try narrow(sign == 0 ? shift : -shift)
  }
}
