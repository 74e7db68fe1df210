import ApusLinear
import ApusProblems

/// A solution of a program with columns that need not be whole: a value a column, by name.
struct ProgramSolution {
  static let format = "apus-program-solution"
  let status: SolutionFile.Status
  let sha256: String?
  let objective: Double?
  let bound: Double?
  let values: [String: Double]

  init(
    _ program: LoadedProgram, _ status: SolutionFile.Status, _ values: [Double], objective: Double, bound: Double?
  ) {
    self.status = status
    self.objective = objective
    self.bound = bound
    sha256 = program.sha256
    self.values = Dictionary(
      zip(program.program.columns.map(\.name), values), uniquingKeysWith: { first, _ in first })
  }

  /// Reads a file.
  ///
  /// - Throws: `InputError` with line and column.
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    let read = try JSONSyntax.decode(Coded.self, from: bytes, file: file)
    guard read.format == Self.format, let status = SolutionFile.Status(rawValue: read.status) else {
      throw InputError(file: file, message: "is no solution of a program, expected the format \(Self.format)")
    }
    self.status = status
    sha256 = read.sha256
    objective = read.objective
    bound = read.bound
    values = read.values
  }

  private struct Coded: Codable {
    var format: String
    var status: String
    var sha256: String?
    var objective: Double?
    var bound: Double?
    var values: [String: Double]
  }

  var text: String {
    let members = values.sorted { $0.key < $1.key }.map { (key: $0.key, value: JSONText.number($0.value)) }
    return JSONText.object([
      ("format", JSONText.string(Self.format)), ("sha256", JSONText.string(sha256)),
      ("status", JSONText.string(status.rawValue)), ("objective", JSONText.number(objective)),
      ("bound", JSONText.number(bound)), ("values", JSONText.object(members)),
    ]) + "\n"
  }

  /// Everything that is wrong with it for a program. Rows and columns hold within 10⁻⁶ of the size of their numbers.
  func violations(of program: LoadedProgram) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    if let sha256, sha256.lowercased() != program.sha256 {
      violations.append(FamilyViolation(.instance, "the solution is for another file, by its sha256"))
    }
    let linear = program.program
    let missing = linear.columns.filter { values[$0.name] == nil }
    violations += missing.map { FamilyViolation(.missing, "the column \($0.name) is not in the solution") }
    let known = Set(linear.columns.map(\.name))
    violations += values.keys.filter { !known.contains($0) }.sorted()
      .map { FamilyViolation(.unknown, "'\($0)' is not a column of the program") }
    guard missing.isEmpty else { return violations }
    let point = linear.columns.map { values[$0.name] ?? 0 }
    if let name = linear.violation(at: point) {
      violations.append(FamilyViolation(.constraint, "\(name) does not hold"))
    }
    let value = linear.objective(at: point)
    if linear.hasObjective, let objective, abs(objective - value) > 1e-6 * max(1, abs(value)) {
      violations.append(FamilyViolation(.objective, "the objective is \(value), not \(objective)"))
    }
    return violations
  }
}
