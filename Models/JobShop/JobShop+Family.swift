import ApusModel

extension ProblemFamily {
  /// The job shop.
  public static let jobShop = ProblemFamily(
    name: "jobshop", dialects: JobShop.Format.allCases.map(\.rawValue), fileExtensions: ["txt", "txt"],
    carriedNames: JobShop.carriedNames,
    recognizes: { bytes in !JSONSyntax.looksLikeJSON(bytes) },
    read: { text throws(InputError) in
      try JobShop(
        bytes: text.bytes, name: text.name, format: text.dialect.flatMap(JobShop.Format.init), number: text.number,
        file: text.file)
    },
    named: { JobShop.named($0) },
    write: { instance, dialect throws(InputError) in
      guard let shop = instance as? JobShop, let format = JobShop.Format(rawValue: dialect) else {
        throw InputError(
          file: instance.name,
          message: "is of the family \(instance.family), and cannot be written as jobshop:\(dialect)")
      }
      return try shop.text(in: format)
    })
}

extension JobShop: ProblemInstance {
  public var family: String { "jobshop" }
  public var objectiveName: String { "makespan" }
  public var durations: [Int] { operations.map(\.duration) }
  public var provenOptimum: Int? { Self.provenOptimum(of: name) }

  public var sizes: [InstanceSize] {
    [
      InstanceSize("jobs", jobs.count), InstanceSize("machines", machineCount),
      InstanceSize("operations", operationCount),
    ]
  }

  /// The longest job and the busiest machine.
  public var simpleBounds: [InstanceBound] {
    let lengths = jobs.map { $0.operations.reduce(0) { $0 + $1.duration } }
    var loads = [Int](repeating: 0, count: machineCount)
    for operation in operations { loads[operation.machine] += operation.duration }
    // The first of equals.
    let job = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) } ?? 0
    let machine = loads.indices.max { (loads[$0], $1) < (loads[$1], $0) } ?? 0
    return [
      InstanceBound("the longest job, job \(job)", lengths[job]),
      InstanceBound("the busiest machine, machine \(machine)", loads[machine]),
    ]
  }

  public func record(_ solution: Solution, in file: inout SolutionFile) { file.tasks = tasks(of: solution) }

  public func solution(of file: SolutionFile) throws(InputError) -> Solution { try solution(of: file.tasks) }

  public func draft(of file: SolutionFile) -> PartialSolution? {
    let places = Dictionary(uniqueKeysWithValues: zip(operations.map(\.id), operations.indices))
    var draft = PartialSolution()
    for task in file.tasks {
      guard let job = task.job, let operation = task.operation,
        let place = places[OperationID(job: job, index: operation)]
      else { return nil }
      draft.intervals[place] = .starting(at: task.start)
    }
    return draft
  }

  public func picture(of file: SolutionFile) -> SchedulePicture { SchedulePicture(tasks: file.tasks) }
}
