import ApusModel
import ApusStructure

/// How an order of jobs on one machine is made better.
public enum OneMachineImprovement: Sendable, Hashable {
  /// Swaps of neighbours.
  case adjacent
  /// Moves of single jobs.
  case insertion
  /// Many moves at a time; `Dynasearch`.
  case dynasearch
  /// Dynasearch begun again from its best order, shaken, so many times.
  case iterated(count: Int)

  /// The name by which it is asked for.
  public var name: String {
    switch self {
    case .adjacent: "adjacent"
    case .insertion: "insertion"
    case .dynasearch: "dynasearch"
    case .iterated: "iterated"
    }
  }
}

/// A way to make a schedule of one machine without search.
///
/// Its name, which is also how the command line asks for it, is the rule's, with `Aug` before it for the augmented form: `MDDC`, `AugMDDC`; before that
/// there may be an improvement: `adjacent:EDD`, `insertion:MDD`, `dynasearch:AugMDDC`, `iterated:ATC:20`. Where the rule is left out it is
/// MDD, and the number is 20. Letters' case does not matter. Where releases differ, orders are neither augmented nor improved.
public struct OneMachineHeuristic: Sendable, Hashable {
  public var rule: OneMachineRule
  /// Whether the rule's order is augmented.
  public var isAugmented: Bool
  /// What is done with that order; nil for nothing.
  public var improvement: OneMachineImprovement?

  public init(_ rule: OneMachineRule, isAugmented: Bool = false, improvement: OneMachineImprovement? = nil) {
    self.rule = rule
    self.isAugmented = isAugmented
    self.improvement = improvement
  }

  /// The heuristic of that name, or nil where there is none.
  public init?(name: String) {
    var parts = name.lowercased().split(separator: ":", omittingEmptySubsequences: false).map(String.init)[...]
    switch parts.first {
    case "adjacent": improvement = .adjacent
    case "insertion": improvement = .insertion
    case "dynasearch": improvement = .dynasearch
    case "iterated": improvement = .iterated(count: 20)
    default: improvement = nil
    }
    if improvement != nil { parts.removeFirst() }
    (rule, isAugmented) = (.mdd, false)
    if let named = parts.first.flatMap(Self.rule) {
      (rule, isAugmented) = named
      parts.removeFirst()
    } else if improvement == nil {
      return nil
    }
    if case .iterated? = improvement, let text = parts.first {
      guard let count = Int(text), (1...1_000_000).contains(count) else { return nil }
      improvement = .iterated(count: count)
      parts.removeFirst()
    }
    guard parts.isEmpty else { return nil }
  }

  private static func rule(named name: String) -> (OneMachineRule, isAugmented: Bool)? {
    for rule in OneMachineRule.allCases {
      let plain = rule.rawValue.lowercased()
      if name == plain { return (rule, false) }
      if name == "aug" + plain { return (rule, true) }
    }
    return nil
  }

  /// The name by which it is asked for.
  public var name: String {
    var name = (isAugmented ? "Aug" : "") + rule.rawValue
    if let improvement { name = improvement.name + ":" + name }
    if case .iterated(let count)? = improvement { name += ":\(count)" }
    return name
  }
}

extension OneMachine {
  /// The schedule that a heuristic makes; the same for the same seed. Complexity: that of its parts.
  public func schedule(by heuristic: OneMachineHeuristic, seed: UInt64 = 0) -> OneMachineSchedule {
    var order = order(by: heuristic.rule)
    if heuristic.isAugmented { order = AugmentedOrder.order(self, from: order) }
    switch heuristic.improvement {
    case nil: break
    case .adjacent: order = AdjacentDescent.order(self, from: order)
    case .insertion: order = InsertionDescent.order(self, from: order)
    case .dynasearch: order = searched(order, count: 0, seed: seed)
    case .iterated(let count): order = searched(order, count: count, seed: seed)
    }
    return OneMachineSchedule(self, order: order)
  }

  private func searched(_ given: [Int32], count: Int, seed: UInt64) -> [Int32] {
    if commonRelease == nil { return given }
    let search = IteratedDynasearch(self, from: given, seed: seed)
    for _ in 0..<count { search.step() }
    return search.best
  }
}
