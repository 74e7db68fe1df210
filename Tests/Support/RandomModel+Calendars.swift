import ApusModel

extension RandomModel {
  /// A calendar with short shifts and pauses, some of which no interval fits into: periodic, finite, empty or without a break.
  public static func calendar(using random: inout SplitMix64) -> WorkCalendar {
    let period = random.draw(1...7)
    var working: [Range<Int>] = []
    for _ in 0..<random.pick([0, 1, 1, 1, 2, 2, 3]) {
      let start = random.draw(0...period - 1)
      working.append(start..<random.draw(start...period))
    }
    var exceptions: [WorkCalendar.Exception] = []
    while random.chance(40) {
      let start = random.draw(-4...10)
      exceptions.append(WorkCalendar.Exception(start..<start + random.draw(0...5), isWorking: random.chance(50)))
    }
    do {
      return try WorkCalendar(
        every: period, from: random.draw(-5...5), working: working, exceptions: exceptions,
        random.chance(50) ? "shifts" : "")
    } catch { preconditionFailure("\(error)") }
  }

  mutating func calendarRule() -> CalendarRule {
    let interval = random.pick(intervals)
    let calendar = Self.calendar(using: &random)
    switch random.draw(1...10) {
    case 1: return interval.starts(in: calendar)
    case 2: return interval.ends(in: calendar)
    case 3...4: return interval.stays(in: calendar)
    case 5: return interval.lies(within: windows())
    case 6:
      let choices = model.data.integers.enumerated().filter { $1.lowerBound >= 0 }.map {
        IntegerExpression(.integer(Int32($0.offset)))
      }
      return interval.works(choices.isEmpty ? 2 : random.pick(choices), in: calendar)
    default:
      let least = random.draw(0...3)
      return interval.works(least...least + (random.chance(40) ? random.draw(1...2) : 0), in: calendar)
    }
  }

  private mutating func windows() -> [Range<Int>] {
    (0..<random.draw(0...4)).map { _ in
      let start = random.draw(-2...8)
      return start..<start + random.draw(0...6)
    }
  }

  mutating func stateFunction() -> StateFunction {
    let members = intervals.filter { _ in random.chance(80) }
    let count = random.draw(1...3)
    let transitions = SetupTimes(
      types: members.map { _ in random.draw(0...count - 1) },
      times: (0..<count).map { _ in (0..<count).map { _ in random.chance(50) ? 0 : random.draw(0...3) } },
      initial: random.chance(40) ? (0..<count).map { _ in random.draw(0...2) } : nil, from: random.draw(-2...2))
    return StateFunction(members, transitions: transitions)
  }
}
