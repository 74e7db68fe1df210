/// Constraints, expressions and windows in the user's terms: `end(A3) + 2 <= start(B1)`.
///
/// For people: long lists are cut short, and the texts are not meant to be read back. Making one is linear in the size of the model.
public struct ModelText: Sendable {
  let model: ModelData
  /// By Boolean: the first interval that it is the presence of.
  private var present: [Int: Int] = [:]

  /// So many members of a list are named.
  static let longest = 8

  /// The texts of a model as it stands.
  public init(_ model: ModelData) {
    self.model = model
    for (index, domain) in model.intervals.enumerated() {
      guard let variable = domain.isPresent.variable, !domain.isPresent.isNegated else { continue }
      if present[variable] == nil { present[variable] = index }
    }
  }

  /// The constraint at an index of ``ModelData/constraints``, on one line.
  public func constraint(_ index: Int) -> String { text(model.constraints[index]) }

  /// The window of an interval: `start(A3) in 0...10, end(A3) in 3...13`.
  public func window(ofInterval index: Int) -> String {
    let (name, domain) = (model.nameOfInterval(index), model.intervals[index])
    return "start(\(name)) in \(range(domain.start)), end(\(name)) in \(range(domain.end))"
  }

  /// `start(A3)`, `end(A3)`.
  func point(_ point: Precedence.Point, _ interval: Int32) -> String {
    "\(point == .start ? "start" : "end")(\(name(interval)))"
  }

  func name(_ interval: Int32) -> String { model.nameOfInterval(Int(interval)) }

  /// `present(A3)`, `not open`, `true`.
  public func literal(_ literal: Literal) -> String {
    guard let variable = literal.variable else { return literal == .true ? "true" : "false" }
    return (literal.isNegated ? "not " : "") + boolean(variable)
  }

  func boolean(_ variable: Int) -> String {
    present[variable].map { "present(\(model.nameOfInterval($0)))" } ?? model.nameOfInteger(variable)
  }

  func list(_ items: some Collection<String>, count: Int, separator: String = ", ") -> String {
    items.joined(separator: separator) + (count > items.count ? "\(separator)... (\(count) in all)" : "")
  }

  func range(_ range: ClosedRange<Int>) -> String {
    func bound(_ value: Int) -> String { value.magnitude >= IntervalDomain.horizon.magnitude ? "any" : "\(value)" }
    return range.lowerBound == range.upperBound
      ? "\(range.lowerBound)...\(range.lowerBound)" : "\(bound(range.lowerBound))...\(bound(range.upperBound))"
  }
}
