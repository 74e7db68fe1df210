import ApusModel
import ApusStructure

/// Branch and memorise on the single machine in a model, as a strategy: it ends with an optimal schedule and its proof.
final class TotalTardinessStrategy: Strategy {
  let name: String
  let role = StrategyRole.proves
  private let machine: OneMachine
  private let integers: [Int]
  private let search: TardinessSearch

  init(_ machine: OneMachine, integers: [Int], name: String, memory: Int) {
    self.name = name
    self.machine = machine
    self.integers = integers
    search = TardinessSearch(machine, tableBytes: memory)
  }

  func run(work: Int, board: Board) -> Bool {
    guard search.run(effort: work * ExactSettings.stepsPerTick) else { return true }
    let schedule = OneMachineSchedule(machine, order: search.order())
    board.offer(schedule.solution(of: machine, integers: integers), value: schedule.objective, by: name)
    board.raise(bound: schedule.objective, by: name)
    return false
  }

  var workDone: Int { search.effort / ExactSettings.stepsPerTick }
  var byteCount: Int { search.byteCount }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    result.decisions = search.nodes
    return result
  }
}
