import ApusCheck
import ApusModel

@testable import ApusEngine

extension Board {
  /// A board that takes only what the independent checker accepts.
  ///
  /// - Parameter report: told of what happens, on the thread it happens on.
  static func judged(_ model: ModelData, report: @escaping @Sendable (Board.Event) -> Void = { _ in }) -> Board {
    let checker = SolutionChecker(model)
    let sign = model.objective?.sense == .maximize ? -1 : 1
    return Board(
      accept: { solution, value in
        checker.violations(of: solution, claiming: model.objective.map { _ in sign * value }).first.map { "\($0)" }
      }, report: report)
  }
}
