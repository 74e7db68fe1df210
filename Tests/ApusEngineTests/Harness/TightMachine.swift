import ApusModel
import ApusTestSupport

/// Random models of one resource with little room, so that its filtering rules have much to say.
enum TightMachine {
  static func data(seed: Int, tasks: ClosedRange<Int> = 3...6) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("tight \(seed)")
    let count = random.draw(tasks)
    let shared = model.boolean("shared")
    let isOptional = random.chance(50)
    let horizon = count * random.draw(2...4)
    let intervals = (0..<count).map { index -> Interval in
      let shortest = random.draw(random.chance(15) ? 0...1 : 1...4)
      let length = shortest...(shortest + (random.chance(30) ? random.draw(1...2) : 0))
      let start = random.chance(50) ? 0 : random.draw(0...max(horizon - length.lowerBound - 1, 0))
      let window = start...min(max(horizon, start + length.upperBound), start + length.upperBound + random.draw(1...12))
      guard isOptional, random.chance(50) else { return model.interval(lasting: length, within: window, "t\(index)") }
      return model.optionalInterval(lasting: length, within: window, ifPresent: random.chance(30) ? shared : nil)
    }
    model.require("machine") { NoOverlap(intervals) }
    for index in 1..<count where random.chance(20) {
      let other = intervals[random.draw(0...index - 1)]
      model.require("order") { other.precedes(intervals[index]) }
    }
    if random.chance(50) { model.minimize(IntegerExpression(.makespan)) }
    return model.data
  }
}
