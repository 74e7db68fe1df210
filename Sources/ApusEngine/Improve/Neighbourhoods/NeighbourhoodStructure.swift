import ApusModel

/// What there is to relax in a model, as plain columns: what neighbourhoods are selected from, without an engine.
struct NeighbourhoodStructure: Sendable {
  let intervalCount: Int
  let integerCount: Int
  /// The intervals of each no-overlap constraint, in the order of the model.
  let sequences: [[Int32]]
  /// The setup times of each, where it has any.
  let setups: [SetupTimes?]
  /// The cumulative resources on which not all tasks fit beside each other.
  let resources: [SharedResource]
  /// The intervals that search has to place: those in a sequence of at least two or on a resource, and optional ones.
  let tasks: [Int32]
  /// By interval, the integer variable that decides its presence, -1 where none does.
  let presenceVariable: [Int32]
  /// By integer variable: whether it follows from other variables, so that it is never kept as it is. So it is with a variable of more
  /// than two values that shares a constraint with an interval or is the objective, such as a tardiness.
  let isDependent: [Bool]
  /// What precedences join.
  let precedences: ItemGraph
  /// What any constraint joins.
  let constraints: ItemGraph

  /// Constraints with more members say nothing of what belongs together.
  private static let mostDependent = 8

  /// Complexity: linear in the size of the model.
  init(_ model: ModelData) {
    intervalCount = model.intervals.count
    integerCount = model.integers.count
    let members = model.constraints.map { ConstraintMembers(of: $0, in: model) }
    let noOverlaps = model.constraints.compactMap { constraint -> NoOverlap? in
      guard case .noOverlap(let noOverlap) = constraint else { return nil }
      return noOverlap
    }
    sequences = noOverlaps.map(\.intervals)
    setups = noOverlaps.map(\.setup)
    resources = model.constraints.compactMap {
      if case .usage(let usage) = $0 { SharedResource(usage, in: model) } else { nil }
    }
    presenceVariable = model.intervals.map { Int32($0.isPresent.variable ?? -1) }
    var isTask = presenceVariable.map { $0 >= 0 }
    for sequence in sequences where sequence.count > 1 { for interval in sequence { isTask[Int(interval)] = true } }
    for resource in resources { for interval in resource.tasks { isTask[Int(interval)] = true } }
    tasks = (0..<Int32(intervalCount)).filter { isTask[Int($0)] }

    var isDependent = [Bool](repeating: false, count: integerCount)
    let first = Int32(intervalCount)
    for set in members where set.items.count <= Self.mostDependent && set.items.contains(where: { $0 < first }) {
      for item in set.items where item >= first { isDependent[Int(item - first)] = true }
    }
    if let expression = model.objective?.expression, expression.terms.count == 1,
      case .integer(let index) = expression.terms[0].operand
    {
      isDependent[Int(index)] = true
    }
    for (index, domain) in model.integers.enumerated() where domain == 0...1 { isDependent[index] = false }
    self.isDependent = isDependent
    let count = intervalCount + integerCount
    constraints = ItemGraph(itemCount: count, edges: members.map(\.items) + Self.presences(presenceVariable, first))
    precedences = ItemGraph(itemCount: count, edges: members.filter(\.isPrecedence).map(\.items))
  }

  private static func presences(_ variables: [Int32], _ first: Int32) -> [[Int32]] {
    variables.enumerated().compactMap { $1 < 0 ? nil : [Int32($0), first + $1] }
  }

  /// The integer variables that are worth keeping as they are in a solution.
  var keepable: [Int32] { (0..<Int32(integerCount)).filter { !isDependent[Int($0)] } }
}

/// The intervals and integer variables that a constraint speaks of, each once.
private struct ConstraintMembers {
  private(set) var items: [Int32] = []
  let isPrecedence: Bool
  private var seen: Set<Int32> = []
  private let intervalCount: Int32

  init(of constraint: Constraint, in model: ModelData) {
    intervalCount = Int32(model.intervals.count)
    if case .precedence = constraint { isPrecedence = true } else { isPrecedence = false }
    switch constraint {
    case .precedence(let precedence):
      add(precedence.before)
      add(precedence.after)
    case .noOverlap(let noOverlap): for interval in noOverlap.intervals { add(interval) }
    case .linear(let linear): add(linear.expression)
    case .clause(let clause):
      for literal in clause.literals {
        if let variable = literal.variable { add(intervalCount + Int32(variable)) }
      }
    case .usage(let usage):
      for interval in usage.intervals { add(interval) }
      for case .integer(let index) in usage.demands { add(intervalCount + index) }
    case .reservoir(let reservoir): for interval in reservoir.intervals { add(interval) }
    case .alternative(let choice): for interval in [choice.main] + choice.members { add(interval) }
    case .span(let span): for interval in [span.main] + span.members { add(interval) }
    case .sameOrder(let lists): for interval in lists.first + lists.second { add(interval) }
    case .pack(let pack): for item in pack.items { add(intervalCount + item) }
    case .within(let within):
      add(intervalCount + within.variable)
      if let variable = within.literal.variable { add(intervalCount + Int32(variable)) }
    case .condition(let condition): condition.forEachVariable { add($0) }
    case .allDifferent(let constraint): for expression in constraint.expressions { add(expression) }
    case .table(let table): for expression in table.columns { add(expression) }
    case .circuit(let circuit): for expression in circuit.successors { add(expression) }
    case .automaton(let automaton): for expression in automaton.expressions { add(expression) }
    }
  }

  private mutating func add(_ item: Int32) {
    if seen.insert(item).inserted { items.append(item) }
  }

  /// The makespan is of all intervals: that says nothing of what belongs together.
  private mutating func add(_ expression: IntegerExpression) { expression.forEachVariable { add($0) } }

  private mutating func add(_ variable: ModelVariable) {
    switch variable {
    case .integer(let index): add(intervalCount + index)
    case .interval(let index): add(index)
    }
  }
}
