import ApusModel

/// What the command line and the benchmarks need of an instance, whatever its family.
///
/// A family adopts this in one file and adds itself to ``ProblemFamily/all``.
public protocol ProblemInstance: Sendable {
  /// The family's name, `jobshop`.
  var family: String { get }
  /// The instance's name, `ft10`.
  var name: String { get }
  /// What its objective is called, `makespan`.
  var objectiveName: String { get }
  /// How large it is, largest things first: 10 jobs, 10 machines.
  var sizes: [InstanceSize] { get }
  /// The durations of all tasks; empty where tasks have none.
  var durations: [Int] { get }
  /// Lower bounds that follow from the instance at a glance.
  var simpleBounds: [InstanceBound] { get }
  /// The proven optimum from the literature, where it is known.
  var provenOptimum: Int? { get }

  /// The model whose solutions are the instance's.
  func model() -> Model
  /// Writes what a solution of ``model()`` says of tasks, placements or variables into a solution file.
  func record(_ solution: Solution, in file: inout SolutionFile)
  /// The solution of ``model()`` in a solution file.
  ///
  /// - Throws: ``InputError`` where the file does not describe one.
  func solution(of file: SolutionFile) throws(InputError) -> Solution
  /// What a solution file says that is not all, or is wrong, as something to begin with; nil where it speaks of what there is not, or the
  /// family has no way to read it.
  func draft(of file: SolutionFile) -> PartialSolution?
  /// Everything that is wrong with a claimed solution, judged without ``model()`` wherever the family allows it.
  func violations(of file: SolutionFile) -> [FamilyViolation]
  /// What else a solution of that value is compared by, such as a speed-up.
  func measures(ofObjective objective: Int) -> [InstanceMeasure]
  /// A claimed solution as rows of bars. The solution may be wrong.
  func picture(of file: SolutionFile) -> SchedulePicture
}

extension ProblemInstance {
  public var provenOptimum: Int? { nil }
  public func draft(of file: SolutionFile) -> PartialSolution? { nil }
  public func measures(ofObjective objective: Int) -> [InstanceMeasure] { [] }
}

/// How many of one thing an instance has.
public struct InstanceSize: Sendable, Equatable {
  /// The plural, `jobs`.
  public let name: String
  public let count: Int

  public init(_ name: String, _ count: Int) {
    self.name = name
    self.count = count
  }
}

/// A lower bound on the objective, and what gives it.
public struct InstanceBound: Sendable, Equatable {
  /// `job 4 alone`.
  public let source: String
  public let value: Int

  public init(_ source: String, _ value: Int) {
    self.source = source
    self.value = value
  }
}

/// A number that solutions are compared by beside the objective.
public struct InstanceMeasure: Sendable, Equatable {
  /// `speed-up`.
  public let name: String
  public let value: Double

  /// Nil where there is no value.
  public init?(_ name: String, _ value: Double?) {
    guard let value else { return nil }
    self.name = name
    self.value = value
  }
}
