import ApusModel

/// Requirements of a model that cannot be met together: the reason why there is no solution.
///
/// It was proven to be infeasible by a solve of its own, without the rest of the model. What ``Group/isNecessary`` or
/// ``Member/isNecessary`` says was proven by a solution of the others. The variables' ranges and, unless asked for, the windows of the intervals
/// always hold and are not named.
public struct Conflict: Sendable {
  /// A group of the model that takes part.
  public struct Group: Sendable {
    /// Its name; the text of its constraint where it has none; `windows` for those of all intervals.
    public var name: String
    /// The members that take part; empty where only groups were asked for.
    public var members: [Member]
    /// Whether all other groups can be met without this one.
    public var isNecessary: Bool
    /// Whether it is the condition that was asked about.
    public var isCondition = false
  }

  /// A single requirement that takes part.
  public struct Member: Sendable {
    public var requirement: Requirement
    /// In the user's terms: `end(A3) + 2 <= start(B1)`.
    public var text: String
    /// Whether all other members of the conflict can be met without this one.
    public var isNecessary: Bool
  }

  /// How far a conflict is taken apart.
  public enum Detail: Sendable, Hashable {
    /// Which groups, each as a whole.
    case groups
    /// Which members of these groups.
    case members
  }

  public var groups: [Group]
  public var detail: Detail
  /// Solves that it took.
  public var solves = 0

  /// Whether nothing in it can be left away: everything was proven to be necessary.
  public var isMinimal: Bool {
    groups.allSatisfy { group in
      detail == .groups ? group.isNecessary : group.members.allSatisfy(\.isNecessary)
    }
  }

  /// All members that take part.
  public var members: [Member] { groups.flatMap(\.members) }
}

extension Conflict: CustomStringConvertible {
  /// A line for each group, with its members below it.
  public var description: String {
    if groups.isEmpty { return "the ranges of the variables and the windows of the intervals cannot be met together" }
    return groups.map { group in
      let isSingle = group.members.count == 1 && group.members[0].text == group.name
      let mark = (detail == .groups || isSingle) && !isNecessary(group) ? "  (perhaps not needed)" : ""
      let members = isSingle ? [] : group.members
      return
        ([group.name + mark]
        + members.map { "  \($0.text)" + ($0.isNecessary ? "" : "  (perhaps not needed)") }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func isNecessary(_ group: Group) -> Bool {
    detail == .groups ? group.isNecessary : group.members.allSatisfy(\.isNecessary)
  }
}

/// The answer to the question why there is no solution.
public enum ConflictResult: Sendable {
  /// There is none, and this is why.
  case conflict(Conflict)
  /// There is one.
  case feasible(Solution)
  /// The time was not enough to know whether there is one.
  case unknown

  /// The conflict, if there is one.
  public var conflict: Conflict? {
    if case .conflict(let conflict) = self { return conflict }
    return nil
  }
}
