import ApusModel
import ApusTestSupport

/// Random models of one resource with setup times and little room: long setups with short ways round, tasks of length 0 and optional ones,
/// initial times.
enum TightSetups {
  static func data(seed: Int, tasks: ClosedRange<Int> = 3...4) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("tight setups \(seed)")
    let count = random.draw(tasks)
    let horizon = random.draw(3...8)
    let isShort = random.chance(40)
    let hasOptional = random.chance(40)
    let intervals = (0..<count).map { index -> Interval in
      let shortest = random.draw(isShort ? 0...1 : 0...3)
      let length = shortest...(shortest + (random.chance(20) ? 1 : 0))
      let start = random.chance(60) ? 0 : random.draw(0...2)
      let window = start...max(start + length.lowerBound, random.chance(60) ? horizon : random.draw(2...horizon))
      guard hasOptional, random.chance(50) else { return model.interval(lasting: length, within: window, "t\(index)") }
      return model.optionalInterval(lasting: length, within: window)
    }
    let types = random.draw(1...3)
    let times = (0..<types).map { _ in (0..<types).map { _ in random.chance(50) ? 0 : random.draw(1...4) } }
    let initial = random.chance(40) ? (0..<types).map { _ in random.draw(0...3) } : nil
    model.require("machine") {
      NoOverlap(
        intervals,
        setup: SetupTimes(
          types: intervals.map { _ in random.draw(0...types - 1) }, times: times, initial: initial,
          from: random.draw(-1...1)))
    }
    if random.chance(30) { model.require("order") { intervals[0].precedes(intervals[1], lag: random.draw(-1...2)) } }
    switch random.draw(1...4) {
    case 1: break
    case 2: model.maximize(sum(intervals.map { 3 * IntegerExpression($0.isPresent) - $0.start }))
    default: model.minimize(.makespan)
    }
    return model.data
  }
}
