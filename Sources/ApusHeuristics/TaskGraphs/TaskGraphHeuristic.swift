import ApusStructure

/// A way to make a schedule of a task graph without search.
///
/// Its name, which is also how the command line asks for it: `heft` or `lookahead`, perhaps with what ranks are made of behind it,
/// `heft:median`; `cpop`, `peft`. Letters' case does not matter.
public enum TaskGraphHeuristic: Sendable, Hashable, CaseIterable {
  case heft(RankBasis)
  case cpop
  case peft
  case lookahead(RankBasis)

  public static let allCases: [TaskGraphHeuristic] =
    RankBasis.allCases.map(TaskGraphHeuristic.heft) + [.cpop, .peft]
    + RankBasis.allCases.map(TaskGraphHeuristic.lookahead)

  /// The heuristic of that name, or nil where there is none.
  public init?(name: String) {
    let lower = name.lowercased()
    guard let found = Self.allCases.first(where: { $0.name == lower || $0.name == lower + ":mean" }) else { return nil }
    self = found
  }

  /// The name by which it is asked for.
  public var name: String {
    switch self {
    case .heft(let basis): "heft:" + basis.rawValue
    case .cpop: "cpop"
    case .peft: "peft"
    case .lookahead(let basis): "lookahead:" + basis.rawValue
    }
  }
}

extension TaskGraph {
  /// The schedule that a heuristic makes. Complexity: that of the function it calls.
  public func schedule(by heuristic: TaskGraphHeuristic) -> TaskGraphSchedule {
    switch heuristic {
    case .heft(let basis): heft(by: basis)
    case .cpop: cpop()
    case .peft: peft()
    case .lookahead(let basis): lookahead(by: basis)
    }
  }
}
