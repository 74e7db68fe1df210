import ApusModel

extension ProblemFamily {
  /// Resource-constrained project scheduling.
  public static let projectScheduling = ProblemFamily(
    name: "rcpsp", dialects: ProjectScheduling.Format.allCases.map(\.rawValue),
    fileExtensions: ["sm", "rcp", "mm", "sch", "rcp"], carriedNames: [],
    recognizes: { bytes in
      guard !JSONSyntax.looksLikeJSON(bytes), let scanner = try? TextScanner(bytes, file: "") else { return false }
      return ProjectScheduling.recognizedFormat(of: scanner) != nil
    },
    read: { text throws(InputError) in
      try text.requireSingleInstance()
      return try ProjectScheduling(
        bytes: text.bytes, name: text.name, format: text.dialect.flatMap(ProjectScheduling.Format.init), file: text.file
      )
    },
    named: { _ in nil },
    write: { instance, dialect throws(InputError) in
      guard let project = instance as? ProjectScheduling, let format = ProjectScheduling.Format(rawValue: dialect)
      else {
        throw InputError(
          file: instance.name, message: "is of the family \(instance.family), and cannot be written as rcpsp:\(dialect)"
        )
      }
      return try project.text(in: format)
    })
}

extension ProjectScheduling: ProblemInstance {
  public var family: String { "rcpsp" }
  public var objectiveName: String { "makespan" }
  /// Of the shortest mode of each task.
  public var durations: [Int] { shortestDurations }

  /// Kinds of resources and modes that do not occur are left out.
  public var sizes: [InstanceSize] {
    let modes = tasks.reduce(0) { $0 + $1.modes.count }
    let all = [
      InstanceSize("tasks", tasks.count), InstanceSize("modes", isSingleMode ? 0 : modes),
      InstanceSize("precedences", precedences.count), InstanceSize("renewable resources", renewables.count),
      InstanceSize("nonrenewable resources", nonrenewables.count), InstanceSize("reservoirs", reservoirs.count),
    ]
    return all.filter { $0.count > 0 }
  }

  /// The critical path and the busiest renewable resource; nothing where the lags contradict each other.
  public var simpleBounds: [InstanceBound] {
    guard let path = criticalPath else { return [] }
    var bounds = [InstanceBound("the critical path", path)]
    let busiest = resourceTimes.enumerated().compactMap { resource, time in time.map { (resource, $0) } }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }
    if let (resource, time) = busiest {
      bounds.append(InstanceBound("the busiest resource, renewable resource \(resource)", time))
    }
    return bounds
  }

  public func record(_ solution: Solution, in file: inout SolutionFile) { file.tasks = tasks(of: solution) }

  public func solution(of file: SolutionFile) throws(InputError) -> Solution { try solution(of: file.tasks) }

  public func draft(of file: SolutionFile) -> PartialSolution? {
    var draft = PartialSolution()
    // The modes of tasks that have several come behind all tasks, an interval and its presence each.
    var firstMode: [Int: Int] = [:]
    var modes = 0
    for task in tasks where task.modes.count > 1 {
      firstMode[task.id] = modes
      modes += task.modes.count
    }
    for claim in file.tasks {
      guard let id = claim.task, tasks.indices.contains(id) else { return nil }
      draft.intervals[id] = .starting(at: claim.start)
      guard let first = firstMode[id], let mode = claim.mode else { continue }
      guard tasks[id].modes.indices.contains(mode) else { return nil }
      draft.integers[first + mode] = 1
    }
    return draft
  }

  public func picture(of file: SolutionFile) -> SchedulePicture { SchedulePicture(tasks: file.tasks) }
}
