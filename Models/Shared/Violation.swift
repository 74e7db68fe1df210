/// One way in which a claimed solution breaks the rules of its family, found without any model.
public struct FamilyViolation: Sendable, Equatable, CustomStringConvertible {
  /// Which rule is broken.
  public enum Kind: String, Sendable, CaseIterable {
    /// The solution answers another family's instance.
    case family
    /// The solution answers another instance.
    case instance
    /// The status contradicts the instance or the rest of the solution.
    case status
    /// A task lacks a number its family needs.
    case incomplete
    /// A task is not in the instance.
    case unknown
    /// A task of the instance is not in the solution.
    case missing
    /// A task is in the solution more than once.
    case duplicate
    /// A task is on a machine, in a mode or on a processor where it may not be.
    case assignment
    /// A task starts before time 0 or too late to count.
    case start
    /// A task's end is not its start plus its duration.
    case duration
    /// A task starts before what it waits for has ended.
    case precedence
    /// Two tasks use one machine at a time.
    case overlap
    /// A variable's value or a start, end or length is outside its range, or a presence contradicts a span.
    case domain
    /// Another constraint of a plain model is broken.
    case constraint
    /// A resource is used beyond its capacity.
    case capacity
    /// A step of a plan cannot be taken, or the plan does not lead where it should.
    case plan
    /// The claimed objective is not the objective of the solution.
    case objective
    /// The claimed bound cannot hold with the claimed objective and status.
    case bound
  }

  /// Which rule is broken.
  public let kind: Kind
  /// By how much, in the units of the rule (ticks, mostly), where that makes sense; positive.
  public let amount: Int?
  /// A sentence that names who is involved, and the amount.
  public let description: String

  /// Creates a violation from its kind, amount and sentence.
  public init(_ kind: Kind, amount: Int? = nil, _ description: String) {
    self.kind = kind
    self.amount = amount
    self.description = description
  }
}
