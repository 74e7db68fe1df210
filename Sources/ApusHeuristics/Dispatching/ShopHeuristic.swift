import ApusModel
import ApusStructure

/// A way to make a schedule of a shop without search, or with so little that its time is known beforehand.
///
/// Its name, which is also how the command line asks for it, is the rule's: `SPT`; with `rollouts:` before it and a number behind:
/// `rollouts:SPT/TWKR:32`; or with `beam:`: `beam:MWKR:50`. Letters' case, `-` and `/` do not matter, and the rule (SPT/TWKR) and number
/// (32, 50) may be left out.
public enum ShopHeuristic: Sendable, Hashable {
  /// The rule's non-delay schedule.
  case rule(DispatchingRule)
  /// The best of so many random non-delay schedules in the manner of the rule.
  case rollouts(DispatchingRule, count: Int)
  /// A beam search over the rule, so many partial schedules wide.
  case beam(DispatchingRule, width: Int)

  /// The heuristic of that name, or nil where there is none.
  public init?(name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1, let rule = DispatchingRule(looselyNamed: parts[0]) {
      self = .rule(rule)
      return
    }
    var rest = parts.dropFirst()
    var rule = DispatchingRule.sptOverTwkr
    if let first = rest.first, let named = DispatchingRule(looselyNamed: first) {
      rule = named
      rest.removeFirst()
    }
    guard rest.count <= 1 else { return nil }
    let number = rest.first.map { Int($0) ?? 0 }
    if let number, !(1...1_000_000).contains(number) { return nil }
    switch parts[0].lowercased() {
    case "rollouts": self = .rollouts(rule, count: number ?? 32)
    case "beam": self = .beam(rule, width: number ?? 50)
    default: return nil
    }
  }

  /// The name by which it is asked for.
  public var name: String {
    switch self {
    case .rule(let rule): rule.rawValue
    case .rollouts(let rule, let count): "rollouts:\(rule.rawValue):\(count)"
    case .beam(let rule, let width): "beam:\(rule.rawValue):\(width)"
    }
  }
}

extension DispatchingRule {
  /// The rule of that name, in any case, with `-` or nothing for `/`.
  public init?(looselyNamed name: some StringProtocol) {
    func plain(_ text: some StringProtocol) -> String { text.lowercased().filter { $0 != "/" && $0 != "-" } }
    guard let rule = DispatchingRule.allCases.first(where: { plain($0.rawValue) == plain(name) }) else { return nil }
    self = rule
  }
}

extension Shop {
  /// The schedule that a heuristic makes; the same for the same seed. Complexity: that of the function it calls.
  public func schedule(by heuristic: ShopHeuristic, seed: UInt64 = 0) -> ShopSchedule {
    switch heuristic {
    case .rule(let rule): schedule(by: rule, .nonDelay)
    case .rollouts(let rule, let count): bestSampledSchedule(by: rule, .nonDelay, count: count, seed: seed)
    case .beam(let rule, let width): beamSchedule(by: rule, width: width)
    }
  }
}
