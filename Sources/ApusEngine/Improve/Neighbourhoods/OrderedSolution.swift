import ApusModel

/// A solution with its intervals in order of time.
struct OrderedSolution: Sendable {
  let solution: Solution
  /// For each sequence of the structure the present members, as places in it, in order of time.
  let sequences: [[Int32]]
  /// The same for each resource.
  let resources: [[Int32]]
  /// The present tasks in order of their starts.
  let tasks: [Int32]

  /// Complexity: O(*n* log *n*).
  init(_ solution: Solution, _ structure: NeighbourhoodStructure) {
    self.solution = solution
    let spans = solution.intervals
    func inOrder(_ places: [Int32], _ interval: (Int32) -> Int32) -> [Int32] {
      let present = places.compactMap { place in spans[Int(interval(place))].map { (place: place, span: $0) } }
      return present.sorted { ($0.span.start, $0.span.end, $0.place) < ($1.span.start, $1.span.end, $1.place) }
        .map(\.place)
    }
    sequences = zip(structure.sequences, structure.setups).map { sequence, setup in
      var places = inOrder(Array(0..<Int32(sequence.count))) { sequence[Int($0)] }
      if let setup {
        TieOrder(setup, spans: places.map { spans[Int(sequence[Int($0)])] ?? Solution.Span(start: 0, end: 0) })
          .apply(to: &places)
      }
      return places
    }
    resources = structure.resources.map { resource in
      inOrder(Array(0..<Int32(resource.tasks.count))) { resource.tasks[Int($0)] }
    }
    tasks = inOrder(structure.tasks) { $0 }
  }
}
