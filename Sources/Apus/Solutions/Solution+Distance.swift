import ApusModel

extension Solution {
  /// In how many variables two solutions of one model differ: integer variables, presences among them, with another value, and intervals, present in both,
  /// that start or end at another time.
  public func distance(to other: Solution) -> Int {
    zip(integers, other.integers).count { $0 != $1 }
      + zip(intervals, other.intervals).count { $0 != nil && $1 != nil && $0 != $1 }
  }
}

extension ModelData {
  /// An expression that is at most the distance to a solution, and can be as much.
  mutating func distance(to solution: Solution) -> IntegerExpression {
    var terms: [IntegerExpression] = []
    for (index, value) in solution.integers.enumerated() {
      let variable = IntegerExpression(.integer(Int32(index)))
      if integers[index] == 0...1 {
        terms.append(value == 1 ? 1 - variable : variable)
      } else if integers[index].count > 1 {
        let equal = Literal(variable: addInteger(0...1, name: nil))
        addGroup("distance", [Within(variable: Int32(index), range: value...value, literal: equal).constraint])
        terms.append(IntegerExpression(!equal))
      }
    }
    for (index, span) in solution.intervals.enumerated() {
      if let span, let term = differs(index, from: span) { terms.append(term) }
    }
    return sum(terms)
  }

  /// 1 only where the interval is present at another time; nil where it cannot be.
  private mutating func differs(_ index: Int, from span: Solution.Span) -> IntegerExpression? {
    let domain = intervals[index]
    let interval = interval(index)
    var sides: [IntegerExpression] = []
    var members: [Condition] = []
    func add(_ point: IntegerExpression, _ value: Int, _ range: ClosedRange<Int>) {
      // An absent interval's times are 0, and asked for nothing.
      if range.upperBound > value {
        let later = IntegerExpression(Literal(variable: addInteger(0...1, name: nil)))
        let slack = max(0, value + 1 - min(0, range.lowerBound))
        members.append(point >= value + 1 - slack * (1 - later))
        sides.append(later)
      }
      if range.lowerBound < value {
        let earlier = IntegerExpression(Literal(variable: addInteger(0...1, name: nil)))
        let slack = max(0, max(0, range.upperBound) - (value - 1))
        members.append(point <= value - 1 + slack * (1 - earlier))
        sides.append(earlier)
      }
    }
    add(interval.start, span.start, domain.start)
    if domain.length.count > 1 { add(interval.end, span.end, domain.end) }
    guard !sides.isEmpty else { return nil }
    let differs = IntegerExpression(Literal(variable: addInteger(0...1, name: nil)))
    members.append(differs <= sum(sides))
    if domain.isOptional { members.append(differs <= IntegerExpression(domain.isPresent)) }
    addGroup("distance", members)
    return differs
  }
}
