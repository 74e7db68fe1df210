import ApusModel

/// Several strategies on one thread, by turns.
///
/// Each has a share of the thread's work. One that improves solutions has a full share as long as it does; when it has found nothing
/// for longer than it took to find what there is, its share falls to a quarter of a prover's, because the best schedule
/// may well be there and want a proof only.
final class TurnTaking: Strategy {
  private struct Player {
    let strategy: any Strategy
    /// Work weighed by the share: whoever has least goes next.
    var pass = 0
    /// The strategy's work when it last improved a solution.
    var workAtGain = 0
  }

  let name: String
  private var players: [Player]

  /// The work of one turn, in ticks.
  private static let turn = 200_000
  /// The work without gain that an improver is always given.
  private static let grace = 20 * turn
  private static let tiredCost = 4

  /// - Precondition: there is at least one strategy.
  init(_ strategies: [any Strategy]) {
    precondition(!strategies.isEmpty, "at least one strategy takes turns")
    name = strategies.map(\.name).joined(separator: ", ")
    players = strategies.map { Player(strategy: $0) }
  }

  func run(work: Int, board: Board) -> Bool {
    let end = workDone + work
    while workDone < end, !board.isStopped {
      guard let next = players.indices.min(by: { players[$0].pass < players[$1].pass }) else { return false }
      let strategy = players[next].strategy
      let before = strategy.workDone
      let value = board.value
      let hasMore = strategy.run(work: min(TurnTaking.turn, end - workDone), board: board)
      if board.value < value { players[next].workAtGain = strategy.workDone }
      players[next].pass += (strategy.workDone - before + 1) * cost(of: players[next])
      if !hasMore {
        retired = retired + strategy.statistics
        players.remove(at: next)
      }
    }
    return !players.isEmpty
  }

  /// By how much the work of a player counts.
  private func cost(of player: Player) -> Int {
    if player.strategy.role == .proves { return 1 }
    let fruitless = player.strategy.workDone - player.workAtGain
    return fruitless > max(TurnTaking.grace, 2 * player.workAtGain) ? TurnTaking.tiredCost : 1
  }

  /// What strategies that have nothing more to give have done.
  private var retired = Portfolio.Statistics()

  var role: StrategyRole { players.contains { $0.strategy.role == .proves } ? .proves : .improves }
  var workDone: Int { statistics.work }
  var byteCount: Int { players.reduce(0) { $0 + $1.strategy.byteCount } }
  var statistics: Portfolio.Statistics { players.reduce(retired) { $0 + $1.strategy.statistics } }
}
