import ApusCheck
import ApusEngine
import ApusGLPK
import ApusModel
import Foundation
import Synchronization

extension SolveRun {
  /// How long a search that was told to stop may take to do so before it is left behind, in seconds.
  private static let patience = 0.3

  /// Searches by GLPK until the proof, or until the board is stopped.
  ///
  /// GLPK cannot be interrupted within the relaxation of a node, which for large programs takes seconds. So it has a thread of its own, and when it
  /// does not come back in time it is left to end by itself: nothing that it says then is heard.
  ///
  /// - Throws: the constraint that has no linear form, by name.
  func searchByGLPK(_ board: Board, _ checker: SolutionChecker) throws(ModelError) -> Portfolio.Statistics {
    let shared = CheckedBoard(board, checker, self)
    var settings = options.glpk
    settings.memory = options.memory ?? settings.memory
    let ended = SearchEnd()
    startThread { [model, options, settings] in
      ended.set(
        Result { () throws(ModelError) in
          try ModelSearch(model, options.formulation, on: shared).run(settings)
        })
    }
    var statistics = Portfolio.Statistics()
    guard let result = ended.wait(patience: Self.patience, while: { !board.isStopped }) else {
      shared.leave()
      return statistics
    }
    statistics.isOutOfMemory = try result.get().ending == .outOfMemory
    return statistics
  }
}

/// How a search on another thread ended, once it has.
private final class SearchEnd: Sendable {
  private let result = Mutex<Result<GLPKOutcome, ModelError>?>(nil)
  private let signal = DispatchSemaphore(value: 0)

  func set(_ value: Result<GLPKOutcome, ModelError>) {
    result.withLock { $0 = value }
    signal.signal()
  }

  /// Waits for the end; nil where it has not come so many seconds after `condition` ceased to hold.
  func wait(patience: Double, while condition: () -> Bool) -> Result<GLPKOutcome, ModelError>? {
    while condition() {
      if signal.wait(timeout: .now() + 0.02) == .success { return result.withLock { $0 } }
    }
    return signal.wait(timeout: .now() + patience) == .success ? result.withLock { $0 } : nil
  }
}

/// The board of a run as GLPK sees it: values are the model's, and what the checker refuses is not offered, since a solver that works with
/// tolerances may err without being wrong.
private final class CheckedBoard: SolutionBoard {
  private static let name = "glpk"
  private let board: Board
  private let checker: SolutionChecker
  private let run: SolveRun
  private let isLeft = Mutex(false)

  init(_ board: Board, _ checker: SolutionChecker, _ run: SolveRun) {
    self.board = board
    self.checker = checker
    self.run = run
  }

  /// Hears nothing from here on.
  func leave() { isLeft.withLock { $0 = true } }

  /// Does something on the board unless the search was left behind; never both at once.
  private func say(_ something: () -> Void) {
    isLeft.withLock { if !$0 { something() } }
  }

  var isStopped: Bool { board.isStopped || isLeft.withLock { $0 } }

  var best: (solution: Solution, value: Int)? {
    let state = board.current
    return state.solution.map { ($0, run.external(state.value)) }
  }

  func offer(_ solution: Solution) -> Bool {
    guard checker.violations(of: solution).isEmpty else { return false }
    say { board.offer(solution, value: run.boardValue(of: solution), by: Self.name) }
    return true
  }

  func raise(bound: Int) { say { board.raise(bound: run.external(bound), by: Self.name) } }
  func close() { say { board.close(by: Self.name) } }
}
