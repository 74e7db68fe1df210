import ApusModel

extension FlexibleShop {
  /// The flexible job shop in a model, or nil where the model is not exactly one.
  ///
  /// A model is a flexible shop when it asks for the least makespan and has nothing but
  /// - operations: required intervals, of fixed length and in one `NoOverlap` at most, or chosen for by an `Alternative`;
  /// - options of these: optional intervals of fixed length, each with a presence of its own, in one `Alternative` and one `NoOverlap` at most;
  /// - precedences from the end of an operation to the start of another, without a lag and without a circle;
  /// - `NoOverlap`s without setup times.
  ///
  /// At least one operation has a choice. No window may end before every schedule without needless waiting must have ended, and no option
  /// may begin later than its operation. A schedule is then a solution of the model with the same objective.
  ///
  /// Complexity: linear in the size of the model.
  public init?(recognizing data: ModelData) {
    guard let parts = FlexibleParts(data) else { return nil }
    let count = parts.operations.count
    let graph = PrecedenceGraph(nodeCount: count, before: parts.before, after: parts.after)
    guard let order = graph.depths()?.order else { return nil }
    self.init(
      release: parts.operations.map { parts.release[Int($0)] },
      successors: OperationLinks(operationCount: count, of: parts.before, to: parts.after),
      predecessors: OperationLinks(operationCount: count, of: parts.after, to: parts.before), modes: parts.modes,
      machineCount: parts.machineCount, interval: parts.operations, topologicalOrder: order.map(Int32.init))
    guard asksForMakespan(data.objective, place: parts.place) else { return nil }
  }

  /// Whether the objective is the makespan: as such, or as an end or a maximum of ends, those of all operations that nothing
  /// waits for among them.
  private func asksForMakespan(_ objective: Objective?, place: [Int32]) -> Bool {
    guard let objective, objective.sense == .minimize, !objective.expression.hasOverflowed,
      objective.expression.constant == 0
    else { return false }
    let terms = objective.expression.terms.filter { $0.coefficient != 0 }
    guard terms.count == 1, terms[0].coefficient == 1 else { return false }
    let ends: [Int32]
    switch terms[0].operand {
    case .makespan: return true
    case .end(let interval): ends = [Int32(interval)]
    case .maximum(let arguments):
      let intervals = arguments.map { argument -> Int32? in
        guard !argument.hasOverflowed, argument.constant == 0, argument.terms.count == 1,
          argument.terms[0].coefficient == 1, case .end(let interval) = argument.terms[0].operand
        else { return nil }
        return Int32(interval)
      }
      ends = intervals.compactMap(\.self)
      if ends.count < arguments.count { return false }
    case .integer, .start, .length, .truth, .product, .quotient, .remainder, .element: return false
    }
    var isMeasured = [Bool](repeating: false, count: operationCount)
    for interval in ends {
      guard place.indices.contains(Int(interval)), place[Int(interval)] >= 0 else { return false }
      isMeasured[Int(place[Int(interval)])] = true
    }
    return (0..<operationCount).allSatisfy { isMeasured[$0] || !successors.places(of: $0).isEmpty }
  }
}

/// The parts of a flexible shop as they are found in a model.
private struct FlexibleParts {
  /// The intervals that are operations, in order, and the place among them of every interval; -1 for options.
  private(set) var operations: [Int32] = []
  private(set) var place: [Int32]
  /// By interval: the earliest start.
  private(set) var release: [Int32]
  /// Operations that wait for others.
  private(set) var before: [Int32] = []
  private(set) var after: [Int32] = []
  private(set) var modes = OperationModes(start: [], machine: [], duration: [], interval: [])
  private(set) var machineCount = 0

  /// By interval: its machine; -1 for none.
  private var machine: [Int32]

  /// Nil where the model has anything that a flexible shop has not.
  init?(_ data: ModelData) {
    let count = data.intervals.count
    place = [Int32](repeating: -1, count: count)
    release = [Int32](repeating: 0, count: count)
    machine = [Int32](repeating: -1, count: count)
    guard let members = Self.members(data), findMachines(data, members), findOperations(data, members) else {
      return nil
    }
    guard findPrecedences(data) else { return nil }
  }

  /// By interval: the members of the alternative that chooses for it, nil for none. Nil where something is chosen from twice.
  private static func members(_ data: ModelData) -> [[Int32]?]? {
    var members = [[Int32]?](repeating: nil, count: data.intervals.count)
    var isOption = [Bool](repeating: false, count: data.intervals.count)
    var isPresence: Set<Int> = []
    var hasChoice = false
    for case .alternative(let alternative) in data.constraints {
      guard members.indices.contains(Int(alternative.main)), members[Int(alternative.main)] == nil,
        !alternative.members.isEmpty
      else { return nil }
      members[Int(alternative.main)] = alternative.members
      hasChoice = true
      for option in alternative.members {
        guard members.indices.contains(Int(option)), !isOption[Int(option)] else { return nil }
        isOption[Int(option)] = true
        let literal = data.intervals[Int(option)].isPresent
        guard let variable = literal.variable, !literal.isNegated, isPresence.insert(variable).inserted,
          data.integers[variable] == 0...1
        else { return nil }
      }
    }
    let isClean = members.indices.allSatisfy { interval in
      !(isOption[interval] && members[interval] != nil) && isOption[interval] == data.intervals[interval].isOptional
    }
    return hasChoice && isClean ? members : nil
  }

  /// A machine for every interval without a choice; false where some interval has two.
  private mutating func findMachines(_ data: ModelData, _ members: [[Int32]?]) -> Bool {
    for case .noOverlap(let noOverlap) in data.constraints {
      guard noOverlap.setup == nil else { return false }
      for interval in noOverlap.intervals.lazy.map(Int.init) {
        guard machine.indices.contains(interval), machine[interval] < 0, members[interval] == nil else { return false }
        machine[interval] = Int32(machineCount)
      }
      machineCount += 1
    }
    for interval in machine.indices where machine[interval] < 0 && members[interval] == nil {
      machine[interval] = Int32(machineCount)
      machineCount += 1
    }
    return true
  }

  /// The operations with their modes; false where times are not those of a flexible shop.
  private mutating func findOperations(_ data: ModelData, _ members: [[Int32]?]) -> Bool {
    var start: [Int32] = [0]
    var (machines, durations, intervals): ([Int32], [Int32], [Int32]) = ([], [], [])
    var latest = 0
    var total = 0
    for (index, domain) in data.intervals.enumerated() where !domain.isOptional {
      place[index] = Int32(operations.count)
      operations.append(Int32(index))
      var longest = 0
      for option in members[index] ?? [Int32(index)] {
        let lengths = data.intervals[Int(option)].length
        guard lengths.lowerBound == lengths.upperBound, domain.length.contains(lengths.lowerBound),
          let duration = Int32(exactly: lengths.lowerBound)
        else { return false }
        machines.append(machine[Int(option)])
        durations.append(duration)
        intervals.append(option)
        longest = max(longest, lengths.lowerBound)
      }
      start.append(Int32(machines.count))
      total += longest
      // An end that must be late asks for a late start, how late depends on the option: such windows are no shop's.
      let earliest = domain.start.lowerBound
      guard domain.end.lowerBound <= earliest, let fit = Int32(exactly: earliest) else { return false }
      release[index] = fit
      latest = max(latest, earliest)
      for option in members[index] ?? [] {
        let window = data.intervals[Int(option)]
        guard window.start.lowerBound <= earliest,
          window.end.lowerBound <= earliest + window.length.lowerBound
        else { return false }
      }
    }
    guard latest + total <= Int(Int32.max) else { return false }
    modes = OperationModes(start: start, machine: machines, duration: durations, interval: intervals)
    // Something is in progress at all times behind the latest release, so all is over by this end.
    return data.intervals.allSatisfy {
      $0.end.upperBound >= latest + total && $0.start.upperBound >= latest + total - $0.length.lowerBound
    }
  }

  /// False where a constraint is none that a flexible shop has.
  private mutating func findPrecedences(_ data: ModelData) -> Bool {
    for constraint in data.constraints {
      switch constraint {
      case .precedence(let precedence):
        guard precedence.source == .end, precedence.target == .start, precedence.lag == 0,
          place.indices.contains(Int(precedence.before)), place.indices.contains(Int(precedence.after))
        else { return false }
        let pair = (before: place[Int(precedence.before)], after: place[Int(precedence.after)])
        guard pair.before >= 0, pair.after >= 0 else { return false }
        before.append(pair.before)
        after.append(pair.after)
      case .noOverlap, .alternative: break
      case .linear, .clause, .usage, .reservoir, .span, .sameOrder, .pack, .within, .condition, .allDifferent, .table,
        .circuit, .automaton:
        return false
      }
    }
    return true
  }
}
