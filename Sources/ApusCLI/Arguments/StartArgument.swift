import Apus
import ApusHeuristics
import ApusProblems
import Foundation

/// What `--from` names: dispatching rules, or a solution file.
enum StartArgument {
  case rules([DispatchingRule])
  case file(String)

  /// A path wins over the names of rules.
  init(_ text: String) throws {
    if FileManager.default.fileExists(atPath: text) {
      self = .file(text)
      return
    }
    let rules = text.split(separator: ",", omittingEmptySubsequences: false).map(Self.rule)
    if rules.allSatisfy({ $0 != nil }) {
      self = .rules(rules.compactMap { $0 })
      return
    }
    let names = DispatchingRule.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
    if text.contains(".") { throw InputError(file: text, message: "no such file") }
    throw Failure(.usage, "--from \(text): neither a file nor a list of rules, which are \(names)")
  }

  /// The rule of that name, in any case, with `-` or nothing for `/`.
  private static func rule(_ name: Substring) -> DispatchingRule? {
    func plain(_ text: some StringProtocol) -> String { text.lowercased().filter { $0 != "/" && $0 != "-" } }
    return DispatchingRule.allCases.first { plain($0.rawValue) == plain(name) }
  }

  /// The start for an instance.
  ///
  /// - Throws: `InputError` where the file is no solution of the instance.
  func warmStart(for instance: any ProblemInstance) throws -> WarmStart {
    switch self {
    case .rules(let rules): return .best(of: rules)
    case .file(let path):
      let file = try SolutionFile(contentsOf: URL(filePath: path))
      do {
        return WarmStart.solutions([try instance.solution(of: file)]).and(.automatic)
      } catch {
        throw InputError(file: path, message: error.message)
      }
    }
  }
}
