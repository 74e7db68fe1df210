import ApusModel
import Synchronization
import Testing

@testable import ApusEngine

@Suite struct BoardTests {
  private let solution = Solution(integers: [], intervals: [])

  @Test func onlyBetterSolutionsAreTaken() {
    let board = Board()
    #expect(board.offer(solution, value: 10, by: "a"))
    #expect(!board.offer(solution, value: 10, by: "b"))
    #expect(board.offer(solution, value: 9, by: "c"))
    #expect(board.current.solutionBy == "c")
  }

  @Test func aBoundThatMeetsTheValueClosesTheBoard() {
    let board = Board()
    board.offer(solution, value: 10, by: "a")
    board.raise(bound: 8, by: "b")
    #expect(!board.isStopped)
    board.raise(bound: 25, by: "c")
    #expect(board.current.bound == 10)
    #expect(board.current.isClosed)
    #expect(board.isStopped)
  }

  @Test func whatTheAcceptanceTestRefusesIsNeverHeld() {
    let board = Board(accept: { _, value in value < 5 ? "too good to be true" : nil })
    #expect(!board.offer(solution, value: 3, by: "liar"))
    #expect(board.current.solution == nil)
    #expect(board.current.refusal == "liar: too good to be true")
    #expect(board.isStopped)
  }

  @Test func manyThreadsLeaveTheBestSolution() {
    let values = Mutex<[Int]>([])
    let board = Board(report: { event in
      if case .solution(_, let value, _) = event { values.withLock { $0.append(value) } }
    })
    let group = ThreadGroup()
    for thread in 0..<4 {
      group.start { for value in 0..<500 { board.offer(solution, value: 4 * (1000 - value) + thread, by: "") } }
    }
    group.wait()
    let told = values.withLock { $0 }
    #expect(board.value == 2004)
    #expect(told == told.sorted(by: >), "events come in order")
  }
}
