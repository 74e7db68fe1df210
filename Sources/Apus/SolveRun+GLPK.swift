import ApusCheck
import ApusEngine
import ApusGLPK
import ApusModel

extension SolveRun {
  /// Searches by GLPK until the proof, or until the board is stopped.
  ///
  /// - Throws: the constraint that has no linear form, by name.
  func searchByGLPK(_ board: Board, _ checker: SolutionChecker) throws(ModelError) -> Portfolio.Statistics {
    let shared = CheckedBoard(board, checker, self)
    var settings = options.glpk
    settings.memory = options.memory ?? settings.memory
    let outcome = try ModelSearch(model, options.formulation, on: shared).run(settings)
    var statistics = Portfolio.Statistics()
    statistics.isOutOfMemory = outcome.ending == .outOfMemory
    return statistics
  }
}

/// The board of a run as GLPK sees it: values are the model's, and what the checker refuses is not offered, since a solver that works with
/// tolerances may err without being wrong.
private final class CheckedBoard: SolutionBoard {
  private static let name = "glpk"
  private let board: Board
  private let checker: SolutionChecker
  private let run: SolveRun

  init(_ board: Board, _ checker: SolutionChecker, _ run: SolveRun) {
    self.board = board
    self.checker = checker
    self.run = run
  }

  var isStopped: Bool { board.isStopped }

  var best: (solution: Solution, value: Int)? {
    let state = board.current
    return state.solution.map { ($0, run.external(state.value)) }
  }

  func offer(_ solution: Solution) -> Bool {
    guard checker.violations(of: solution).isEmpty else { return false }
    board.offer(solution, value: run.boardValue(of: solution), by: Self.name)
    return true
  }

  func raise(bound: Int) { board.raise(bound: run.external(bound), by: Self.name) }
  func close() { board.close(by: Self.name) }
}
