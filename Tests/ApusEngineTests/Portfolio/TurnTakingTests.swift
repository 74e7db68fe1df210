import ApusModel
import Testing

@testable import ApusEngine

/// A strategy that does nothing but count, and finds better solutions for a while.
private final class Fake: Strategy {
  let name: String
  let role: StrategyRole
  var workDone = 0
  let byteCount = 0
  var gainsUntil = 0
  var isExhaustedAt = Int.max
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    return result
  }

  init(_ name: String, _ role: StrategyRole) {
    self.name = name
    self.role = role
  }

  func run(work: Int, board: Board) -> Bool {
    workDone += work
    if workDone <= gainsUntil {
      board.offer(Solution(integers: [], intervals: []), value: 1_000_000_000 - workDone, by: name)
    }
    return workDone < isExhaustedAt
  }
}

@Suite struct TurnTakingTests {
  @Test func turnsAreSharedWhileBothHaveSomethingToGive() {
    let prover = Fake("prove", .proves)
    let improver = Fake("improve", .improves)
    improver.gainsUntil = .max
    let turns = TurnTaking([prover, improver])
    #expect(turns.run(work: 100_000_000, board: Board()))
    #expect(turns.workDone == 100_000_000)
    #expect(abs(prover.workDone - improver.workDone) <= 400_000)
  }

  @Test func anImproverThatFindsNothingGetsLess() {
    let prover = Fake("prove", .proves)
    let improver = Fake("improve", .improves)
    improver.gainsUntil = 2_000_000
    let turns = TurnTaking([prover, improver])
    _ = turns.run(work: 400_000_000, board: Board())
    #expect(prover.workDone > 3 * improver.workDone)
    #expect(improver.workDone > 400_000_000 / 8, "it is never shut out")
  }

  @Test func whoHasNothingMoreToGiveLeavesTheRest() {
    let prover = Fake("prove", .proves)
    let improver = Fake("improve", .improves)
    improver.isExhaustedAt = 1_000_000
    let turns = TurnTaking([prover, improver])
    #expect(turns.run(work: 10_000_000, board: Board()))
    #expect(improver.workDone == 1_000_000)
    #expect(prover.workDone == 9_000_000)
    prover.isExhaustedAt = 9_500_000
    #expect(!turns.run(work: 10_000_000, board: Board()))
    #expect(turns.statistics.work == turns.workDone)
  }
}
