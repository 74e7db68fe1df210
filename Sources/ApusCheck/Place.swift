import ApusModel

/// Where a constraint stands in its model: its position and its group.
struct Place {
  let index: Int
  let group: ModelData.Group

  init(_ index: Int, _ group: ModelData.Group) {
    self.index = index
    self.group = group
  }
}

extension SolutionChecker {
  /// A violation of the constraint at `place`; the sentence begins with the name of the group.
  func violation(
    _ kind: Violation.Kind, at place: Place, members: [Violation.Member], amount: Int, _ sentence: String
  ) -> Violation {
    let name = model.named(place.group, member: place.index - place.group.members.lowerBound)
    return Violation(
      kind, group: place.group.name, constraint: place.index, members: members, amount: amount, "\(name): \(sentence)")
  }

  func member(interval index: Int) -> Violation.Member { .interval(index: index, name: model.nameOfInterval(index)) }

  func member(integer index: Int) -> Violation.Member { .integer(index: index, name: model.nameOfInteger(index)) }

  /// How sentences speak of a present interval: `paint [3, 8)`.
  func phrase(_ index: Int, _ span: Solution.Span) -> String {
    "\(model.nameOfInterval(index)) [\(span.start), \(span.end))"
  }
}

/// The distance between two numbers, or `Int.max` where that is not enough to say it.
func distance(from low: Int, to high: Int) -> Int { Int(clamping: (Int128(high) - Int128(low)).magnitude) }

/// `value` where it fits, otherwise the nearest number that does.
func clamped(_ value: Int128) -> Int { Int(clamping: value) }
