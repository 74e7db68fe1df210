import ApusModel
import ApusStructure

/// How a schedule is built of choices among tasks.
public enum GenerationScheme: String, Sendable, Hashable, CaseIterable, Codable {
  /// Task by task, each as early as it can be: active schedules, an optimal one among them.
  case serial
  /// Time by time, all that can start: non-delay schedules.
  case parallel
}

/// From which end a project is planned.
public enum PlanningDirection: String, Sendable, Hashable, CaseIterable, Codable {
  case forward
  /// From the last task to the first, each as late as it can be; then all of them as early as they can be, in the order of their starts.
  case backward
}

extension Project {
  /// The schedule that a priority rule makes.
  ///
  /// Complexity: that of the scheme; see ``ProjectScheduler`` and O(*tasks* · *candidates*) for the choices.
  public func schedule(
    by rule: PriorityRule, _ scheme: GenerationScheme = .serial, _ direction: PlanningDirection = .forward
  ) -> ProjectSchedule {
    let project = direction == .forward ? self : mirrored
    var chooser = PriorityChooser(keys: rule.keys(for: project))
    let start = project.starts(by: &chooser, scheme)
    if direction == .forward { return ProjectSchedule(self, start: start) }
    // Backwards a task begins where it ends.
    return schedule(of: list(inOrderOf: zip(start, duration).map { -$0 - $1 }))
  }

  /// The best of `count` random schedules in the manner of a rule, by the serial and the parallel scheme in turn, each improved by
  /// justification; the first of equals. The same for the same seed.
  ///
  /// Tormos and Lova, "A competitive heuristic solution technique for resource-constrained project scheduling", Annals of Operations Research
  /// 102 (2001). Complexity: `count` times that of a schedule and its two justifications.
  ///
  /// - Precondition: `count` is positive.
  public func bestSampledSchedule(by rule: PriorityRule = .lft, count: Int = 100, seed: UInt64 = 0) -> ProjectSchedule {
    precondition(count > 0, "at least one schedule is drawn")
    var chooser = PriorityChooser(keys: rule.keys(for: self), generator: SplitMix64(seed: seed))
    let scheduler = ProjectScheduler(self)
    var best: (makespan: Int, start: [Int32])?
    for index in 0..<count {
      let list = index % 2 == 0 ? list(by: &chooser) : list(inOrderOf: ParallelScheme.build(self, &chooser))
      _ = scheduler.schedule(list)
      let makespan = scheduler.justify()
      if makespan < best?.makespan ?? .max {
        best = (makespan, Array(UnsafeBufferPointer(start: scheduler.start, count: taskCount)))
      }
    }
    return ProjectSchedule(self, start: best!.start)
  }

  /// The schedule that the serial scheme makes of a list of all tasks, each after what it waits for.
  public func schedule(of list: [Int32]) -> ProjectSchedule {
    let scheduler = ProjectScheduler(self)
    _ = scheduler.schedule(list)
    return ProjectSchedule(self, start: Array(UnsafeBufferPointer(start: scheduler.start, count: taskCount)))
  }

  private func starts(by chooser: inout PriorityChooser, _ scheme: GenerationScheme) -> [Int32] {
    switch scheme {
    case .serial: schedule(of: list(by: &chooser)).start
    case .parallel: ParallelScheme.build(self, &chooser)
    }
  }

  /// The tasks in order of their starts in a schedule: a list. Of equal ones in topological order.
  private func list(inOrderOf start: [Int32]) -> [Int32] {
    topologicalOrder.enumerated()
      .sorted { (start[Int($0.element)], $0.offset) < (start[Int($1.element)], $1.offset) }.map(\.element)
  }
}
