import ApusModel

/// Finds a smallest set of requirements to give up, by hitting sets: what is given up has to meet every conflict there is. The conflicts known so
/// far have a cheapest set that does; if the rest is feasible, it is the answer, and otherwise has a conflict of its own to be added.
///
/// (Reiter, "A theory of diagnosis from first principles", 1987; Ignatiev and others, "Smallest MUS extraction with minimal hitting set
/// dualization", CP 2015.)
struct RepairSearch {
  private let series: SolveSeries
  private let oracle: FeasibilityOracle
  private let items: [RequirementGroup]
  /// The numbers of what is never given up.
  private let background: [Int]
  private var table: RequirementTable { oracle.table }

  init(
    _ model: ModelData, _ series: SolveSeries, detail: Conflict.Detail, includesWindows: Bool,
    weight: (String) -> Int
  ) {
    self.series = series
    oracle = FeasibilityOracle(RequirementTable(model), series)
    let table = oracle.table
    let groups = table.groups(withWindows: true)
    var items: [RequirementGroup] = []
    var background: [Int] = []
    for group in groups {
      let weight = group.isWindows && !includesWindows ? 0 : weight(group.name)
      if weight <= 0 {
        background += group.members
      } else if detail == .groups {
        items.append(RequirementGroup(name: group.name, members: group.members, weight: weight))
      } else {
        items += group.members.map { RequirementGroup(name: group.name, members: [$0], weight: weight) }
      }
    }
    self.items = items
    self.background = background
  }

  /// - Returns: nil where the time was not enough to find a repair.
  func run() throws(SolveError) -> Repair? {
    var conflicts: [[Int]] = []
    // What is broken in a solution can be given up: the best so far.
    var best: (solution: Solution, givenUp: [Int])?
    func note(_ solution: Solution) {
      let givenUp = broken(in: solution)
      if best.map({ weight(givenUp) < weight($0.givenUp) }) ?? true { best = (solution, givenUp) }
    }
    guard case .feasible(let first) = try oracle.verdict(on: kept(except: Set(items.indices))) else { return nil }
    note(first)
    while !series.isOver {
      guard let givenUp = try cheapest(hitting: conflicts) else { break }
      // Apart from each other at first: conflicts that share nothing raise the weight at once.
      var left = Set(givenUp)
      var isDone = false
      search: while true {
        switch try oracle.verdict(on: kept(except: left)) {
        case .feasible(let solution):
          note(solution)
          isDone = left.count == givenUp.count
          break search
        case .open: break search
        case .infeasible:
          let search = QuickXplain { [self] chosen throws(SolveError) in
            try oracle.isInfeasible(kept(only: chosen))
          }
          let core = try search.core(of: items.indices.filter { !left.contains($0) })
          // Only what is never given up is left: there is no repair.
          if core.isEmpty { return nil }
          conflicts.append(core)
          left.formUnion(core)
        }
      }
      if isDone, let best { return try repair(best.solution, best.givenUp, isSmallest: true) }
    }
    return try best.map { best throws(SolveError) in try repair(best.solution, best.givenUp, isSmallest: false) }
  }

  private func weight(_ chosen: [Int]) -> Int { chosen.reduce(0) { $0 + items[$1].weight } }

  private func kept(except left: Set<Int>) -> [Bool] { kept(only: items.indices.filter { !left.contains($0) }) }

  private func kept(only chosen: [Int]) -> [Bool] {
    var isKept = Array(repeating: false, count: table.count)
    for number in background { isKept[number] = true }
    for item in chosen { for number in items[item].members { isKept[number] = true } }
    return isKept
  }

  /// The items of which a requirement does not hold in a solution of some of them.
  private func broken(in solution: Solution) -> [Int] {
    let numbers = table.broken(in: solution)
    return items.indices.filter { item in items[item].members.contains { numbers.contains($0) } }
  }

  /// The items of least weight that meet every conflict, found as a small model of its own. Nil where the time is up.
  private func cheapest(hitting conflicts: [[Int]]) throws(SolveError) -> [Int]? {
    if conflicts.isEmpty { return [] }
    let concerned = Set(conflicts.joined()).sorted()
    let model = Model("hitting set")
    let choice = Dictionary(uniqueKeysWithValues: concerned.map { ($0, model.boolean()) })
    model.require("conflicts") { for conflict in conflicts { anyOf(conflict.compactMap { choice[$0] }) } }
    model.minimize(
      sum(concerned.compactMap { item in choice[item].map { items[item].weight * IntegerExpression($0) } }))
    guard case .optimal(let solution) = try series.report(of: model.data).result else { return nil }
    return concerned.filter { item in choice[item].map { solution[$0] } ?? false }
  }

  private func repair(_ solution: Solution, _ givenUp: [Int], isSmallest: Bool) throws(SolveError) -> Repair {
    let numbers = givenUp.flatMap { items[$0].members }
    var repair = Repair(
      isSmallest: isSmallest, weight: weight(givenUp), concessions: [], isLeast: false, solution: solution)
    let relaxation = Relaxation(table, givingUp: numbers)
    let report = try series.report(of: relaxation.model)
    if let found = report.result.solution {
      repair.solution = relaxation.original(found)
      repair.isLeast = report.result.status == "optimal"
      repair.concessions = relaxation.concessions(in: found, items: givenUp.map { items[$0] })
    } else {
      let broken = table.broken(in: solution)
      repair.concessions = givenUp.flatMap { item in
        items[item].members.filter(broken.contains).map { number in
          Repair.Concession(
            requirement: table[number], group: items[item].name, text: table.text(of: table[number]), amount: nil)
        }
      }
    }
    return repair
  }
}
