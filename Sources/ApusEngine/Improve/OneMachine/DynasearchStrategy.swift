import ApusModel
import ApusStructure

/// Iterated dynasearch on the single machine in a model, as a strategy: it improves and proves nothing.
final class DynasearchStrategy: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let machine: OneMachine
  private let integers: [Int]
  /// Begun at the first turn, from the best schedule there is by then: a first descent may take longer than the proof.
  private var search: IteratedDynasearch?
  private let seed: UInt64
  private var steps = 0
  /// The last value taken from or given to the board.
  private var known = Int.max

  /// With 16 it takes three quarters of the time that it shares with an exact method.
  private static let sumsPerTick = 4

  init(_ machine: OneMachine, integers: [Int], name: String, seed: UInt64) {
    self.name = name
    self.machine = machine
    self.integers = integers
    self.seed = seed
  }

  func run(work: Int, board: Board) -> Bool {
    let search = self.search ?? IteratedDynasearch(machine, from: firstOrder(board), seed: seed)
    self.search = search
    if board.value < known, let solution = board.current.solution {
      known = board.value
      search.take(order(of: solution))
    }
    let end = search.effort + work * Self.sumsPerTick
    while search.effort < end, !board.isStopped {
      search.step()
      steps += 1
      if search.bestCost < board.value {
        known = search.bestCost
        let schedule = OneMachineSchedule(machine, order: search.best)
        board.offer(schedule.solution(of: machine, integers: integers), value: known, by: name)
      }
    }
    return true
  }

  /// That of the best schedule; without one, by due dates.
  private func firstOrder(_ board: Board) -> [Int32] {
    guard let solution = board.current.solution else {
      return (0..<Int32(machine.jobCount)).sorted { (machine.due[Int($0)], $0) < (machine.due[Int($1)], $1) }
    }
    known = board.value
    return order(of: solution)
  }

  /// The jobs by start.
  private func order(of solution: Solution) -> [Int32] {
    let starts = solution.intervals.map { $0?.start ?? 0 }
    return (0..<Int32(machine.jobCount)).sorted { (starts[Int($0)], $0) < (starts[Int($1)], $1) }
  }

  var workDone: Int { (search?.effort ?? 0) / Self.sumsPerTick }
  var byteCount: Int { 100 * machine.jobCount }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    result.moves = steps
    return result
  }
}
