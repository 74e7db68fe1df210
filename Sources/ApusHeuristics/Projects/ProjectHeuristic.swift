import ApusStructure

/// A way to make a schedule of a project without search.
///
/// Its name, which is also how the command line asks for it, is the rule's, with `parallel:` or `backward:` or both before it where it is not
/// serial and forward: `LFT`, `parallel:LFT`, `backward:MTS`; or `sampling:LFT:100`, where rule and number may be left out. Letters' case
/// does not matter.
public enum ProjectHeuristic: Sendable, Hashable {
  /// The rule's schedule.
  case rule(PriorityRule, GenerationScheme, PlanningDirection)
  /// The best of so many random schedules in the manner of the rule, justified.
  case sampling(PriorityRule, count: Int)

  /// The heuristic of that name, or nil where there is none.
  public init?(name: String) {
    var parts = name.lowercased().split(separator: ":", omittingEmptySubsequences: false)[...]
    if parts.first == "sampling" {
      parts.removeFirst()
      let rule = parts.first.flatMap(PriorityRule.init(looselyNamed:))
      if rule != nil { parts.removeFirst() }
      let count = parts.isEmpty ? 100 : Int(parts.removeFirst()) ?? 0
      guard parts.isEmpty, (1...1_000_000).contains(count) else { return nil }
      self = .sampling(rule ?? .lft, count: count)
      return
    }
    var scheme: GenerationScheme?
    var direction: PlanningDirection?
    while parts.count > 1 {
      if scheme == nil, let named = GenerationScheme(rawValue: String(parts[parts.startIndex])) {
        scheme = named
      } else if direction == nil, let named = PlanningDirection(rawValue: String(parts[parts.startIndex])) {
        direction = named
      } else {
        return nil
      }
      parts.removeFirst()
    }
    guard let rule = parts.first.flatMap(PriorityRule.init(looselyNamed:)) else { return nil }
    self = .rule(rule, scheme ?? .serial, direction ?? .forward)
  }

  /// The name by which it is asked for.
  public var name: String {
    switch self {
    case .rule(let rule, let scheme, let direction):
      (scheme == .serial ? "" : "\(scheme.rawValue):") + (direction == .forward ? "" : "\(direction.rawValue):")
        + rule.rawValue
    case .sampling(let rule, let count): "sampling:\(rule.rawValue):\(count)"
    }
  }
}

extension Project {
  /// The schedule that a heuristic makes; the same for the same seed. Complexity: that of the function it calls.
  public func schedule(by heuristic: ProjectHeuristic, seed: UInt64 = 0) -> ProjectSchedule {
    switch heuristic {
    case .rule(let rule, let scheme, let direction): schedule(by: rule, scheme, direction)
    case .sampling(let rule, let count): bestSampledSchedule(by: rule, count: count, seed: seed)
    }
  }
}
