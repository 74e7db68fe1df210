import ApusModel

extension ProblemFamily {
  /// Tardiness on a single machine.
  public static let singleMachine = ProblemFamily(
    name: "tardiness", dialects: SingleMachine.Format.allCases.map(\.rawValue),
    fileExtensions: ["csv", "txt", "txt", "txt", "txt", "txt"], carriedNames: SingleMachine.carriedNames,
    recognizes: { bytes in
      guard !JSONSyntax.looksLikeJSON(bytes), let scanner = try? TextScanner(bytes, file: "") else { return false }
      return SingleMachine.recognizedFormat(of: scanner) != nil
    },
    read: { text throws(InputError) in
      try SingleMachine(
        bytes: text.bytes, name: text.name, format: text.dialect.flatMap(SingleMachine.Format.init),
        number: text.number, file: text.file)
    },
    named: { SingleMachine.named($0) },
    write: { instance, dialect throws(InputError) in
      guard let machine = instance as? SingleMachine, let format = SingleMachine.Format(rawValue: dialect) else {
        throw InputError(
          file: instance.name,
          message: "is of the family \(instance.family), and cannot be written as tardiness:\(dialect)")
      }
      return try machine.text(in: format)
    })
}

extension SingleMachine: ProblemInstance {
  public var family: String { "tardiness" }
  public var durations: [Int] { jobs.map(\.processing) }
  public var provenOptimum: Int? { statedOptimum ?? Self.provenOptimum(of: name) }

  /// What weights there are makes the name.
  public var objectiveName: String {
    if hasEarliness { return "weighted earliness and tardiness" }
    return isUnweighted ? "total tardiness" : "weighted tardiness"
  }

  public var sizes: [InstanceSize] {
    [InstanceSize("jobs", jobs.count), InstanceSize("setup times", setups.map(\.times.count) ?? 0)]
      .filter { $0.count > 0 }
  }

  public var simpleBounds: [InstanceBound] {
    [InstanceBound("every job alone", costOfJobsAlone)]
      + (shortestFirstBound.map { [InstanceBound("the shortest jobs first, due dates in order", $0)] } ?? [])
  }

  public func record(_ solution: Solution, in file: inout SolutionFile) { file.tasks = tasks(of: solution) }

  public func solution(of file: SolutionFile) throws(InputError) -> Solution { try solution(of: file.tasks) }

  public func draft(of file: SolutionFile) -> PartialSolution? {
    var draft = PartialSolution()
    for task in file.tasks {
      guard let id = task.task, jobs.indices.contains(id) else { return nil }
      draft.intervals[id] = .starting(at: task.start)
    }
    return draft
  }

  /// One row; colours tell jobs in time from late ones, and early ones where that costs.
  public func picture(of file: SolutionFile) -> SchedulePicture {
    var row = SchedulePicture.Row("machine")
    for task in file.tasks {
      guard let id = task.task, jobs.indices.contains(id) else { continue }
      let job = jobs[id]
      let group = task.end > job.due ? 1 : job.earlinessWeight > 0 && task.end < job.due ? 2 : 0
      row.bars.append(.init(start: task.start, end: task.end, label: job.name ?? "\(id)", group: group))
    }
    return SchedulePicture(rows: [row], groupNames: ["in time", "late"] + (hasEarliness ? ["early"] : []))
  }
}
