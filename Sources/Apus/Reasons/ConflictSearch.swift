import ApusModel

/// Finds a minimal infeasible part of a model: of its groups first, then of their members, each by ``QuickXplain`` and then by deletion.
struct ConflictSearch {
  let detail: Conflict.Detail
  /// Whether windows count among what may be left away; otherwise they always hold.
  let includesWindows: Bool
  /// The last groups of the model, so many, are the condition asked about: it holds throughout and is judged last.
  let conditionCount: Int
  private let oracle: FeasibilityOracle
  private var table: RequirementTable { oracle.table }

  init(
    _ model: ModelData, _ series: SolveSeries, detail: Conflict.Detail, includesWindows: Bool, conditionCount: Int = 0
  ) {
    self.detail = detail
    self.includesWindows = includesWindows
    self.conditionCount = conditionCount
    oracle = FeasibilityOracle(RequirementTable(model), series)
  }

  /// Some items of a list, and of which of them it is proven that the others can be met without it.
  struct Core {
    var items: [Int]
    var isNecessary: [Bool]
  }

  func run() throws(SolveError) -> ConflictResult {
    switch try oracle.verdict(on: Array(repeating: true, count: table.count)) {
    case .feasible(let solution): return .feasible(solution)
    case .open: return .unknown
    case .infeasible: break
    }
    let all = table.groups(withWindows: includesWindows)
    let conditions = all.indices.filter { isCondition($0, of: all) }
    let groups = try core(of: all, always: conditions)
    let conflict = try detail == .groups ? described(groups, all, nil) : withMembers(groups, all)
    return .conflict(conflict)
  }

  private func isCondition(_ index: Int, of all: [RequirementGroup]) -> Bool {
    let count = all.count - (all.last?.isWindows == true ? 1 : 0)
    return index < count && index >= count - conditionCount
  }

  // MARK: Minimal cores

  /// - Parameter always: items that hold throughout; they are judged in the end like the others.
  private func core(of items: [RequirementGroup], always: [Int]) throws(SolveError) -> Core {
    let search = QuickXplain { [self] chosen throws(SolveError) in
      try oracle.isInfeasible(kept((always + chosen).map { items[$0] }))
    }
    let rest = items.indices.filter { !always.contains($0) }
    var core = Core(items: (try search.core(of: Array(rest)) + always).sorted(), isNecessary: [])
    var place = 0
    // Deletion: what the others are infeasible without goes, which happens only where an answer was open before.
    while place < core.items.count {
      let others = core.items.indices.filter { $0 != place }.map { items[core.items[$0]] }
      switch try oracle.verdict(on: kept(others)) {
      case .infeasible: core.items.remove(at: place)
      case .feasible, .open: place += 1
      }
    }
    for place in core.items.indices {
      let others = core.items.indices.filter { $0 != place }.map { items[core.items[$0]] }
      if case .feasible = try oracle.verdict(on: kept(others)) {
        core.isNecessary.append(true)
      } else {
        core.isNecessary.append(false)
      }
    }
    return core
  }

  private func kept(_ groups: [RequirementGroup]) -> [Bool] {
    var isKept = Array(repeating: false, count: table.count)
    if !includesWindows { for number in table.model.constraints.count..<table.count { isKept[number] = true } }
    for group in groups { for number in group.members { isKept[number] = true } }
    return isKept
  }

  // MARK: Members

  private func withMembers(_ groups: Core, _ all: [RequirementGroup]) throws(SolveError) -> Conflict {
    let members = groups.items.flatMap { group in
      all[group].members.map { (group: group, single: RequirementGroup(name: "", members: [$0])) }
    }
    let always = members.indices.filter { isCondition(members[$0].group, of: all) }
    let core = try core(of: members.map(\.single), always: always)
    return try described(
      groups, all, zip(core.items, core.isNecessary).map { (members[$0].group, members[$0].single.members[0], $1) })
  }

  private func described(
    _ core: Core, _ all: [RequirementGroup], _ members: [(group: Int, number: Int, isNecessary: Bool)]?
  ) throws(SolveError) -> Conflict {
    var conflict = Conflict(groups: [], detail: members == nil ? .groups : .members)
    for (group, isNecessary) in zip(core.items, core.isNecessary) {
      let own = (members ?? []).filter { $0.group == group }.map { member in
        let requirement = table[member.number]
        return Conflict.Member(
          requirement: requirement, text: table.text(of: requirement), isNecessary: member.isNecessary)
      }
      if members != nil, own.isEmpty { continue }
      conflict.groups.append(
        Conflict.Group(
          name: all[group].name, members: own, isNecessary: isNecessary, isCondition: isCondition(group, of: all)))
    }
    try confirm(members?.map(\.number) ?? core.items.flatMap { all[$0].members })
    conflict.solves = oracle.solves
    return conflict
  }

  /// Solves the conflict by itself once more, whatever is known already.
  ///
  /// - Throws: ``SolveError/selfCheck(_:)`` where it has a solution.
  private func confirm(_ numbers: [Int]) throws(SolveError) {
    let isKept = kept([RequirementGroup(name: "", members: numbers)])
    if case .feasible = try oracle.verdict(on: isKept, isFresh: true) {
      throw .selfCheck("what was proven to be infeasible has a solution")
    }
  }
}
