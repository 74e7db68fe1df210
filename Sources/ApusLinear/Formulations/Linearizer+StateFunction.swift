import ApusModel

extension Linearizer {
  /// A binary for each pair of intervals of different states, as for the orders of a `NoOverlap`.
  mutating func post(_ function: StateFunction) throws(ModelError) {
    let transitions = function.transitions
    let places = function.intervals.indices.filter { times[Int(function.intervals[$0])].canBePresent }
    for (number, place) in places.enumerated() {
      let (first, state) = (function.intervals[place], transitions.types[place])
      if let initial = transitions.initial {
        try require(moment(first, .start), after: Moment(at: transitions.origin + initial[Int(state)]))
      }
      for other in places[(number + 1)...] where transitions.types[other] != state {
        let second = function.intervals[other]
        let forward = transitions.time(from: state, to: transitions.types[other])
        let backward = transitions.time(from: transitions.types[other], to: state)
        let column = try addColumn("before", [nameOf(first), nameOf(second)], 0...1)
        let order = LinearSum(column: column)
        encoders.append { solution, values in
          guard let before = solution.intervals[Int(first)], let after = solution.intervals[Int(second)] else { return }
          if before.end + forward <= after.start { values[Int(column)] = 1 }
        }
        try require(moment(second, .start), after: moment(first, .end), by: forward, when: [order])
        try require(moment(first, .start), after: moment(second, .end), by: backward, when: [!order])
      }
    }
  }
}
