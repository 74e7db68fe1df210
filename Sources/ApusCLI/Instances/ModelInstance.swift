import ApusCheck
import ApusModel
import ApusProblems

/// A plain model as an instance of its own family, `model`.
struct ModelInstance: ProblemInstance {
  let name: String
  let data: ModelData
  private let keys: VariableKeys

  init(name: String, _ data: ModelData) {
    self.name = name
    self.data = data
    keys = VariableKeys(data)
  }

  var family: String { "model" }
  var objectiveName: String { "objective" }
  var simpleBounds: [InstanceBound] { [] }

  var sizes: [InstanceSize] {
    [
      InstanceSize("intervals", data.intervals.count), InstanceSize("integers", data.integers.count),
      InstanceSize("constraints", data.constraints.count), InstanceSize("groups", data.groups.count),
    ]
  }

  /// Of the intervals whose length is settled.
  var durations: [Int] { data.intervals.map(\.length).filter { $0.lowerBound == $0.upperBound }.map(\.lowerBound) }

  func model() -> Model { Model(data) }

  func record(_ solution: Solution, in file: inout SolutionFile) {
    var variables: [String: Int] = [:]
    for (key, value) in zip(keys.integers, solution.integers) { variables[key] = value }
    for (index, span) in solution.intervals.enumerated() {
      variables[keys.starts[index]] = span?.start
      variables[keys.ends[index]] = span?.end
    }
    file.variables = variables
  }

  func solution(of file: SolutionFile) throws(InputError) -> Solution {
    var problems: [FamilyViolation] = []
    let solution = solution(of: file, &problems)
    if let problem = problems.first {
      throw InputError(file: name, message: "not a solution of this model: \(problem)")
    }
    return solution
  }

  /// What the file says, with 0 for integers it leaves out; `problems` tells what it lacks and has too much.
  private func solution(of file: SolutionFile, _ problems: inout [FamilyViolation]) -> Solution {
    var rest = file.variables ?? [:]
    func take(_ key: String) -> Int? { rest.removeValue(forKey: key) }
    var solution = Solution(integers: [], intervals: [])
    for key in keys.integers {
      let value = take(key)
      if value == nil { problems.append(FamilyViolation(.missing, "\"\(key)\" is not in the solution")) }
      solution.integers.append(value ?? 0)
    }
    for index in data.intervals.indices {
      switch (take(keys.starts[index]), take(keys.ends[index])) {
      case (let start?, let end?): solution.intervals.append(Solution.Span(start: start, end: end))
      case (nil, nil): solution.intervals.append(nil)
      case (nil, _?):
        problems.append(FamilyViolation(.missing, "\"\(keys.starts[index])\" is not in the solution, but its end is"))
        solution.intervals.append(nil)
      case (_?, nil):
        problems.append(FamilyViolation(.missing, "\"\(keys.ends[index])\" is not in the solution, but its start is"))
        solution.intervals.append(nil)
      }
    }
    for key in rest.keys.sorted() {
      problems.append(FamilyViolation(.unknown, "\"\(key)\" is not a variable of the model"))
    }
    return solution
  }

  func violations(of file: SolutionFile) -> [FamilyViolation] {
    if let family = file.family, family != self.family {
      return [FamilyViolation(.family, "the solution is of the family '\(family)', expected '\(self.family)'")]
    }
    guard file.status == .optimal || file.status == .feasible else {
      let message = "the status is \(file.status.rawValue): there is no solution to check"
      return [FamilyViolation(.status, message)]
    }
    var violations: [FamilyViolation] = []
    let solution = solution(of: file, &violations)
    violations += SolutionChecker(data).violations(of: solution, claiming: file.objective).map(Self.familyViolation)
    return violations + claims(of: file)
  }

  /// What the claims contradict among themselves.
  private func claims(of file: SolutionFile) -> [FamilyViolation] {
    guard let sense = data.objective?.sense else { return [] }
    guard let objective = file.objective else {
      return [FamilyViolation(.objective, "the status is \(file.status.rawValue), but no objective is claimed")]
    }
    guard let bound = file.bound else { return [] }
    let isBeyond = sense == .minimize ? bound > objective : bound < objective
    if isBeyond { return [FamilyViolation(.bound, "the bound \(bound) is beyond the objective \(objective)")] }
    guard file.status == .optimal, bound != objective else { return [] }
    return [
      FamilyViolation(.bound, "the status is optimal, but the bound \(bound) is not the objective \(objective)")
    ]
  }

  private static func familyViolation(_ violation: Violation) -> FamilyViolation {
    let kind: FamilyViolation.Kind =
      switch violation.kind {
      case .domain, .presence: .domain
      case .precedence: .precedence
      case .noOverlap: .overlap
      case .objective: .objective
      case .model, .shape, .linear, .clause, .usage, .reservoir, .alternative, .span, .sameOrder, .pack, .within,
        .condition, .allDifferent, .table, .circuit, .automaton, .undefined, .overflow:
        .constraint
      }
    return FamilyViolation(kind, amount: violation.amount, violation.description)
  }
}
