import ApusProblems
import ArgumentParser
import Foundation

/// `apus check FILE SOLUTION.json`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Is this solution right? Judged by the instance alone, without any solver.",
    discussion: "Prints every violation with names and amounts. The exit status is 0 for right and 1 for wrong.")

  @Argument(help: "The instance: a path, -, or a name such as ft10.")
  var file: String

  @Argument(help: ArgumentHelp("The solution file.", valueName: "solution.json"))
  var solution: String

  @Option(
    help: ArgumentHelp("The format of FILE. (default: recognised)", valueName: "format"), transform: FormatArgument.init
  )
  var format: FormatArgument?

  @Flag(help: "Print the verdict as one JSON object.")
  var json = false

  func run() throws {
    try finish {
      let source: LoadedInstance
      switch try InstanceSource(file, format: format).open() {
      case .instance(let instance): source = instance
      case .program(let program): return try check(program)
      }
      let claimed = try SolutionFile(named: solution)
      let violations = source.violations(of: claimed)
      let text = json ? jsonText(source, claimed, violations) : plainText(source, claimed, violations)
      if let code = StandardStream.output.write(text) {
        throw Failure(.internalError, "the standard output cannot be written: \(systemMessage(code))")
      }
      return violations.isEmpty ? .done : .wrong
    }
  }

  private func check(_ program: LoadedProgram) throws -> ExitStatus {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(of: URL(filePath: solution)) } catch {
      throw InputError(file: solution, message: error.message)
    }
    let claimed = try ProgramSolution(bytes, file: solution)
    let violations = claimed.violations(of: program)
    let value = claimed.objective.map { ", objective \($0)" } ?? ""
    let text =
      violations.isEmpty
      ? "\(solution): right\(value)\n"
      : violations.map { "\($0.kind.rawValue): \($0)\n" }.joined() + "\(solution): wrong\n"
    if let code = StandardStream.output.write(text) {
      throw Failure(.internalError, "the standard output cannot be written: \(systemMessage(code))")
    }
    return violations.isEmpty ? .done : .wrong
  }

  private func plainText(
    _ source: LoadedInstance, _ claimed: SolutionFile, _ violations: [FamilyViolation]
  ) -> String {
    guard violations.isEmpty else {
      let count = violations.count == 1 ? "1 violation" : "\(violations.count) violations"
      return violations.map { "\($0.kind.rawValue): \($0)\n" }.joined() + "\(solution): wrong, \(count)\n"
    }
    let value = claimed.objective.map { ", \(source.instance.objectiveName) \($0)" } ?? ""
    let measures = claimed.objective.map { source.instance.measures(ofObjective: $0) } ?? []
    return "\(solution): right\(value)\n"
      + measures.map { "\($0.name) \(TimeText.fixed($0.value, 3))\n" }.joined()
  }

  private func jsonText(_ source: LoadedInstance, _ claimed: SolutionFile, _ violations: [FamilyViolation]) -> String {
    JSONText.object([
      ("version", "1"), ("instance", JSONText.string(source.name)),
      ("family", JSONText.string(source.instance.family)), ("right", JSONText.boolean(violations.isEmpty)),
      ("objective", JSONText.number(claimed.objective)),
      (
        "violations",
        JSONText.array(
          violations.map {
            JSONText.object([
              ("kind", JSONText.string($0.kind.rawValue)), ("amount", JSONText.number($0.amount)),
              ("description", JSONText.string($0.description)),
            ])
          })
      ),
    ]) + "\n"
  }
}

extension SolutionFile {
  /// Reads the file at a path; errors name it as the user did.
  init(named path: String) throws {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(of: URL(filePath: path)) } catch {
      throw InputError(file: path, message: error.message)
    }
    try self.init(bytes: bytes, file: path)
  }
}

extension LoadedInstance {
  /// Everything that is wrong with a claimed solution: whether it speaks of this instance, and whether it is right.
  func violations(of claimed: SolutionFile) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    if let digest = claimed.sha256, digest.lowercased() != sha256 {
      violations.append(
        FamilyViolation(
          .instance,
          "the solution is for a file with the sha256 \(Self.shown(digest)), this one has \(sha256.prefix(12))…"))
    }
    if let claim = claimed.instance, let name, claim != name {
      violations.append(
        FamilyViolation(.instance, "the solution is for the instance \(Self.shown(claim)), this one is '\(name)'"))
    }
    return violations + instance.violations(of: claimed)
  }

  /// A claimed text, short and printable.
  private static func shown(_ text: String) -> String {
    let printable = text.unicodeScalars.prefix(60).map {
      $0.properties.isASCIIHexDigit || $0.value >= 0x20 && $0.value < 0x7F ? Character($0) : "?"
    }
    let short = String(printable)
    return short.count == 64 || text.unicodeScalars.count > 60 ? "\(short.prefix(12))…" : "'\(short)'"
  }
}
