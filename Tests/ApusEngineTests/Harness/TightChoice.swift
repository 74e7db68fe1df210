import ApusModel
import ApusTestSupport

/// Random shops of few tasks that may go to one of several machines each, so that what is said about choices has much to say: options of
/// unlike lengths and windows, and optional tasks.
enum TightChoice {
  static func data(seed: Int, kinds: [RandomModel.Kind] = [.alternative]) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("tight choice \(seed)")
    let horizon = random.draw(4...7)
    var machines = [[Interval]](repeating: [], count: 2)
    var previous: Interval?
    for task in 0..<2 {
      func window(_ length: ClosedRange<Int>) -> ClosedRange<Int> {
        let start = random.chance(60) ? 0 : random.draw(0...max(0, horizon - length.lowerBound))
        return start...max(start + length.lowerBound, random.chance(60) ? horizon : random.draw(2...horizon))
      }
      let longest = random.draw(2...4)
      let main =
        random.chance(70)
        ? model.interval(lasting: 0...longest, within: window(0...0), "main \(task)")
        : model.optionalInterval(lasting: 0...longest, within: window(0...0))
      var options: [Interval] = []
      for machine in machines.indices {
        let shortest = random.draw(0...3)
        let length = shortest...(shortest + (random.chance(25) ? 1 : 0))
        let option = model.optionalInterval(lasting: length, within: window(length))
        options.append(option)
        if random.chance(80) { machines[machine].append(option) }
      }
      model.require("choice") {
        random.pick(kinds) == .span ? Span(main, of: options).constraint : Alternative(main, of: options).constraint
      }
      if let previous, random.chance(60) {
        model.require("order") { previous.precedes(main, lag: random.draw(-1...1)) }
      }
      previous = main
    }
    for machine in machines { model.require("machine") { NoOverlap(machine) } }
    switch random.draw(1...4) {
    case 1: break
    case 2:
      model.maximize(
        3 * sum(machines.flatMap { $0 }.map { IntegerExpression($0.isPresent) }) - IntegerExpression(.makespan))
    default: model.minimize(.makespan)
    }
    return model.data
  }
}
