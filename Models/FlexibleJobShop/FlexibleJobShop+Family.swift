import ApusModel

extension ProblemFamily {
  /// The flexible job shop.
  public static let flexibleJobShop = ProblemFamily(
    name: "flexible-jobshop", dialects: FlexibleJobShop.Format.allCases.map(\.rawValue),
    fileExtensions: ["fjs", "fjs", "fajsp"], carriedNames: FlexibleJobShop.carriedNames,
    recognizes: { bytes in
      guard !JSONSyntax.looksLikeJSON(bytes), let scanner = try? TextScanner(bytes, file: "") else { return false }
      return FlexibleJobShop.recognizedFormat(of: scanner) != nil
    },
    read: { text throws(InputError) in
      try text.requireSingleInstance()
      return try FlexibleJobShop(
        bytes: text.bytes, name: text.name, format: text.dialect.flatMap(FlexibleJobShop.Format.init), file: text.file)
    },
    named: { FlexibleJobShop.named($0) },
    write: { instance, dialect throws(InputError) in
      guard let shop = instance as? FlexibleJobShop, let format = FlexibleJobShop.Format(rawValue: dialect) else {
        throw InputError(
          file: instance.name,
          message: "is of the family \(instance.family), and cannot be written as flexible-jobshop:\(dialect)")
      }
      return try shop.text(in: format)
    })
}

extension FlexibleJobShop: ProblemInstance {
  public var family: String { "flexible-jobshop" }
  public var objectiveName: String { "makespan" }
  /// Of each operation on its fastest machine.
  public var durations: [Int] { operations.map(\.shortest) }
  public var provenOptimum: Int? { Self.provenOptimum(of: name) }

  public var sizes: [InstanceSize] {
    [
      InstanceSize("jobs", jobs.count), InstanceSize("machines", machineCount),
      InstanceSize("operations", operationCount), InstanceSize("alternatives", modeCount),
    ]
  }

  /// The longest job, what only one machine can do, and the mean of all work.
  public var simpleBounds: [InstanceBound] {
    let lengths = jobLengths
    let loads = forcedLoads
    // The first of equals.
    let job = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) } ?? 0
    let machine = loads.indices.max { (loads[$0], $1) < (loads[$1], $0) } ?? 0
    return [
      InstanceBound("the longest job, job \(job), on its fastest machines", lengths[job]),
      InstanceBound("what only machine \(machine) can do", loads[machine]),
      InstanceBound("all work, spread evenly over the machines", meanLoad),
    ]
  }

  public func record(_ solution: Solution, in file: inout SolutionFile) { file.tasks = tasks(of: solution) }

  public func solution(of file: SolutionFile) throws(InputError) -> Solution { try solution(of: file.tasks) }

  public func picture(of file: SolutionFile) -> SchedulePicture { SchedulePicture(tasks: file.tasks) }
}
