import Apus
import ApusHeuristics
import ApusProblems
import Foundation

/// What `--from` names: heuristics, such as dispatching rules, or a solution file.
enum StartArgument {
  case heuristics([ShopHeuristic])
  case file(String)

  /// A path wins over the names of heuristics.
  init(_ text: String) throws {
    if FileManager.default.fileExists(atPath: text) {
      self = .file(text)
      return
    }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let heuristics = names.compactMap(ShopHeuristic.init(name:))
    if heuristics.count == names.count {
      self = .heuristics(heuristics)
      return
    }
    let rules = DispatchingRule.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
    if text.contains(".") { throw InputError(file: text, message: "no such file") }
    throw Failure(
      .usage,
      "--from \(text): neither a file nor a list of rules, which are \(rules), rollouts[:RULE][:COUNT] and beam[:RULE][:WIDTH]"
    )
  }

  /// The start for an instance.
  ///
  /// - Throws: `InputError` where the file is no solution of the instance.
  func warmStart(for instance: any ProblemInstance) throws -> WarmStart {
    switch self {
    case .heuristics(let heuristics): return .best(of: heuristics)
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
