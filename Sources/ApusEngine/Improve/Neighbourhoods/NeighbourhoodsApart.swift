import ApusModel
import Foundation

/// Large neighbourhood search for large models: each sub-problem is compiled apart (``SubModel``, ``Contraction``), and the whole model never.
///
/// What is learned goes with the sub-problem, but it begins in time linear in the model and without the Booleans of all its pairs of
/// tasks. Only tasks in windows of time are relaxed, in place: then few tasks may meet. An exhausted sub-problem says nothing of the whole
/// model, so this never closes the board. Before there is a solution there is nothing to do: that counts as work and costs none.
///
/// All budgets are in ticks: the same seed, portions and solutions from elsewhere give the same run.
final class NeighbourhoodsApart: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let model: ModelData
  private let engine: EngineOptions
  private let options: NeighbourhoodOptions
  private let structure: NeighbourhoodStructure
  private let isRegular: Bool
  private var choice: NeighbourhoodChoice
  private var incumbent: Incumbent?
  /// The sub-problem at work; portions may end within it.
  private var trial: Trial?
  private var trials: UInt64 = 0
  /// What was done in earlier sub-problems, and in making them.
  private var retired = Portfolio.Statistics()

  private struct Trial {
    let problem: SubProblem
    let neighbourhood: Int
    var solutions = 0
  }

  /// Sub-problems are searched in portions of this many ticks between looks at the board.
  private static let portion = 200_000
  /// The effort of making a sub-problem, in ticks for each interval, integer variable and constraint of the model.
  private static let ticksPerItem = 20

  /// What is relaxed. Every critical path crosses a window over all resources, so where only the makespan counts nothing else is worth it.
  private static func windows(forRegular isRegular: Bool) -> [any Neighbourhood] {
    let window = TimeWindowNeighbourhood(staysInPlace: true)
    return isRegular ? [window] : [window, MachineWindowNeighbourhood(staysInPlace: true)]
  }

  init(
    _ model: ModelData, name: String, engine: EngineOptions, options: NeighbourhoodOptions = NeighbourhoodOptions()
  ) {
    self.model = model
    self.name = name
    self.engine = engine
    self.options = options
    structure = NeighbourhoodStructure(model)
    isRegular = RegularModel.describes(model)
    choice = NeighbourhoodChoice(structure, options, of: Self.windows(forRegular: isRegular))
  }

  func run(work: Int, board: Board) -> Bool {
    guard !choice.isEmpty, model.objective != nil else { return false }
    let end = workDone + work
    do {
      while workDone < end, !board.isStopped {
        if trial == nil {
          guard refresh(board) else {
            retired.work += end - workDone
            // Leaves the processor to those who look for a solution.
            Thread.sleep(forTimeInterval: 0.001)
            return true
          }
          try begin()
        }
        if let trial, !goOn(trial, board, work: end - workDone) { return false }
      }
    } catch {
      // A sub-problem that does not fit the engine: nor does the model.
      return false
    }
    return true
  }

  /// Takes in a better solution from the board. Returns false where there is none at all.
  private func refresh(_ board: Board) -> Bool {
    if let incumbent, incumbent.value == board.value { return true }
    let state = board.current
    guard let solution = state.solution else { return false }
    incumbent = Incumbent(solution, value: state.value, structure)
    return true
  }

  private func begin() throws(ModelError) {
    guard let incumbent else { return }
    let (number, relaxation) = choice.next(of: incumbent.ordered, structure)
    let data = SubModel(of: model, structure, relaxation, incumbent.ordered, using: &choice.random).data
    trials &+= 1
    let problem = try SubProblem.begin(
      data, from: incumbent, isRegular: isRegular, engine: engine, seed: options.seed &+ trials)
    retired.work += makingWork
    if let problem {
      trial = Trial(problem: problem, neighbourhood: number)
    } else {
      choice.note(number, isExhausted: true, solutions: 0, work: makingWork)
    }
  }

  private var makingWork: Int {
    Self.ticksPerItem * (structure.intervalCount + structure.integerCount + model.constraints.count)
  }

  /// Searches the sub-problem for a portion. Returns false at a fault.
  private func goOn(_ current: Trial, _ board: Board, work: Int) -> Bool {
    var current = current
    let workLeft = options.budget - current.problem.statistics.work
    let isOpen = current.problem.run(work: min(work, workLeft, Self.portion), name: name)
    if let fault = current.problem.fault {
      board.refuse(because: "\(name): \(fault)")
      return false
    }
    if let solution = current.problem.takeSolution(), let objective = model.objective {
      let value = solution[objective.expression]
      board.offer(solution, value: objective.sense == .minimize ? value : -value, by: name)
      current.solutions += 1
    }
    let done = current.problem.statistics
    if isOpen, done.work < options.budget {
      trial = current
    } else {
      choice.note(
        current.neighbourhood, isExhausted: !isOpen, solutions: current.solutions, work: done.work + makingWork)
      retired = retired + done
      trial = nil
    }
    return true
  }

  /// By neighbourhood, what has come of it.
  var records: [NeighbourhoodRecord] { choice.records }

  // MARK: Effort

  var workDone: Int { statistics.work }
  var byteCount: Int { trial?.problem.byteCount ?? 0 }
  var statistics: Portfolio.Statistics { trial.map { retired + $0.problem.statistics } ?? retired }
}

extension NeighbourhoodsApart {
  /// From this many pairs of tasks on resources on, a model is large.
  static let largePairCount = 60_000

  /// Whether the model is too large to be compiled whole for each sub-problem to be solved in.
  static func isLarge(_ model: ModelData) -> Bool {
    var pairs = 0
    for case .noOverlap(let noOverlap) in model.constraints {
      pairs += noOverlap.intervals.count * (noOverlap.intervals.count - 1) / 2
    }
    return pairs >= largePairCount
  }
}
