// What calendar rules and state functions are refused for.

extension ModelData {
  func validate(_ rule: CalendarRule, _ name: () -> String) throws(ModelError) {
    try validateInterval(rule.interval, name)
    switch rule.rule {
    case .start, .end, .extent: break
    case .work(.range(let range), _):
      guard range.lowerBound >= 0 else {
        throw ModelError(name(), "work of \(range.lowerBound) ticks; expected 0 or more")
      }
    case .work(.integer(let index), _):
      guard index >= 0 else {
        throw ModelError(
          name(), "the work is neither a number nor an integer variable; give the expression a variable of its own")
      }
      guard integers.indices.contains(Int(index)) else {
        throw ModelError(name(), "variable \(index) does not exist; this model has \(integers.count) variables")
      }
      let domain = integers[Int(index)]
      guard domain.lowerBound >= 0 else {
        throw ModelError(
          name(), "the work \(nameOfInteger(Int(index))) could be \(domain.lowerBound); expected 0 or more")
      }
    case .windows(let list):
      for time in [list.starts.first, list.ends.last].compactMap(\.self) { try validateTime(time, "a window", name) }
    }
  }

  func validate(_ function: StateFunction, _ name: () -> String) throws(ModelError) {
    try validateOnce(function.intervals, in: "StateFunction", name)
    try validate(function.transitions, count: function.intervals.count, name)
  }
}
