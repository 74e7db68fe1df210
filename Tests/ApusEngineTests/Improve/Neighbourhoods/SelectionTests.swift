import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// What each neighbourhood selects, without an engine.
@Suite struct SelectionTests {
  /// Three jobs of three tasks of length 2 on three machines, in a schedule that shifts the jobs by one place each.
  private let structure: NeighbourhoodStructure
  private let solution: OrderedSolution
  private var random = SplitMix64(seed: 1)

  init() {
    let model = Model()
    let tasks = (0..<9).map { _ in model.interval(lasting: 2, within: 0...30) }
    for job in 0..<3 { model.require("job") { for (a, b) in tasks[3 * job..<3 * job + 3].pairs() { a.precedes(b) } } }
    for machine in 0..<3 { model.require("machine") { NoOverlap((0..<3).map { tasks[3 * $0 + machine] }) } }
    model.minimize(.makespan)
    structure = NeighbourhoodStructure(model.data)
    let spans = (0..<9).map { index in
      let start = 2 * (index / 3 + index % 3)
      return Solution.Span(start: start, end: start + 2)
    }
    solution = OrderedSolution(Solution(integers: [], intervals: spans), structure)
  }

  private func free(_ relaxation: Relaxation) -> [Int] {
    relaxation.isFreeInterval.indices.filter { relaxation.isFreeInterval[$0] }
  }

  private func start(_ task: Int) -> Int { solution.solution.intervals[task]?.start ?? 0 }

  @Test func theStructureKnowsSequencesAndPrecedences() {
    #expect(structure.sequences == [[0, 3, 6], [1, 4, 7], [2, 5, 8]])
    #expect(structure.tasks == Array(0..<9))
    #expect(structure.precedences.isConnected(0))
    #expect(structure.precedences.edges(of: 1).count == 2)
    #expect(solution.sequences == [[0, 1, 2], [0, 1, 2], [0, 1, 2]])
    #expect(solution.tasks.map { start(Int($0)) } == [0, 2, 2, 4, 4, 4, 6, 6, 8])
  }

  @Test mutating func aTimeWindowIsAllThatIsInProgressInIt() {
    for _ in 0..<50 {
      let chosen = free(TimeWindowNeighbourhood().select(0.4, of: solution, structure, using: &random))
      #expect(chosen.count >= 4)
      let starts = chosen.map(start)
      let window = (starts.min() ?? 0)...(starts.max() ?? 0)
      // All lengths are the same, so what is in progress has its start in between.
      #expect(chosen == (0..<9).filter { window.contains(start($0)) })
    }
    #expect(free(TimeWindowNeighbourhood().select(1, of: solution, structure, using: &random)).count == 9)
  }

  @Test mutating func machinesAreRelaxedWhole() {
    for _ in 0..<20 {
      let relaxation = MachineNeighbourhood().select(0.67, of: solution, structure, using: &random)
      let chosen = structure.sequences.indices.filter { relaxation.isFreeSequence[$0] }
      #expect(chosen.count == 2)
      #expect(free(relaxation) == chosen.flatMap { structure.sequences[$0].map(Int.init) }.sorted())
    }
  }

  @Test mutating func machinesInAWindowAreFewerThanEither() {
    for _ in 0..<20 {
      let relaxation = MachineWindowNeighbourhood().select(0.2, of: solution, structure, using: &random)
      #expect(Set(free(relaxation).map { $0 % 3 }).count <= 1)
      #expect(!relaxation.isFreeSequence.contains(true))
    }
    #expect(free(MachineWindowNeighbourhood().select(1, of: solution, structure, using: &random)).count == 9)
  }

  @Test mutating func relatedTasksAreWholeJobsFirst() {
    for _ in 0..<20 {
      let chosen = free(RelatedTasksNeighbourhood().select(0.34, of: solution, structure, using: &random))
      #expect(chosen.count == 3)
      #expect(Set(chosen.map { $0 / 3 }).count == 1)
    }
  }

  @Test mutating func looseOrdersFreeNoTask() {
    let relaxation = LooseOrdersNeighbourhood().select(0.3, of: solution, structure, using: &random)
    #expect(free(relaxation) == [])
    #expect(relaxation.shareOfOrdersDropped == 0.3)
  }

  @Test mutating func connectedVariablesGrowToTheirCount() {
    for _ in 0..<20 {
      let chosen = free(ConnectedVariablesNeighbourhood().select(0.5, of: solution, structure, using: &random))
      #expect((4...5).contains(chosen.count))
    }
  }

  @Test mutating func sameSeedSameSelection() {
    for neighbourhood in NeighbourhoodStrategy.allNeighbourhoods {
      var first = SplitMix64(seed: 4)
      var second = SplitMix64(seed: 4)
      #expect(
        neighbourhood.select(0.4, of: solution, structure, using: &first)
          == neighbourhood.select(0.4, of: solution, structure, using: &second))
    }
  }

  @Test func freeingAnAlternativeFreesTheChoice() {
    let model = Model()
    let choices = (0..<3).map { _ in model.optionalInterval(lasting: 2, within: 0...9) }
    let other = model.optionalInterval(lasting: 2, within: 0...9)
    let late = model.integer(0...5)
    model.require("one") { sum(choices.map { IntegerExpression($0.isPresent) }) == 1 }
    model.require("late") { other.end - 4 <= late }
    let structure = NeighbourhoodStructure(model.data)
    #expect(structure.isDependent == [false, false, false, false, true])
    #expect(structure.keepable == [0, 1, 2, 3])
    var relaxation = Relaxation(structure)
    relaxation.free(interval: 0, structure)
    #expect(relaxation.isFreeInteger == [true, true, true, false, false])
    #expect((0..<4).map { relaxation.keeps(interval: $0, structure) } == [false, false, false, true])
  }
}
