import ApusModel

extension FlexibleJobShop {
  /// The shop as a model: an interval an operation, in the order of ``operations`` and named after its id, then for each operation that
  /// several machines can do an optional interval a machine.
  ///
  /// The group "routing" has the precedences, "alternatives" an `Alternative` for each operation with a choice, "machines" one
  /// `NoOverlap` a machine; the objective is the makespan. Without any choice it is the model of a ``JobShop``. Windows end at the
  /// ``horizon``.
  ///
  /// - Complexity: O(modes + precedences + machines).
  public func model() -> Model {
    let model = Model(name)
    let window = 0...horizon
    let operations = operations
    let mains = operations.map { operation in
      model.interval(lasting: operation.shortest...operation.longest, within: window, "\(operation.id)")
    }
    /// The intervals of each operation's modes; the operation's own where it has only one.
    let runs = operations.indices.map { position in
      let operation = operations[position]
      guard operation.hasChoice else { return [mains[position]] }
      return operation.modes.map { mode in
        model.optionalInterval(lasting: mode.duration, within: window, "\(operation.id) on machine \(mode.machine)")
      }
    }
    var visits: [[Interval]] = Array(repeating: [], count: machineCount)
    for (operation, intervals) in zip(operations, runs) {
      for (mode, interval) in zip(operation.modes, intervals) { visits[mode.machine].append(interval) }
    }

    model.require("routing") {
      for (before, after) in precedencesByPosition { mains[before].precedes(mains[after]) }
    }
    if operations.contains(where: \.hasChoice) {
      model.require("alternatives") {
        for position in operations.indices where operations[position].hasChoice {
          Alternative(mains[position], of: runs[position])
        }
      }
    }
    model.require("machines") {
      for machine in machines { NoOverlap(visits[machine]) }
    }
    model.minimize(.makespan)
    return model
  }
}
