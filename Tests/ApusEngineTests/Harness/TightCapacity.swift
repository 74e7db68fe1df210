import ApusModel
import ApusTestSupport

/// Random models of one resource that several tasks share, with little room, so that its filtering rules have much to say: optional tasks,
/// lengths and demands that are variable or zero, and a capacity in steps.
enum TightCapacity {
  static func data(seed: Int, tasks: ClosedRange<Int> = 3...5) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("tight capacity \(seed)")
    let count = random.draw(tasks)
    let capacity = random.draw(2...4)
    let power = model.integer(0...random.draw(1...3), "power")
    let shared = model.boolean("shared")
    let hasOptional = random.chance(50)
    let horizon = count + random.draw(2...5)
    let intervals = (0..<count).map { index -> Interval in
      let shortest = random.draw(random.chance(15) ? 0...1 : 1...4)
      let length = shortest...(shortest + (random.chance(30) ? random.draw(1...2) : 0))
      let start = random.chance(60) ? 0 : random.draw(0...max(horizon - length.lowerBound - 1, 0))
      let window = start...(start + length.upperBound + random.draw(0...6))
      guard hasOptional, random.chance(50) else { return model.interval(lasting: length, within: window, "t\(index)") }
      return model.optionalInterval(lasting: length, within: window, ifPresent: random.chance(30) ? shared : nil)
    }
    var pulses = intervals.map { random.chance(20) ? $0.pulse(power) : $0.pulse(random.draw(0...capacity)) }
    // Listed twice: the demands add up.
    if random.chance(20) { pulses.append(random.pick(intervals).pulse(random.chance(50) ? power : 1)) }
    var steps: [(from: Int, capacity: Int)] = []
    if random.chance(40) {
      let time = random.draw(0...horizon)
      steps = [(time, random.draw(0...capacity)), (time + random.draw(1...3), capacity)]
    }
    model.require("resource") { Usage(pulses, capacity: capacity, steps: steps) }
    for index in 1..<count where random.chance(20) {
      let other = intervals[random.draw(0...index - 1)]
      model.require("order") { other.precedes(intervals[index]) }
    }
    switch random.draw(1...4) {
    case 1: break
    case 2: model.maximize(5 * power - IntegerExpression(.makespan))
    default: model.minimize(IntegerExpression(.makespan) - 2 * power)
    }
    return model.data
  }
}
