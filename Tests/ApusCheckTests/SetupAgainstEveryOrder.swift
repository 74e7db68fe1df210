import ApusCheck
import ApusModel
import ApusTestSupport
import Testing

/// Setup times where nearly all members have length 0 and stand at two or three ticks, so that the order at each of them matters, and
/// what may come last at one decides what may come first at the next.
@Suite struct SetupAgainstEveryOrder {
  #if DEBUG
    private let rounds = 2_000
  #else
    private let rounds = 40_000
  #endif

  @Test func theSetsOfLastTypesAreRight() {
    var (holding, failing) = (0, 0)
    for seed in 0..<rounds {
      var random = SplitMix64(seed: seed)
      let count = random.draw(2...6)
      let kinds = random.draw(1...4)
      let zeros = random.pick([50, 70, 85])
      let times = (0..<kinds).map { _ in (0..<kinds).map { _ in random.chance(zeros) ? 0 : random.draw(1...3) } }
      let setup = SetupTimes(
        types: (0..<count).map { _ in random.draw(0...kinds - 1) }, times: times,
        initial: random.chance(40) ? (0..<kinds).map { _ in random.draw(0...2) } : nil, from: random.draw(-1...1))
      let model = Model()
      let tasks = (0..<count).map { _ in model.interval(lasting: 0...2, within: 0...9) }
      model.require("machine") { NoOverlap(tasks, setup: setup) }
      let ticks = random.draw(0...2)
      let spans = (0..<count).map { _ in
        let start = 3 * random.draw(0...ticks)
        return Solution.Span(start: start, end: start + (random.chance(15) ? random.draw(1...2) : 0))
      }
      let assignment = Solution(integers: [], intervals: spans)
      let expected = Enumeration.isSolution(assignment, of: model.data)
      #expect(SolutionChecker(model.data).violations(of: assignment).isEmpty == expected, "seed \(seed)")
      if expected { holding += 1 } else { failing += 1 }
    }
    #expect(holding > rounds / 5 && failing > rounds / 5, "\(holding) and \(failing)")
  }
}
