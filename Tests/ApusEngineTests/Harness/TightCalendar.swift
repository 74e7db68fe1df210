import ApusModel
import ApusTestSupport

/// Random models of a few tasks among many breaks: several rules for each task, lengths that are open, work that a variable decides,
/// optional tasks, and orders that push tasks from shift to shift.
enum TightCalendar {
  static func data(seed: Int, tasks: ClosedRange<Int> = 2...3) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("tight calendar \(seed)")
    let shared = model.boolean("shared")
    let amount = model.integer(random.draw(0...1)...random.draw(1...3), "amount")
    let horizon = random.draw(6...11)
    let calendars = (0..<2).map { _ in RandomModel.calendar(using: &random) }
    var intervals: [Interval] = []
    for index in 0..<random.draw(tasks) {
      let shortest = random.draw(0...2)
      let length = shortest...(shortest + random.pick([0, 2, 4, 6]))
      let window = (random.chance(60) ? 0 : random.draw(-1...2))...max(shortest + 2, horizon - random.draw(0...2))
      guard random.chance(40) else {
        intervals.append(model.interval(lasting: length, within: window, "t\(index)"))
        continue
      }
      let presence = random.chance(30) ? shared : nil
      intervals.append(model.optionalInterval(lasting: length, within: window, ifPresent: presence, "t\(index)"))
    }
    for (index, interval) in intervals.enumerated() {
      model.require("calendar") {
        rule(interval, random.pick(calendars), amount, &random)
        if random.chance(30) { rule(interval, random.pick(calendars), amount, &random) }
      }
      guard index > 0 else { continue }
      let other = intervals[random.draw(0...index - 1)]
      if random.chance(60) { model.require("order") { other.precedes(interval, lag: random.draw(-1...1)) } }
    }
    switch random.draw(1...5) {
    case 1: break
    case 2: model.maximize(sum(intervals.map { 5 * IntegerExpression($0.isPresent) - $0.end }))
    case 3: model.maximize(sum(intervals.map { $0.start }) + amount)
    default: model.minimize(.makespan)
    }
    return model.data
  }

  private static func rule(
    _ interval: Interval, _ calendar: WorkCalendar, _ amount: IntegerExpression, _ random: inout SplitMix64
  ) -> CalendarRule {
    switch random.draw(1...10) {
    case 1: return interval.starts(in: calendar)
    case 2: return interval.ends(in: calendar)
    case 3...4: return interval.stays(in: calendar)
    case 5:
      return interval.lies(
        within: (0..<random.draw(1...3)).map { _ in
          let start = random.draw(-1...6)
          return start..<start + random.draw(0...5)
        })
    case 6...7: return interval.works(amount, in: calendar)
    default:
      let least = random.draw(0...3)
      return interval.works(least...least + random.pick([0, 0, 1, 2]), in: calendar)
    }
  }
}
