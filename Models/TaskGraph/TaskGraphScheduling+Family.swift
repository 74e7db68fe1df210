import ApusModel

extension ProblemFamily {
  /// Task graphs on unlike processors.
  public static let taskGraph = ProblemFamily(
    name: "task-graph", dialects: TaskGraphScheduling.Format.allCases.map(\.rawValue),
    fileExtensions: ["json", "stg", "txt", "json", "txt", "dot"], carriedNames: TaskGraphScheduling.carriedNames,
    recognizes: { TaskGraphScheduling.recognizedFormat(of: $0) != nil },
    read: { text throws(InputError) in try TaskGraphScheduling(text) },
    named: { TaskGraphScheduling.named($0) },
    write: { instance, dialect throws(InputError) in
      guard let graph = instance as? TaskGraphScheduling, let format = TaskGraphScheduling.Format(rawValue: dialect)
      else {
        throw InputError(
          file: instance.name,
          message: "is of the family \(instance.family), and cannot be written as task-graph:\(dialect)")
      }
      return try graph.text(in: format)
    })
}

extension TaskGraphScheduling: ProblemInstance {
  public var family: String { "task-graph" }
  public var objectiveName: String { "makespan" }
  /// Of each task on its fastest processor.
  public var durations: [Int] { tasks.map(\.shortest) }

  public var sizes: [InstanceSize] {
    [
      InstanceSize("tasks", tasks.count), InstanceSize("processors", processors.count),
      InstanceSize("arcs", arcs.count),
    ]
  }

  /// The longest path and the mean of all work.
  public var simpleBounds: [InstanceBound] {
    [
      InstanceBound("the longest path, on the fastest processors and without data", shortestPath),
      InstanceBound("all work on the fastest processors, spread evenly", meanLoad),
    ]
  }

  public func measures(ofObjective makespan: Int) -> [InstanceMeasure] {
    [
      InstanceMeasure("schedule length ratio", scheduleLengthRatio(ofMakespan: makespan)),
      InstanceMeasure("speed-up", speedUp(ofMakespan: makespan)),
      InstanceMeasure("efficiency", efficiency(ofMakespan: makespan)),
    ].compactMap(\.self)
  }

  public func record(_ solution: Solution, in file: inout SolutionFile) { file.tasks = tasks(of: solution) }

  public func solution(of file: SolutionFile) throws(InputError) -> Solution { try solution(of: file.tasks) }

  /// Names in place of numbers.
  public func picture(of file: SolutionFile) -> SchedulePicture {
    var picture = SchedulePicture(rows: processors.map { SchedulePicture.Row($0.name) }, groupNames: [])
    for claim in file.tasks {
      guard let task = claim.task, tasks.indices.contains(task), let processor = claim.processor,
        processors.indices.contains(processor), claim.end > claim.start
      else { continue }
      picture.rows[processor].bars.append(
        SchedulePicture.Bar(start: claim.start, end: claim.end, label: tasks[task].name, group: task))
    }
    return picture
  }
}
