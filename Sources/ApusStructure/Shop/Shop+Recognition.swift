import ApusModel

extension Shop {
  /// The job shop in a model, or nil where the model is not one even in part.
  ///
  /// A model has a shop when it has intervals, all of them required and of fixed length, at least one `NoOverlap`, and no circle
  /// of precedences. Jobs are the chains of end-to-start precedences, numbered by their smallest interval; machines are the
  /// `NoOverlap` constraints in order. Precedences that follow from the order of a job are absorbed, whatever ends they speak of.
  ///
  /// Left out, and named in ``exactness``: positive lags and precedences between jobs, windows that end before every schedule
  /// without needless waiting must have ended, a `NoOverlap` that shares intervals with an earlier one, setup times, every other kind
  /// of constraint, and an objective other than the makespan or a weighted tardiness of jobs. Also nil: an interval listed twice
  /// in a `NoOverlap`, and durations that leave 32 bits together.
  ///
  /// Complexity: linear in the size of the model.
  public init?(recognizing data: ModelData) {
    guard !data.intervals.isEmpty, data.intervals.allSatisfy(\.hasFixedLength) else { return nil }
    guard let machines = ShopMachines(data), let times = FixedTimes(data.intervals) else { return nil }
    guard let order = ShopOrder(data, duration: times.duration) else { return nil }
    let chains = order.chains

    var leftOut: [Int] = machines.leftOut + order.leftOut
    for (index, constraint) in data.constraints.enumerated() {
      switch constraint {
      case .precedence: break
      case .noOverlap(let noOverlap): if noOverlap.setup != nil { leftOut.append(index) }
      case .linear, .clause, .usage, .reservoir, .alternative, .span, .sameOrder, .pack, .within, .condition,
        .allDifferent, .table, .circuit, .automaton:
        leftOut.append(index)
      }
    }
    var names = data.names(ofConstraints: leftOut.sorted())
    if let name = times.nameOfDeadlines(in: data) { names.append(name) }
    let objective = ShopObjective(data.objective, chains: chains, times: times)
    if data.objective != nil && objective == nil { names.append("the objective") }

    self.init(
      jobStart: chains.chainStart,
      machine: chains.nodes.map { machines.machine[Int($0)] },
      duration: chains.nodes.map { times.duration[Int($0)] },
      release: chains.nodes.map { times.release[Int($0)] },
      interval: chains.nodes,
      noOverlap: machines.noOverlap,
      objective: objective?.objective ?? .makespan,
      measuresModelObjective: objective != nil,
      exactness: names.isEmpty ? .exact : .relaxation(leftOut: names))
  }
}

extension ModelData {
  /// The groups of the constraints, each once; a constraint of a group without a name is named by its position.
  fileprivate func names(ofConstraints indices: [Int]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for index in indices {
      let group = group(ofConstraint: index).name
      let name = group.isEmpty ? "constraint \(index)" : group
      if seen.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
