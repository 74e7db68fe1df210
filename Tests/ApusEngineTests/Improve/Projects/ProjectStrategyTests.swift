import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct ProjectStrategyTests {
  private func strategy(_ model: ModelData, seed: UInt64 = 0) throws -> any Strategy {
    try #require(model.projectStrategy(name: "project", seed: seed))
  }

  @Test func itFindsTheOptimumOfSmallProjects() throws {
    var found = 0
    for seed in 0..<120 {
      let model = RandomProject(seed: seed, tasks: 3...5).model.data
      guard let optimum = Enumeration(model, limit: 3_000_000)?.optimum else { continue }
      let board = Board.judged(model)
      #expect(try strategy(model).run(work: 30_000, board: board))
      #expect(board.current.refusal == nil && board.value == optimum, "seed \(seed)")
      found += 1
    }
    #expect(found > 100)
  }

  @Test func theSameSeedGivesTheSameRun() throws {
    let model = RandomProject(seed: 7, tasks: 30...30).model.data
    func run(seed: UInt64, portions: [Int]) throws -> (Solution?, Int) {
      let board = Board.judged(model)
      let strategy = try strategy(model, seed: seed)
      for portion in portions { _ = strategy.run(work: portion, board: board) }
      return (board.current.solution, strategy.workDone)
    }
    let first = try run(seed: 3, portions: [20_000, 20_000])
    let second = try run(seed: 3, portions: [20_000, 20_000])
    #expect(first.0 == second.0 && first.1 == second.1 && first.0 != nil)
    #expect(abs(first.1 - 40_000) < 2_000)
  }

  @Test func itBeginsAtTheBoardsSolution() throws {
    let model = RandomProject(seed: 11, tasks: 40...40).model.data
    let first = Board.judged(model)
    _ = try strategy(model, seed: 1).run(work: 400_000, board: first)
    let solution = try #require(first.current.solution)
    let second = Board.judged(model)
    second.offer(solution, value: first.value, by: "start")
    let later = try strategy(model, seed: 2)
    _ = later.run(work: 1_000, board: second)
    // One child is the list of that schedule, which makes a schedule no longer.
    #expect(try #require(later as? ProjectStrategy).best <= first.value)
  }

  @Test func aTaskAloneIsAProject() throws {
    let model = Model()
    model.require("crew") { Usage([model.interval(lasting: 3).pulse(1)], capacity: 1) }
    model.minimize(.makespan)
    let board = Board.judged(model.data)
    _ = try strategy(model.data).run(work: 5_000, board: board)
    #expect(board.value == 3)
  }

  /// Parents are any two lists: the child has every task once and respects what both do.
  @Test func childrenAreLists() throws {
    for seed in 0..<50 {
      let project = try #require(Project(recognizing: RandomProject(seed: seed, tasks: 5...25).model.data))
      var random = SplitMix64(seed: seed)
      let dispatch = RandomList(project)
      let mother = ListBox(project.taskCount)
      let father = ListBox(project.taskCount)
      let child = ListBox(project.taskCount)
      dispatch.fill(mother.list, contest: 1, &random)
      dispatch.fill(father.list, contest: 3, &random)
      let first = random.place(below: project.taskCount)
      let window = first..<first + 1 + random.place(below: project.taskCount - first)
      ListCrossover(taskCount: project.taskCount).merge(
        UnsafePointer(mother.list.pointer), UnsafePointer(father.list.pointer), window: window, into: child.list)
      for list in [mother, father, child].map(\.array) {
        var place = [Int](repeating: -1, count: project.taskCount)
        for (index, task) in list.enumerated() { place[Int(task)] = index }
        #expect(!place.contains(-1))
        for task in 0..<project.taskCount {
          for link in project.successors.places(of: task) {
            #expect(place[task] < place[Int(project.successors.task[link])])
          }
        }
      }
      #expect(child.array[window] == father.array[window])
    }
  }
}

/// A list of tasks that can be held.
private final class ListBox {
  let list: Column<Int32>
  init(_ count: Int) { list = Column(repeating: 0, count: count) }
  var array: [Int32] { list.array }
}
