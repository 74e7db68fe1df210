import ApusModel

extension TaskGraphScheduling {
  /// The task graph as a model: an interval a task, in order and named after it, then for each task that several processors can do an optional
  /// interval a processor.
  ///
  /// The group "order" has a precedence for each arc; "data" one for each arc and pair of processors between which its data take time,
  /// between the optional intervals and so only where the tasks are there; "placement" an `Alternative` for each task with a choice, "processors"
  /// one `NoOverlap` a processor, without the tasks that take no time there. The objective is the makespan.
  ///
  /// Where it does not matter which processor does what, the model has no processors but a `Usage` of as many units: then any schedule can
  /// be spread over the processors.
  ///
  /// - Complexity: O(tasks × processors + arcs × processors²).
  public func model() -> Model {
    let model = Model(name)
    let window = 0...horizon
    let mains = tasks.map { task in
      model.interval(lasting: task.shortest...task.longest, within: window, task.name)
    }
    if !arcs.isEmpty {
      model.require("order") { for arc in arcs { mains[arc.before].precedes(mains[arc.after]) } }
    }
    model.minimize(.makespan)
    if hasInterchangeableProcessors {
      let busy = tasks.filter { $0.shortest > 0 }
      if !busy.isEmpty {
        model.require("processors") { Usage(busy.map { mains[$0.id].pulse(1) }, capacity: processors.count) }
      }
      return model
    }
    /// By task and processor: the interval of the task there; its own where it has no choice, nil where it cannot run.
    let runs = tasks.map { task -> [Interval?] in
      guard task.hasChoice else { return task.durations.map { $0 == nil ? nil : mains[task.id] } }
      return task.durations.enumerated().map { processor, duration in
        duration.map {
          model.optionalInterval(lasting: $0, within: window, "\(task.name) on \(processors[processor].name)")
        }
      }
    }
    let data = arcs.flatMap { arc in delayed(arc, runs) }
    if !data.isEmpty { model.require("data") { data } }
    let chosen = tasks.filter(\.hasChoice)
    if !chosen.isEmpty {
      model.require("placement") {
        for task in chosen { Alternative(mains[task.id], of: runs[task.id].compactMap(\.self)) }
      }
    }
    model.require("processors") {
      for processor in processors {
        NoOverlap(
          tasks.compactMap { task in (task.durations[processor.id] ?? 0) > 0 ? runs[task.id][processor.id] : nil })
      }
    }
    return model
  }

  /// A precedence for each pair of processors between which the data of an arc take time.
  private func delayed(_ arc: Arc, _ runs: [[Interval?]]) -> [Condition] {
    guard arc.volume > 0 else { return [] }
    var result: [Condition] = []
    for (source, before) in runs[arc.before].enumerated() {
      guard let before else { continue }
      for (target, after) in runs[arc.after].enumerated() {
        let delay = delay(of: arc, from: source, to: target)
        if let after, delay > 0 { result.append(before.precedes(after, lag: delay)) }
      }
    }
    return result
  }
}
