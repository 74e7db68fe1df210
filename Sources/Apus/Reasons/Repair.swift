import ApusModel

/// What to give up of a model without a solution so that it has one: a minimal correction set.
public struct Repair: Sendable, CustomStringConvertible {
  /// A requirement that is given up, or gives way.
  public struct Concession: Sendable {
    public var requirement: Requirement
    /// The name of its group; `windows` for a window.
    public var group: String
    /// In the user's terms: `end(A3) + 2 <= start(B1)`.
    public var text: String
    /// By how much it gives way: ticks of a lag or a window, units of a capacity or of a sum. Nil for what is no number and is left away.
    public var amount: Int?
  }

  /// What is given up has the least weight of all that could be.
  public var isSmallest: Bool
  /// The sum of the weights of what is given up.
  public var weight: Int
  /// What is given up, in the order of the model. Of a group, only those of its members that do not hold in ``solution``.
  public var concessions: [Concession]
  /// Whether the amounts add up to the least that is possible.
  public var isLeast: Bool
  /// A solution of all the rest.
  public var solution: Solution

  public var description: String {
    if concessions.isEmpty { return "nothing has to give way" }
    return concessions.map { concession in
      let change = concession.amount.map { "gives way by \($0)" } ?? "left away"
      return "\(concession.text): \(change)" + (concession.group == concession.text ? "" : "  (\(concession.group))")
    }.joined(separator: "\n")
  }
}
