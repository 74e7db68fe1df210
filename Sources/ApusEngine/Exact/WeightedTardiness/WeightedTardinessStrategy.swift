import ApusModel
import ApusStructure

/// Successive sublimation on the single machine in a model, as a strategy: it ends with an optimal schedule and its proof, and raises the bound on
/// the way.
final class WeightedTardinessStrategy: Strategy {
  let name: String
  let role = StrategyRole.proves
  private let machine: OneMachine
  private let integers: [Int]
  private let search: SublimationSearch
  private var bound = Int.min

  init(_ machine: OneMachine, integers: [Int], name: String, memory: Int) {
    self.name = name
    self.machine = machine
    self.integers = integers
    search = SublimationSearch(machine, bytes: memory)
  }

  /// The jobs by due date: without a solution nothing can be removed.
  private func offerFirst(to board: Board) {
    let order = (0..<Int32(machine.jobCount)).sorted { (machine.due[Int($0)], $0) < (machine.due[Int($1)], $1) }
    let schedule = OneMachineSchedule(machine, order: order)
    board.offer(schedule.solution(of: machine, integers: integers), value: schedule.objective, by: name)
  }

  func run(work: Int, board: Board) -> Bool {
    if board.value == .max { offerFirst(to: board) }
    search.upper = min(search.upper, board.value)
    switch search.run(effort: work * ExactSettings.stepsPerTick) {
    case .more:
      if search.bound > bound {
        bound = search.bound
        board.raise(bound: bound, by: name)
      }
      return true
    case .solved:
      let schedule = OneMachineSchedule(machine, order: search.order)
      board.offer(schedule.solution(of: machine, integers: integers), value: schedule.objective, by: name)
      board.raise(bound: schedule.objective, by: name)
    case .closed:
      board.raise(bound: search.upper, by: name)
    case .tooLarge: break
    }
    return false
  }

  var workDone: Int { search.effort / ExactSettings.stepsPerTick }
  var byteCount: Int { search.byteCount }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    return result
  }
}
