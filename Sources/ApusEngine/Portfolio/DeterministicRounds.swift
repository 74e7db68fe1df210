import ApusModel
import Synchronization

/// Several threads whose timing does not matter: each works on a board of its own for a fixed amount of work, and between rounds the
/// boards are joined in the order of the threads.
struct DeterministicRounds {
  private let model: ModelData
  private let configuration: Portfolio.Configuration
  private let board: Board
  private let first: any Strategy

  /// A worker and its board. One thread at a time uses it: rounds are joined before the next begins.
  private final class Seat: @unchecked Sendable {
    let worker: any Strategy
    let board = Board()
    var isFinished = false

    init(_ worker: any Strategy) { self.worker = worker }
  }

  init(_ model: ModelData, _ configuration: Portfolio.Configuration, first: any Strategy, board: Board) {
    self.model = model
    self.configuration = configuration
    self.first = first
    self.board = board
  }

  func run(round: Int) -> Portfolio.Statistics {
    let others = (1..<configuration.threads).compactMap { try? LineUp(model, configuration).strategy(ofThread: $0) }
    let seats = ([first] + others).map(Seat.init)
    let end = configuration.work ?? Int.max
    for seat in seats { exchange(with: seat) }
    var done = 0
    while !board.isStopped, done < end {
      let portion = min(round, end - done)
      let group = ThreadGroup()
      for seat in seats {
        group.start { [board] in
          Self.work(seat, portion, isStopped: { board.isStopped })
        }
      }
      group.wait()
      done += portion
      // A stop by the clock or the user ends the run; what the round found so far still counts.
      for seat in seats { collect(from: seat) }
      for seat in seats { exchange(with: seat) }
    }
    return seats.map(\.worker.statistics).reduce(Portfolio.Statistics(), +)
  }

  /// Works in short portions, so that a stop is seen.
  private static func work(_ seat: Seat, _ amount: Int, isStopped: () -> Bool) {
    let end = seat.worker.workDone + amount
    while seat.worker.workDone < end, !seat.isFinished, !isStopped(), !seat.board.isStopped {
      if !seat.worker.run(work: min(200_000, end - seat.worker.workDone), board: seat.board) { seat.isFinished = true }
    }
  }

  private func collect(from seat: Seat) {
    let state = seat.board.current
    if let refusal = state.refusal { return board.refuse(because: refusal) }
    if let solution = state.solution {
      board.offer(solution, value: state.value, by: state.solutionBy ?? seat.worker.name)
    }
    if state.isClosed {
      board.close(by: seat.worker.name)
    } else if state.bound > Int.min {
      board.raise(bound: state.bound, by: seat.worker.name)
    }
  }

  private func exchange(with seat: Seat) {
    let state = board.current
    if let solution = state.solution { seat.board.offer(solution, value: state.value, by: state.solutionBy ?? "") }
    if !state.isClosed, state.bound > Int.min { seat.board.raise(bound: state.bound, by: state.boundBy ?? "") }
  }
}
