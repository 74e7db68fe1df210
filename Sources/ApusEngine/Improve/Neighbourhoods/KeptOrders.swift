import ApusModel

/// What a relaxation keeps of a sequence: some orders, and which tasks may still meet each other. Both ways of solving a sub-problem
/// are made from it, so that they mean the same.
struct KeptSequence {
  /// Pairs of places in the sequence: where both are present, the first goes first.
  var orders: [(Int32, Int32)] = []
  /// Sets of places that may overlap as far as the orders tell. The orders keep all other pairs of present tasks apart.
  var open: [[Int32]] = []
}

/// Finds out what a relaxation keeps of a solution's sequences and resources.
struct KeptOrders {
  let structure: NeighbourhoodStructure
  let relaxation: Relaxation
  let solution: OrderedSolution

  init(_ structure: NeighbourhoodStructure, _ relaxation: Relaxation, _ solution: OrderedSolution) {
    self.structure = structure
    self.relaxation = relaxation
    self.solution = solution
  }

  /// Of kept neighbours in time, once free tasks are left out, the first goes first: a chain. Free tasks that stay in place go between
  /// the kept ones next to them; absent ones may come in anywhere in the window.
  ///
  /// Complexity: linear in the sequence, and *k* log *k* in the free tasks.
  func sequence(_ number: Int, using random: inout SplitMix64) -> KeptSequence {
    let places = solution.sequences[number]
    let intervals = structure.sequences[number]
    func isKept(_ place: Int32) -> Bool { relaxation.keeps(interval: intervals[Int(place)], structure) }
    let absent = (0..<Int32(intervals.count)).filter {
      solution.solution.intervals[Int(intervals[Int($0)])] == nil && !isKept($0)
    }
    var result = KeptSequence()
    var runs: [[Int32]] = []
    var run: [Int32] = []
    var lastKept: Int32?
    var isWhole = true
    for place in places {
      if isKept(place) {
        let isDropped =
          relaxation.shareOfOrdersDropped > 0 && random.nextUnit() < relaxation.shareOfOrdersDropped
        if isDropped { isWhole = false }
        if let lastKept, !isDropped { result.orders.append((lastKept, place)) }
        if relaxation.staysInPlace { result.orders += run.map { ($0, place) } }
        if !run.isEmpty { runs.append(run) }
        run = []
        lastKept = place
      } else {
        if relaxation.staysInPlace, let lastKept { result.orders.append((lastKept, place)) }
        run.append(place)
      }
    }
    if !run.isEmpty { runs.append(run) }
    if isWhole, runs.isEmpty, absent.isEmpty { return result }
    guard isWhole, relaxation.staysInPlace, absent.isEmpty || relaxation.window != nil else {
      result.open = [places + absent]
      return result
    }
    if absent.isEmpty {
      result.open = runs
    } else {
      admit(absent, among: places, of: number, isKept, &result)
    }
    return result
  }

  /// Lets absent tasks in between the last kept task before the window and the first one after it.
  private func admit(
    _ absent: [Int32], among places: [Int32], of number: Int, _ isKept: (Int32) -> Bool, _ result: inout KeptSequence
  ) {
    let spans = places.map { solution.solution.intervals[Int(structure.sequences[number][Int($0)])] }
    let begin = relaxation.window?.lowerBound ?? Int.min
    let end = relaxation.window?.upperBound ?? Int.max
    let first = places.indices.first { !isKept(places[$0]) || (spans[$0]?.end ?? begin) > begin } ?? places.count
    let last = places.indices.last { !isKept(places[$0]) || (spans[$0]?.start ?? end) < end }.map { $0 + 1 } ?? 0
    // Where nothing lies in the window, the later bound decides.
    let after = max(first, last)
    result.open = [Array(places[first..<after]) + absent]
    for task in absent {
      if first > 0 { result.orders.append((places[first - 1], task)) }
      if after < places.count { result.orders.append((task, places[after])) }
    }
  }
}
