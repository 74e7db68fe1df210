import ApusModel

/// The precedences of a regular model as distances between starts, in an order of the tasks in which all of them go forward.
struct DistanceGraph {
  struct Arc {
    var from: Int32
    var to: Int32
    /// `start(to) >= start(from) + distance`.
    var distance: Int
  }

  /// Forward in `order`, those of one task together.
  private(set) var arcs: [Arc] = []

  /// Returns nil where a precedence goes back in the order, such as a maximum lag.
  ///
  /// Complexity: linear.
  init?(_ model: ModelData, order: [Int32]) {
    let count = model.intervals.count
    var position = [Int32](repeating: 0, count: count)
    for (place, task) in order.enumerated() { position[Int(task)] = Int32(place) }
    // Counting sort by the place of the first task.
    var start = [Int32](repeating: 0, count: count + 1)
    for case .precedence(let precedence) in model.constraints {
      guard position[Int(precedence.before)] < position[Int(precedence.after)] else { return nil }
      start[Int(position[Int(precedence.before)]) + 1] += 1
    }
    for place in 0..<count { start[place + 1] += start[place] }
    arcs = [Arc](repeating: Arc(from: 0, to: 0, distance: 0), count: Int(start[count]))
    for case .precedence(let precedence) in model.constraints {
      let length = (
        model.intervals[Int(precedence.before)].length.lowerBound,
        model.intervals[Int(precedence.after)].length.lowerBound
      )
      let distance =
        precedence.lag + (precedence.source == .end ? length.0 : 0) - (precedence.target == .end ? length.1 : 0)
      let place = Int(position[Int(precedence.before)])
      arcs[Int(start[place])] = Arc(from: precedence.before, to: precedence.after, distance: distance)
      start[place] += 1
    }
  }
}
