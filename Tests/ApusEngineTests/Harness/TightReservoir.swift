import ApusModel
import ApusTestSupport

/// Random models of one stock with little room above and below: steps at starts and ends, optional tasks, and tasks that borrow.
enum TightReservoir {
  static func data(seed: Int, tasks: ClosedRange<Int> = 3...5) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("tight reservoir \(seed)")
    let count = random.draw(tasks)
    let shared = model.boolean("shared")
    let horizon = count + random.draw(0...3)
    let intervals = (0..<count).map { index -> Interval in
      let shortest = random.draw(0...2)
      let length = shortest...(shortest + (random.chance(30) ? 1 : 0))
      let start = random.chance(60) ? 0 : random.draw(0...2)
      let window = start...max(start + length.lowerBound, random.chance(60) ? horizon : random.draw(2...horizon))
      guard random.chance(35) else { return model.interval(lasting: length, within: window, "t\(index)") }
      return model.optionalInterval(lasting: length, within: window, ifPresent: random.chance(30) ? shared : nil)
    }
    var steps: [Reservoir.Step] = []
    for interval in intervals {
      let amount = random.pick([-3, -2, -1, 1, 2, 3])
      steps.append(interval.step(amount, at: random.chance(50) ? .start : .end))
      if random.chance(25) { steps.append(interval.step(-amount, at: .end)) }
    }
    let initial = random.draw(0...2)
    model.require("stock") {
      Reservoir(
        steps, initial: initial, minimum: random.chance(80) ? random.draw(-1...0) : nil,
        maximum: random.chance(80) ? initial + random.draw(0...2) : nil)
    }
    for index in 1..<count where random.chance(20) {
      let other = intervals[random.draw(0...index - 1)]
      model.require("order") { other.precedes(intervals[index], lag: random.draw(-1...1)) }
    }
    switch random.draw(1...4) {
    case 1: break
    case 2: model.maximize(sum(intervals.map { 4 * IntegerExpression($0.isPresent) - $0.end }))
    default: model.minimize(.makespan)
    }
    return model.data
  }
}
