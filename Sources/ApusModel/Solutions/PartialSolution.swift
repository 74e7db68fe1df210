/// What is known of a solution, or wished for: values of some variables and places of some intervals. It may break constraints.
public struct PartialSolution: Sendable, Hashable {
  /// What is known of an interval.
  public enum Place: Sendable, Hashable {
    case absent
    /// Present; where the end is not given, whatever it can be.
    case starting(at: Int, end: Int? = nil)
  }

  /// By index in the model.
  public var integers: [Int: Int] = [:]
  /// By index in the model.
  public var intervals: [Int: Place] = [:]

  /// Nothing is known.
  public init() {}

  /// All that a solution says, or an assignment that is none.
  public init(_ solution: Solution) {
    for (index, value) in solution.integers.enumerated() { integers[index] = value }
    for (index, span) in solution.intervals.enumerated() {
      intervals[index] = span.map { .starting(at: $0.start, end: $0.end) } ?? .absent
    }
  }

  /// Where an interval is.
  public subscript(interval: Interval) -> Place? {
    get { intervals[Int(interval.index)] }
    set { intervals[Int(interval.index)] = newValue }
  }

  /// Whether a literal holds. A constant cannot be set.
  public subscript(literal: Literal) -> Bool? {
    get { literal.variable.flatMap { integers[$0].map { ($0 == 1) != literal.isNegated } } }
    set { if let variable = literal.variable { integers[variable] = newValue.map { $0 != literal.isNegated ? 1 : 0 } } }
  }

  /// The value of an integer variable.
  ///
  /// - Precondition: the expression is a variable.
  public subscript(variable: IntegerExpression) -> Int? {
    get { variable.variable.flatMap { integers[Int($0)] } }
    set {
      guard let index = variable.variable else { preconditionFailure("only a variable can be given a value") }
      integers[Int(index)] = newValue
    }
  }

  /// The assignment, where everything is known.
  public func complete(for model: ModelData) -> Solution? {
    var solution = Solution(integers: [], intervals: [])
    for index in model.integers.indices {
      guard let value = integers[index] else { return nil }
      solution.integers.append(value)
    }
    for (index, domain) in model.intervals.enumerated() {
      switch intervals[index] {
      case nil: return nil
      case .absent: solution.intervals.append(nil)
      case .starting(let start, let end):
        guard let end = end ?? (domain.length.count == 1 ? start + domain.length.lowerBound : nil) else { return nil }
        solution.intervals.append(Solution.Span(start: start, end: end))
      }
    }
    return solution
  }

  /// How many values and places are given.
  public var count: Int { integers.count + intervals.count }
}
