@testable import ApusEngine

/// All solutions of a small compiled model over the engine's own variables: the truth about inferences and learned clauses.
///
/// Read off the constraints as posted and independent of every propagation. Variables are assigned one at a time, those that order
/// tasks last, and a constraint is judged when its last variable has a value. The orders on a resource are those of a sequence: tasks of
/// length 0 could go round in a circle, which no rule needs to allow.
struct CoreSolutions {
  /// By variable, its value; nil where its scope is void.
  typealias Assignment = [Int32?]

  private enum Condition {
    case clause([Bound])
    case edge(DifferenceEdge)
    case linear(LinearPropagator)
    case maximum(MaximumPropagator)
    case usage(CumulativePropagator)
    case reservoir(ReservoirPropagator)
    /// A product, values that differ, or a circuit.
    case integer(Propagator)
  }

  private(set) var all: [Assignment] = []
  private let root: RootDomains
  private let noOverlaps: [NoOverlapPropagator]
  private var order: [Int] = []
  /// By place in `order`, what can be judged once that variable has a value.
  private var conditions: [[Condition]] = []
  private var values: Assignment
  private var stepsLeft: Int

  /// - Returns: nil where there are too many.
  init?(of compilation: borrowing Compilation, steps: Int = 60_000) {
    // Bounds that were posted are events still.
    root = RootDomains(limits: compilation.core.limit.array, scopes: compilation.core.scope.array)
    noOverlaps = compilation.noOverlaps
    values = Array(repeating: nil, count: root.scopes.count)
    stepsLeft = steps
    let pairs = Set(compilation.noOverlaps.flatMap { $0.pairs.all.map { Int($0.truth >> 1) } })
    let known = Set(compilation.map.integers.map { Int($0) })
    /// What is known first decides most: Booleans that the compiler made for its own use come last, and before them those of order.
    func rank(_ variable: Int) -> Int {
      if pairs.contains(variable) { return 1 }
      let isBoolean = root.limits[2 * variable] <= 1 && root.limits[2 * variable + 1] <= 0
      return isBoolean && variable != 0 && root.scopes[variable] == Core.always && !known.contains(variable) ? 2 : 0
    }
    order = (0...2).flatMap { wanted in root.scopes.indices.filter { rank($0) == wanted } }
    conditions = Array(repeating: [], count: order.count)
    collectConditions(compilation)
    guard !compilation.isConsistent || extend(0) else { return nil }
  }

  private mutating func collectConditions(_ compilation: borrowing Compilation) {
    var place = Array(repeating: 0, count: order.count)
    for (index, variable) in order.enumerated() { place[variable] = index }
    func add(_ condition: Condition, _ variables: [Int32]) -> (Int, Condition) {
      let scoped = variables + variables.map { root.scopes[Int($0)] >> 1 }
      return (scoped.map { place[Int($0)] }.max() ?? 0, condition)
    }
    var found: [(Int, Condition)] = []
    var reference = compilation.core.arena.first
    while let clause = reference {
      let literals = (0..<compilation.core.arena.size(clause)).map { compilation.core.arena.literals(clause)[$0] }
      found.append(add(.clause(literals), literals.map { $0.signed >> 1 }))
      reference = compilation.core.arena.next(after: clause)
    }
    for edge in compilation.core.edges.array {
      found.append(add(.edge(edge), [edge.source >> 1, edge.target >> 1, edge.guardLiteral >> 1]))
    }
    for linear in compilation.linears { found.append(add(.linear(linear), linear.terms.map { $0.signed >> 1 })) }
    for maximum in compilation.maxima {
      let arguments = maximum.arguments.flatMap { [$0.signed >> 1, $0.presence >> 1] }
      found.append(add(.maximum(maximum), arguments + [maximum.result >> 1]))
    }
    for cumulative in compilation.cumulatives {
      let variables = (0..<cumulative.tasks.count).flatMap { task in
        let ends = [cumulative.tasks.low[task] >> 1, cumulative.tasks.low[cumulative.tasks.count + task] >> 1]
        return ends + [cumulative.tasks.presence[task] >> 1, max(0, cumulative.tasks.demandVariable[task])]
      }
      found.append(add(.usage(cumulative), variables))
    }
    for reservoir in compilation.reservoirs {
      let variables = (0..<reservoir.steps.count).flatMap { step in
        [reservoir.steps.variable[step], reservoir.steps.presence[step] >> 1]
      }
      found.append(add(.reservoir(reservoir), variables))
    }
    for propagator in compilation.integerPropagators {
      found.append(add(.integer(propagator), views(of: propagator).map(\.variable)))
    }
    for (index, condition) in found { conditions[index].append(condition) }
  }

  private mutating func extend(_ place: Int) -> Bool {
    guard place < order.count else {
      if noOverlaps.allSatisfy(isSequence) { all.append(values) }
      return true
    }
    let variable = order[place]
    if variable != 0, !holds(root.scopes[variable]) {
      values[variable] = nil
      return !conditions[place].allSatisfy(holds) || extend(place + 1)
    }
    let (lower, upper) = (-root.limits[2 * variable + 1], root.limits[2 * variable])
    guard lower <= upper else { return true }
    for value in lower...upper {
      stepsLeft -= 1
      if stepsLeft < 0 { return false }
      values[variable] = value
      if conditions[place].allSatisfy(holds), !extend(place + 1) { return false }
    }
    return true
  }

  // MARK: Meaning

  private func value(_ signed: SignedVariable, _ assignment: Assignment) -> Int64? {
    assignment[Int(signed >> 1)].map { Int64(signed & 1 == 0 ? $0 : -$0) }
  }

  private func holds(_ truth: Truth) -> Bool { CoreSolutions.holds(Bound(truth), in: values) }

  /// Whether the literal holds; one on an absent variable does.
  static func holds(_ bound: Bound, in assignment: Assignment) -> Bool {
    guard let value = assignment[Int(bound.signed >> 1)] else { return true }
    return (bound.signed & 1 == 0 ? value : -value) <= bound.limit
  }

  private func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .clause(let literals): return literals.contains { CoreSolutions.holds($0, in: values) }
    case .edge(let edge):
      guard holds(edge.guardLiteral), let source = value(edge.source, values), let target = value(edge.target, values)
      else { return true }
      return target - source <= Int64(edge.weight)
    case .linear(let linear):
      return linear.terms.reduce(0) { $0 + $1.coefficient * (value($1.signed, values) ?? 0) } <= linear.limit
    case .maximum(let maximum):
      let arguments = maximum.arguments.filter { holds($0.presence) }.compactMap { argument in
        value(argument.signed, values).map { $0 + Int64(argument.offset) }
      }
      return arguments.max() == value(maximum.result, values)
    case .usage(let cumulative): return isWithinCapacity(cumulative)
    case .reservoir(let reservoir): return isWithinLimit(reservoir)
    case .integer(let propagator): return holds(propagator)
    }
  }

  private func views(of propagator: Propagator) -> [IntegerView] {
    switch propagator {
    case let product as ProductPropagator: product.views
    case let different as AllDifferentPropagator: different.views[0]
    case let circuit as CircuitPropagator: circuit.successors
    default: preconditionFailure("\(type(of: propagator)) has no meaning here")
    }
  }

  private func holds(_ propagator: Propagator) -> Bool {
    let found = views(of: propagator).compactMap { view in value(view.signed, values).map { $0 + Int64(view.offset) } }
    switch propagator {
    case is ProductPropagator: return found[0] == found[1] * found[2]
    case is AllDifferentPropagator: return Set(found).count == found.count
    default:
      let circuit = propagator as? CircuitPropagator
      let nodes = found.indices.filter { circuit?.allowsSkipping == false || found[$0] != Int64($0) }
      guard var node = nodes.first else { return true }
      var visited: Set<Int> = []
      while visited.insert(node).inserted { node = Int(found[node]) }
      return node == nodes[0] && visited == Set(nodes)
    }
  }

  /// Whether the demands add up to no more than the capacity, at every tick where usage can rise or the capacity changes.
  private func isWithinCapacity(_ cumulative: CumulativePropagator) -> Bool {
    let count = cumulative.tasks.count
    let parts = (0..<count).compactMap { task -> (start: Int32, end: Int32, demand: Int64)? in
      guard holds(cumulative.tasks.presence[task]), let start = values[Int(cumulative.tasks.low[task] >> 1)],
        let end = values[Int(cumulative.tasks.low[count + task] >> 1)]
      else { return nil }
      let variable = cumulative.tasks.demandVariable[task]
      let demand = variable < 0 ? cumulative.tasks.demand[task] : Int64(values[Int(variable)] ?? 0)
      return (start, end + cumulative.tasks.offset[count + task], demand)
    }
    let steps = (0..<cumulative.profile.capacity.count).map { cumulative.profile.capacity.times[$0] }
    return (steps + parts.map(\.start)).allSatisfy { tick in
      let used = parts.reduce(Int64(0)) { $0 + ($1.start <= tick && tick < $1.end ? $1.demand : 0) }
      return used <= cumulative.profile.capacity.level(at: tick)
    }
  }

  /// Whether the level is at most the limit whenever it changes.
  private func isWithinLimit(_ reservoir: ReservoirPropagator) -> Bool {
    let steps = (0..<reservoir.steps.count).compactMap { step -> (time: Int32, amount: Int64)? in
      guard holds(reservoir.steps.presence[step]), let value = values[Int(reservoir.steps.variable[step])] else {
        return nil
      }
      return (value + reservoir.steps.offset[step], reservoir.steps.amount[step])
    }
    return steps.allSatisfy { last in
      steps.reduce(reservoir.initial) { $0 + ($1.time <= last.time ? $1.amount : 0) } <= reservoir.limit
    }
  }

  /// Whether the present tasks are in sequence: in a tournament without circles all ranks differ.
  private func isSequence(_ noOverlap: NoOverlapPropagator) -> Bool {
    let count = noOverlap.tasks.count
    let present = (0..<count).filter { holds(noOverlap.tasks.presence[$0]) }
    guard noOverlap.pairs.isEager else {
      // Without Booleans of order the spans themselves must lie apart.
      let spans = present.compactMap { task -> (start: Int32, end: Int32)? in
        guard let start = values[Int(noOverlap.tasks.start[task])],
          let end = values[Int(noOverlap.tasks.low[count + task] >> 1)]
        else {
          return nil
        }
        return (start, end + noOverlap.tasks.offset[count + task])
      }
      return spans.indices.allSatisfy { first in
        spans.indices.allSatisfy { second in
          first == second || spans[first].end <= spans[second].start || spans[second].end <= spans[first].start
        }
      }
    }
    let ranks = present.map { task in
      present.count { $0 != task && holds(noOverlap.pairs.before(task, $0)) }
    }
    return Set(ranks).count == present.count
  }
}
