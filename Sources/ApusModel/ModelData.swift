/// A model as a plain value: flat columns of domains and constraints. What solvers, checks and files work on.
public struct ModelData: Sendable {
  /// A named run of constraints.
  public struct Group: Sendable, Hashable {
    public var name: String
    /// The positions of the group's members in ``ModelData/constraints``.
    public var members: Range<Int>
  }

  public var name: String
  /// The domains of the integer variables; Booleans are those with 0...1.
  public private(set) var integers: [ClosedRange<Int>] = []
  public internal(set) var intervals: [IntervalDomain] = []
  public internal(set) var constraints: [Constraint] = []
  /// The groups in order; together they cover ``constraints``.
  public internal(set) var groups: [Group] = []
  /// What makes one solution better than another, the most important level first: a level decides among solutions that are equal in all
  /// before it. Empty where any solution is as good as another.
  public var objectives: [Objective] = []
  /// The first of the levels, for most models the only one; set, it replaces all.
  public var objective: Objective? {
    get { objectives.first }
    set { objectives = newValue.map { [$0] } ?? [] }
  }

  private var integerNames: [Int32: String] = [:]
  private var intervalNames: [Int32: String] = [:]

  /// The first thing wrong with a domain, found when a variable was made and thrown by ``validate()``.
  private(set) var domainError: ModelError?

  public init(name: String) { self.name = name }

  /// The interval with the given index.
  public func interval(_ index: Int) -> Interval { Interval(index: index, isPresent: intervals[index].isPresent) }

  /// The name that the variable was given, or one made of its index.
  public func nameOfInteger(_ index: Int) -> String { integerNames[Int32(index)] ?? "variable \(index)" }

  /// The name that the interval was given, or one made of its index.
  public func nameOfInterval(_ index: Int) -> String { intervalNames[Int32(index)] ?? "interval \(index)" }

  /// Whether a name was given to the variable or interval, rather than made of its index.
  func givenName(ofInteger index: Int) -> String? { integerNames[Int32(index)] }
  func givenName(ofInterval index: Int) -> String? { intervalNames[Int32(index)] }

  /// The group that the constraint at `index` belongs to. Complexity: O(log *groups*).
  public func group(ofConstraint index: Int) -> Group {
    var low = 0
    var high = groups.count - 1
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].members.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return groups[low]
  }

  // MARK: Building

  public mutating func addInteger(_ domain: ClosedRange<Int>, name: String?) -> Int {
    integers.append(domain)
    if let name { integerNames[Int32(integers.count - 1)] = name }
    return integers.count - 1
  }

  public mutating func addInterval(
    length: ClosedRange<Int>, window: ClosedRange<Int>, isPresent: Literal, name: String?
  ) -> Interval {
    addInterval(IntervalDomain(start: window, end: window, length: length, isPresent: isPresent), name: name)
  }

  @discardableResult
  public mutating func addInterval(_ domain: IntervalDomain, name: String?) -> Interval {
    let index = intervals.count
    if let name { intervalNames[Int32(index)] = name }
    if domainError == nil, !domain.isWithinHorizon {
      domainError = ModelError(
        nameOfInterval(index),
        "its length \(domain.length) must lie in 0...\(IntervalDomain.horizon), and its start \(domain.start) and end "
          + "\(domain.end) within ±\(IntervalDomain.horizon) ticks")
    }
    intervals.append(domain)
    return Interval(index: index, isPresent: domain.isPresent)
  }

  @_disfavoredOverload
  public mutating func addGroup(_ name: String, _ conditions: [Condition]) {
    addGroup(name, conditions.flatMap(\.constraints))
  }

  public mutating func addGroup(_ name: String, _ members: [Constraint]) {
    let start = constraints.count
    constraints.append(contentsOf: members)
    groups.append(Group(name: name, members: start..<constraints.count))
  }
}
