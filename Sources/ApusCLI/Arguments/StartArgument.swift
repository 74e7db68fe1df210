import Apus
import ApusHeuristics
import ApusProblems
import Foundation

/// What `--from` names: heuristics, such as dispatching rules, or a solution file.
enum StartArgument {
  /// Each serves the models that it fits.
  case heuristics([ShopHeuristic], [ProjectHeuristic], [TaskGraphHeuristic], [OneMachineHeuristic])
  case file(String)

  /// A path wins over the names of heuristics.
  init(_ text: String) throws {
    if FileManager.default.fileExists(atPath: text) {
      self = .file(text)
      return
    }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let heuristics = names.map { name in
      (
        shop: ShopHeuristic(name: name), project: ProjectHeuristic(name: name),
        taskGraph: TaskGraphHeuristic(name: name), machine: OneMachineHeuristic(name: name)
      )
    }
    if heuristics.allSatisfy({ $0.shop != nil || $0.project != nil || $0.taskGraph != nil || $0.machine != nil }) {
      // A name such as SPT is several of them.
      self = .heuristics(
        heuristics.compactMap(\.shop), heuristics.compactMap(\.project), heuristics.compactMap(\.taskGraph),
        heuristics.compactMap(\.machine))
      return
    }
    if text.contains(".") { throw InputError(file: text, message: "no such file") }
    throw Failure(.usage, "--from \(text): neither a file nor a list of rules, which are \(Self.names)")
  }

  /// What may be asked for, in words.
  private static var names: String {
    let dispatching = DispatchingRule.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
    let priority = PriorityRule.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
    let machine = OneMachineRule.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
    return """
      \(dispatching), rollouts[:RULE][:COUNT] and beam[:RULE][:WIDTH] for shops, and \(priority), each after parallel: or backward: or \
      both, and sampling[:RULE][:COUNT] for projects, and \(machine), each after aug, alone or after adjacent:, insertion: or dynasearch:, and \
      iterated[:RULE][:COUNT] for one machine, and heft[:BASIS], lookahead[:BASIS], cpop and peft for task \
      graphs, BASIS being \(RankBasis.allCases.map(\.rawValue).joined(separator: ", "))
      """
  }

  /// The start for an instance.
  ///
  /// - Throws: `InputError` where the file speaks of another instance, or the family can read right solutions only and it is none.
  func warmStart(for instance: any ProblemInstance) throws -> WarmStart {
    switch self {
    case .heuristics(let shop, let project, let taskGraph, let machine):
      return .best(of: shop).and(.best(of: project)).and(.best(of: taskGraph)).and(.best(of: machine))
    case .file(let path):
      let file = try SolutionFile(contentsOf: URL(filePath: path))
      do {
        return WarmStart.solutions([try instance.solution(of: file)]).and(.automatic)
      } catch {
        // What is not all, or wrong, is still something to begin with.
        if let draft = instance.draft(of: file), draft.count > 0 { return WarmStart.near(draft).and(.automatic) }
        throw InputError(file: path, message: error.message)
      }
    }
  }
}
