import ApusModel

extension ProjectScheduling {
  /// The project as a model: an interval a task, in order, then for each task with several modes an optional interval a mode.
  ///
  /// The group "precedences" has a precedence for each lag, "modes" an `Alternative` for each task with several modes, "renewable resources"
  /// and "reservoirs" a `Usage` and a `Reservoir` each, "nonrenewable resources" a sum over the presences of modes each. Windows
  /// end at the ``horizon``; the objective is the makespan.
  ///
  /// - Complexity: O(modes × resources + precedences).
  public func model() -> Model {
    let model = Model(name)
    let window = 0...horizon
    let mains = tasks.map { task in
      let durations = task.modes.map(\.duration)
      return model.interval(lasting: (durations.min() ?? 0)...(durations.max() ?? 0), within: window, "task \(task.id)")
    }
    /// The intervals of each task's modes; the task's own where it has only one.
    let runs = tasks.map { task in
      task.modes.count == 1
        ? [mains[task.id]]
        : task.modes.enumerated().map { number, mode in
          model.optionalInterval(lasting: mode.duration, within: window, "task \(task.id), mode \(number)")
        }
    }
    require("precedences", of: model, precedences) { precedence in
      mains[precedence.before].link(
        to: mains[precedence.after], from: precedence.source == .end ? .end : .start, to: .start, lag: precedence.lag)
    }
    require("modes", of: model, tasks.filter { $0.modes.count > 1 }) { task in
      Alternative(mains[task.id], of: runs[task.id])
    }
    require("renewable resources", of: model, Array(renewables.enumerated())) { resource, capacity in
      Usage(pulses(of: resource, mains, runs), capacity: capacity)
    }
    require("nonrenewable resources", of: model, Array(nonrenewables.enumerated())) { resource, capacity in
      consumption(of: resource, runs) <= capacity
    }
    require("reservoirs", of: model, reservoirs) { reservoir in
      let steps = mains.indices.flatMap { task in
        [
          mains[task].step(-reservoir.consumed[task], at: .start), mains[task].step(reservoir.produced[task], at: .end),
        ]
      }
      // The language's reservoir, not the instance's.
      return ApusModel.Reservoir(steps.filter { $0.amount != 0 }, initial: reservoir.initial, minimum: 0)
    }
    model.minimize(.makespan)
    return model
  }

  /// A group with a constraint for each element, or none where there are no elements.
  private func require<Element, Kind: ConstraintKind>(
    _ group: String, of model: Model, _ elements: [Element], _ constraint: (Element) -> Kind
  ) {
    guard !elements.isEmpty else { return }
    model.require(group) { elements.map { constraint($0).constraint } }
  }

  /// What uses a renewable resource: the task, where all its modes need the same, otherwise its modes.
  private func pulses(of resource: Int, _ mains: [Interval], _ runs: [[Interval]]) -> [Usage.Pulse] {
    tasks.flatMap { task in
      let demands = task.modes.map { $0.renewables[resource] }
      if Set(demands).count == 1 { return demands[0] > 0 ? [mains[task.id].pulse(demands[0])] : [] }
      return zip(runs[task.id], demands).compactMap { run, demand in demand > 0 ? run.pulse(demand) : nil }
    }
  }

  /// How much of a nonrenewable resource the chosen modes use up.
  private func consumption(of resource: Int, _ runs: [[Interval]]) -> IntegerExpression {
    var total = IntegerExpression(0)
    for (task, intervals) in zip(tasks, runs) {
      for (mode, interval) in zip(task.modes, intervals) where mode.nonrenewables[resource] > 0 {
        total += mode.nonrenewables[resource] * IntegerExpression(interval.isPresent)
      }
    }
    return total
  }
}
