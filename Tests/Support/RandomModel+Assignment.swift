import ApusModel

extension RandomModel {
  /// A random assignment: mostly within the domains, sometimes a little outside or with presence and spans at odds.
  public static func assignment(for model: ModelData, using random: inout SplitMix64) -> Solution {
    let stray = random.chance(15)
    let integers = model.integers.map { domain in
      random.draw(domain) + (stray && random.chance(10) ? random.pick([-1, 1]) : 0)
    }
    let intervals = model.intervals.map { domain -> Solution.Span? in
      var isPresent = domain.isPresent == .true
      if let variable = domain.isPresent.variable {
        isPresent = (integers[variable] == 1) != domain.isPresent.isNegated
      }
      if stray && random.chance(10) { isPresent.toggle() }
      guard isPresent else { return nil }
      let length = random.draw(domain.length)
      let start = random.draw(domain.start.lowerBound...max(domain.start.lowerBound, domain.end.upperBound - length))
      let end = start + length + (stray && random.chance(20) ? random.draw(-2...2) : 0)
      return Solution.Span(start: start, end: end)
    }
    return Solution(integers: integers, intervals: intervals)
  }

  /// The assignment with one small change: a tick, a presence, a Boolean or an integer. Not always a change for the worse.
  public static func mutation(of solution: Solution, of model: ModelData, using random: inout SplitMix64) -> Solution {
    var result = solution
    let choice = random.draw(0...model.intervals.count + model.integers.count - 1)
    guard choice < model.intervals.count else {
      let index = choice - model.intervals.count
      let value = result.integers[index]
      result.integers[index] =
        model.integers[index] == 0...1 && random.chance(80) ? 1 - value : value + random.pick([-1, 1])
      return result
    }
    guard var span = result.intervals[choice] else {
      let start = model.intervals[choice].start.lowerBound
      result.intervals[choice] = Solution.Span(start: start, end: start + model.intervals[choice].length.lowerBound)
      return result
    }
    let tick = random.pick([-1, 1])
    switch random.draw(1...8) {
    case 1: result.intervals[choice] = nil
    case 2: span.end += tick
    case 3: span.start += tick
    default:
      span.start += tick
      span.end += tick
    }
    if result.intervals[choice] != nil { result.intervals[choice] = span }
    return result
  }
}
