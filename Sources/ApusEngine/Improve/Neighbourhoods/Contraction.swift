import ApusModel

/// The core of a regular model (``RegularModel``): the tasks whose order is open and what lies on a path between two of them. All others
/// follow from these.
///
/// What comes before has become the earliest starts ("heads"), what comes after the time it takes to the end of the schedule ("tails"),
/// and the makespan is the largest of start plus tail. So the size is that of the open part, not of the model, and so is the
/// work at each decision, which would else shift everything that comes later. (Heads and tails of a machine: Carlier, "The
/// one-machine sequencing problem", EJOR 1982; Adams, Balas and Zawack, "The shifting bottleneck procedure", 1988.)
struct Contraction {
  /// The core as a model. Nil where no solution below the limit is left: longest paths alone tell.
  let data: ModelData?
  private let graph: DistanceGraph
  /// By task of the core, the interval of the whole model.
  private let tasks: [Int32]
  private let whole: ModelData

  /// Asks for a makespan, constants of the objective aside, of at most `limit`.
  ///
  /// - Parameter order: all intervals, such that precedences go forward.
  /// - Returns: nil where a precedence goes back.
  ///
  /// - Precondition: the model is regular.
  /// - Complexity: linear.
  init?(_ model: ModelData, order: [Int32], limit: Int) {
    guard let graph = DistanceGraph(model, order: order) else { return nil }
    self.graph = graph
    whole = model
    let count = model.intervals.count
    var isOpen = [Bool](repeating: false, count: count)
    for case .noOverlap(let noOverlap) in model.constraints where noOverlap.intervals.count > 1 {
      for task in noOverlap.intervals { isOpen[Int(task)] = true }
    }
    var earliest = Self.earliestStarts(model)
    var latest = model.intervals.map { min($0.start.upperBound, $0.end.upperBound - $0.length.lowerBound) }
    // From a start to the end of the schedule.
    var tail = model.intervals.map(\.length.lowerBound)
    var isAfterOpen = isOpen
    var isBeforeOpen = isOpen
    for arc in graph.arcs {
      let (from, to) = (Int(arc.from), Int(arc.to))
      earliest[to] = max(earliest[to], earliest[from] + arc.distance)
      if isAfterOpen[from] { isAfterOpen[to] = true }
    }
    for arc in graph.arcs.reversed() {
      let (from, to) = (Int(arc.from), Int(arc.to))
      latest[from] = min(latest[from], latest[to] - arc.distance)
      tail[from] = max(tail[from], tail[to] + arc.distance)
      if isBeforeOpen[to] { isBeforeOpen[from] = true }
    }
    tasks = order.filter { isAfterOpen[Int($0)] && isBeforeOpen[Int($0)] }
    let least = zip(earliest, tail).map(+).max() ?? 0
    guard least <= limit, (0..<count).allSatisfy({ earliest[$0] <= min(latest[$0], limit - tail[$0]) }) else {
      data = nil
      return
    }

    var core = ModelData(name: model.name)
    var place = [Int32](repeating: -1, count: count)
    for (index, task) in tasks.enumerated() {
      let task = Int(task)
      let length = model.intervals[task].length
      let window = earliest[task]...min(latest[task], limit - tail[task])
      core.addInterval(
        IntervalDomain(
          start: window, end: window.lowerBound + length.lowerBound...window.upperBound + length.lowerBound,
          length: length), name: nil)
      place[task] = Int32(index)
    }
    var constraints: [Constraint] = []
    for arc in graph.arcs where place[Int(arc.from)] >= 0 && place[Int(arc.to)] >= 0 {
      constraints.append(
        .precedence(
          Precedence(before: place[Int(arc.from)], .start, after: place[Int(arc.to)], .start, lag: arc.distance)))
    }
    for case .noOverlap(let noOverlap) in model.constraints where noOverlap.intervals.count > 1 {
      constraints.append(.noOverlap(NoOverlap(indices: noOverlap.intervals.map { place[Int($0)] })))
    }
    core.addGroup("", constraints)
    let ways = tasks.enumerated().map { index, task in
      IntegerExpression(terms: [IntegerExpression.Term(1, .start(Int32(index)))], constant: tail[Int(task)])
    }
    core.objective = Objective(
      .minimize, IntegerExpression(.maximum([IntegerExpression(least)] + ways)))
    data = core
  }

  private static func earliestStarts(_ model: ModelData) -> [Int] {
    model.intervals.map { max($0.start.lowerBound, $0.end.lowerBound - $0.length.lowerBound) }
  }

  /// The core's part of a solution of the whole.
  func core(of solution: Solution) -> Solution {
    Solution(integers: [], intervals: tasks.map { solution.intervals[Int($0)] })
  }

  /// The solution of the whole in which everything outside the core starts as early as it can. Integer variables, of which a
  /// regular model says nothing, are those of `other`.
  ///
  /// Complexity: linear.
  func whole(of core: Solution, integersOf other: Solution) -> Solution {
    var starts = Self.earliestStarts(whole)
    for (index, task) in tasks.enumerated() { starts[Int(task)] = core.intervals[index]?.start ?? 0 }
    for arc in graph.arcs { starts[Int(arc.to)] = max(starts[Int(arc.to)], starts[Int(arc.from)] + arc.distance) }
    let spans = zip(starts, whole.intervals).map { Solution.Span(start: $0, end: $0 + $1.length.lowerBound) }
    return Solution(integers: other.integers, intervals: spans)
  }
}
