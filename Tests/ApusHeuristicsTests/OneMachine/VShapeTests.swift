import ApusHeuristics
import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

/// Jobs around a common due date, against all orders and starts.
@Suite struct VShapeTests {
  private struct Jobs {
    var duration: [Int] = []
    var earliness: [Int] = []
    var tardiness: [Int] = []
    var due = 0

    init(_ random: inout SplitMix64) {
      for _ in 0..<random.draw(1...6) {
        duration.append(random.draw(1...9))
        earliness.append(random.draw(0...5))
        tardiness.append(random.draw(1...9))
      }
      due = duration.reduce(0, +) * random.draw(1...12) / 10
    }

    func model() -> Model {
      let model = Model("common due date")
      let horizon = due + duration.reduce(0, +)
      let intervals = duration.map { model.interval(lasting: $0, within: 0...horizon) }
      model.require("machine") { NoOverlap(intervals) }
      let early = zip(intervals, earliness).filter { $1 > 0 }.map { $1 * max(0, due - $0.end) }
      let late = zip(intervals, tardiness).map { $1 * max(0, $0.end - due) }
      model.minimize(sum(late + early))
      return model
    }

    /// Of all orders without breaks and all starts, one is best.
    var least: Int {
      var least = Int.max
      var order = Array(duration.indices)
      func permute(_ place: Int) {
        if place == order.count {
          for start in 0...max(0, due) {
            var (time, cost) = (start, 0)
            for job in order {
              time += duration[job]
              cost += earliness[job] * max(0, due - time) + tardiness[job] * max(0, time - due)
            }
            least = min(least, cost)
          }
          return
        }
        for other in place..<order.count {
          order.swapAt(place, other)
          permute(place + 1)
          order.swapAt(place, other)
        }
      }
      permute(0)
      return least
    }
  }

  @Test func schedulesAreSolutionsAndMostlyBest() throws {
    var random = SplitMix64(seed: 5)
    var (best, excess) = (0, 0.0)
    for _ in 0..<200 {
      let jobs = Jobs(&random)
      let model = jobs.model()
      let view = try #require(CommonDueDate(recognizing: model.data))
      let shape = view.vShape
      let solution = view.solution(of: shape.order, startingAt: shape.start)
      #expect(shape.start >= 0 && shape.order.sorted() == Array(jobs.duration.indices))
      #expect(solution.value(of: try #require(model.data.objective).expression) == shape.cost)
      #expect(shape.cost >= jobs.least)
      if shape.cost == jobs.least { best += 1 }
      excess += Double(shape.cost - jobs.least) / Double(max(1, jobs.least))
    }
    #expect(best >= 160 && excess / 200 < 0.02, "\(best) of 200 are best, mean excess \(excess / 200)")
  }

  /// What the view does not hold is no model of its kind.
  @Test func otherModelsAreNone() {
    let ordered = Model("an order")
    let pair = [ordered.interval(lasting: 3, within: 0...99), ordered.interval(lasting: 4, within: 0...99)]
    ordered.require("machine") { NoOverlap(pair) }
    ordered.minimize(max(0, pair[0].end - 5) + max(0, 5 - pair[1].end))
    #expect(CommonDueDate(recognizing: ordered.data) != nil)
    ordered.require("order") { pair[0].precedes(pair[1]) }
    #expect(CommonDueDate(recognizing: ordered.data) == nil)
    let two = Model("two due dates")
    let intervals = [two.interval(lasting: 3, within: 0...99), two.interval(lasting: 4, within: 0...99)]
    two.require("machine") { NoOverlap(intervals) }
    two.minimize(max(0, intervals[0].end - 5) + max(0, 6 - intervals[1].end))
    #expect(CommonDueDate(recognizing: two.data) == nil)
    let tight = Model("a deadline")
    let short = [tight.interval(lasting: 3, within: 0...8), tight.interval(lasting: 4, within: 0...8)]
    tight.require("machine") { NoOverlap(short) }
    tight.minimize(max(0, short[0].end - 5) + max(0, 5 - short[1].end))
    #expect(CommonDueDate(recognizing: tight.data) == nil)
  }
}
