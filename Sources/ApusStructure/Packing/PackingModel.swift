import ApusModel

/// A model that is a packing and nothing else, and the way between its solutions and packings.
///
/// Recognised are one `Pack` whose items may be packed or not, literals that say of an item that it is packed or in a certain bin (`Within`),
/// an objective, and what earlier levels of a lexicographic objective demand: at least so many packed items of disjoint sets. The objective is the
/// number of packed items of one more set, or the disturbance, the sum of 1 + packed - 2 · stayed over items with a home. Items that have only
/// one bin and must be packed are taken off its capacity.
public struct PackingModel: Sendable {
  /// What is asked of a packing.
  public enum Aim: Sendable, Hashable {
    /// As many as possible of the last tier.
    case count
    /// As little disturbance as possible.
    case disturbance
  }

  public let packing: Packing
  public let aim: Aim
  /// For each tier the least number of packed items; for the tier that is counted, 0.
  public let floors: [Int]
  /// The variable of each item.
  private let variables: [Int32]
  /// The values of the variables that are settled; of all others 0.
  private let settled: [Int]
  /// The literals' variables, with the variable and the range that they speak of.
  private let literals: [(literal: Int32, variable: Int32, range: ClosedRange<Int>)]
  /// How many settled items the objective counts.
  private let settledCount: Int

  /// The value of a packing as one to minimise. O(items).
  public func value(of bins: [Int]) -> Int {
    switch aim {
    case .count: -packing.counts(of: bins)[floors.count - 1] - settledCount
    case .disturbance: packing.disturbance(of: bins)
    }
  }

  /// How many items of the last tier a packing of a value has.
  public func count(ofValue value: Int) -> Int { -value - settledCount }
  /// The value of packings with so many items of the last tier.
  public func value(ofCount count: Int) -> Int { -count - settledCount }

  /// The bin of each item in a solution, -1 for none. O(items).
  public func bins(of solution: Solution) -> [Int] {
    variables.map { variable in
      let value = solution.integers[Int(variable)]
      return 0 <= value && value < packing.binCount ? value : -1
    }
  }

  /// The solution with every item in its bin. O(variables).
  public func solution(of bins: [Int]) -> Solution {
    var values = settled
    for (variable, bin) in zip(variables, bins) { values[Int(variable)] = bin }
    for entry in literals { values[Int(entry.literal)] = entry.range.contains(values[Int(entry.variable)]) ? 1 : 0 }
    return Solution(integers: values, intervals: [])
  }

  /// Whether a packing has room for all that is in it and as many items of each tier as are asked for. O(items × resources).
  public func isFeasible(_ bins: [Int]) -> Bool {
    packing.isFeasible(bins) && zip(packing.counts(of: bins), floors).allSatisfy { $0 >= $1 }
  }
}

// MARK: - Recognition

extension PackingModel {
  /// The packing in a model, nil where there is more to it. O(size of the model).
  public init?(recognizing data: ModelData) {
    guard data.intervals.isEmpty, data.objectives.count == 1, let objective = data.objective else { return nil }
    var found: Pack?
    var withins: [Within] = []
    var linears: [Linear] = []
    for constraint in data.constraints {
      switch constraint {
      case .pack(let pack):
        if found != nil { return nil }
        found = pack
      case .within(let within): withins.append(within)
      case .linear(let linear): linears.append(linear)
      default: return nil
      }
    }
    guard let pack = found, pack.resourceCount > 0 else { return nil }
    guard let roles = Roles(pack, withins, data) else { return nil }

    // What is settled leaves the packing.
    var capacity = pack.capacities
    var settled = [Int](repeating: 0, count: data.integers.count)
    var place = [Int32](repeating: -1, count: pack.items.count)
    var items: [Int] = []
    let resources = pack.resourceCount
    for (item, variable) in pack.items.enumerated() {
      let domain = data.integers[Int(variable)]
      if domain.count == 1 {
        settled[Int(variable)] = domain.lowerBound
        guard 0..<pack.binCount ~= domain.lowerBound else {
          if roles.home[item] >= 0 { return nil }
          continue
        }
        guard pack.allows(item, in: domain.lowerBound), [-1, domain.lowerBound].contains(roles.home[item]) else {
          return nil
        }
        for resource in 0..<resources {
          capacity[domain.lowerBound * resources + resource] -= pack.sizes[item * resources + resource]
        }
      } else {
        guard domain == -1...pack.binCount - 1 else { return nil }
        place[item] = Int32(items.count)
        items.append(item)
      }
    }
    guard capacity.allSatisfy({ $0 >= 0 }) else { return nil }

    // The sets of items that are counted, in their order.
    var sets: [(items: [Int], settled: Int)] = []
    var floors: [Int] = []
    var tier = [Int](repeating: -1, count: items.count)
    func addSet(_ expression: IntegerExpression, _ coefficient: Int) -> Bool {
      var members: [Int] = []
      var count = 0
      for term in expression.terms {
        guard term.coefficient == coefficient, case .integer(let index) = term.operand,
          case .packed(let item)? = roles.role[index]
        else { return false }
        if place[item] >= 0 {
          guard tier[Int(place[item])] < 0 else { return false }
          tier[Int(place[item])] = sets.count
          members.append(item)
        } else if settled[Int(pack.items[item])] >= 0 {
          count += 1
        }
      }
      sets.append((members, count))
      return true
    }
    for linear in linears {
      guard linear.relation == .atMost, addSet(linear.expression, -1) else { return nil }
      floors.append(max(0, linear.expression.constant - sets[sets.count - 1].settled))
    }
    if objective.sense == .maximize, objective.expression.constant == 0, addSet(objective.expression, 1) {
      aim = .count
      floors.append(0)
      settledCount = sets[sets.count - 1].settled
    } else {
      guard objective.sense == .minimize, roles.isDisturbance(objective.expression) else { return nil }
      aim = .disturbance
      settledCount = 0
    }
    // What is in no set is not asked for; it is packed only where an aim is the disturbance.
    if tier.contains(-1) {
      for item in tier.indices where tier[item] < 0 { tier[item] = sets.count }
      if case .disturbance = aim { floors.append(0) }
    }

    let kinds = Packing.Kinds(pack, items)
    packing = Packing(
      resourceCount: resources, tierCount: (tier.max() ?? -1) + 1 < sets.count ? sets.count : (tier.max() ?? -1) + 1,
      capacity: capacity, size: items.flatMap { pack.sizes[$0 * resources..<($0 + 1) * resources] }, tier: tier,
      home: items.map { roles.home[$0] }, kind: kinds.kind, admits: kinds.admits)
    self.floors = floors
    self.settled = settled
    variables = items.map { pack.items[$0] }
    literals = withins.map { ($0.literal.variable.map { Int32($0) } ?? 0, $0.variable, $0.range) }
  }

  /// What the Boolean variables say.
  private struct Roles {
    enum Role {
      case packed(Int)
      case stays(Int)
    }

    private(set) var role: [Int32: Role] = [:]
    /// The bin that each item has a literal for, -1 for none.
    private(set) var home: [Int]

    /// Nil where there is a variable of another kind.
    init?(_ pack: Pack, _ withins: [Within], _ data: ModelData) {
      home = [Int](repeating: -1, count: pack.items.count)
      var hasPacked = [Bool](repeating: false, count: pack.items.count)
      var item: [Int32: Int] = [:]
      for (position, variable) in pack.items.enumerated() { item[variable] = position }
      for within in withins {
        guard let position = item[within.variable], let variable = within.literal.variable.map({ Int32($0) }),
          !within.literal.isNegated, item[variable] == nil, role[variable] == nil
        else { return nil }
        let bins = 0...max(0, pack.binCount - 1)
        if within.range == bins, !hasPacked[position] {
          hasPacked[position] = true
          role[variable] = .packed(position)
        } else if within.range.count == 1, bins ~= within.range.lowerBound, home[position] < 0 {
          role[variable] = .stays(position)
          home[position] = within.range.lowerBound
        } else {
          return nil
        }
      }
      guard role.count + item.count == data.integers.count else { return nil }
    }

    /// Whether an expression is the sum of 1 + packed - 2 · stayed over all items with a home.
    func isDisturbance(_ expression: IntegerExpression) -> Bool {
      var packed: Set<Int> = []
      var stayed: Set<Int> = []
      for term in expression.terms {
        guard case .integer(let index) = term.operand, let role = role[index] else { return false }
        switch (role, term.coefficient) {
        case (.packed(let item), 1): if !packed.insert(item).inserted { return false }
        case (.stays(let item), -2): if !stayed.insert(item).inserted { return false }
        default: return false
        }
      }
      let homes = home.indices.filter { home[$0] >= 0 }
      return packed == stayed && packed.count == homes.count && homes.allSatisfy(packed.contains)
        && expression.constant == homes.count
    }
  }
}

extension Packing {
  /// Items by the bins that they may go to.
  struct Kinds {
    private(set) var kind: [Int]
    private(set) var admits: [Bool] = []

    init(_ pack: Pack, _ items: [Int]) {
      kind = []
      var known: [Int32: Int] = [:]
      for item in items {
        let choice = pack.choice[item]
        if let place = known[choice] {
          kind.append(place)
          continue
        }
        let place = known.count
        known[choice] = place
        kind.append(place)
        if choice < 0 {
          admits += [Bool](repeating: true, count: pack.binCount)
        } else {
          var row = [Bool](repeating: false, count: pack.binCount)
          for bin in pack.choices[Int(choice)] { row[Int(bin)] = true }
          admits += row
        }
      }
    }
  }
}
