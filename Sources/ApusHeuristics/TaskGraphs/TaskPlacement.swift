import ApusStructure

/// A schedule of a task graph while it is made, task by task: each goes into the first gap of its processor that it fits in (insertion).
struct TaskPlacement {
  private let graph: TaskGraph
  private(set) var mode: [Int32]
  private(set) var start: [Int32]
  /// By processor: what is busy, in order of time.
  private var busy: [[Range<Int32>]]

  init(_ graph: TaskGraph) {
    self.graph = graph
    mode = [Int32](repeating: -1, count: graph.taskCount)
    start = [Int32](repeating: 0, count: graph.taskCount)
    busy = Array(repeating: [], count: graph.processorCount)
  }

  /// Whether a task has its place.
  func isPlaced(_ task: Int) -> Bool { mode[task] >= 0 }

  /// When a task ends that has its place.
  func end(of task: Int) -> Int32 { start[task] + graph.modes.duration[Int(mode[task])] }

  /// The earliest start of a task in a mode behind those that it waits for and that have their places, in the first gap.
  ///
  /// Complexity: O(*arcs of the task* + *tasks of the processor*).
  func earliestStart(of task: Int, in mode: Int) -> Int32 {
    var ready = graph.release[mode]
    for arc in graph.predecessors.of(task).lazy.map(Int.init) {
      let earlier = Int(graph.before[arc])
      guard isPlaced(earlier) else { continue }
      ready = max(ready, end(of: earlier) + graph.delay(of: arc, from: Int(self.mode[earlier]), to: mode))
    }
    let duration = graph.modes.duration[mode]
    if duration == 0 { return ready }
    let spans = busy[Int(graph.modes.machine[mode])]
    for place in firstEnding(after: ready, spans)..<spans.count {
      if spans[place].lowerBound - ready >= duration { break }
      ready = max(ready, spans[place].upperBound)
    }
    return ready
  }

  /// The mode in which a task ends first, of equal ones the first, and that end.
  func earliestEnd(of task: Int) -> (mode: Int, end: Int32) {
    var best = (mode: -1, end: Int32.max)
    for mode in graph.modes.of(task) {
      let end = earliestStart(of: task, in: mode) + graph.modes.duration[mode]
      if end < best.end || best.mode < 0 { best = (mode, end) }
    }
    return best
  }

  /// Gives a task its place: the earliest in that mode.
  mutating func place(_ task: Int, in mode: Int) {
    let begin = earliestStart(of: task, in: mode)
    self.mode[task] = Int32(mode)
    start[task] = begin
    let duration = graph.modes.duration[mode]
    guard duration > 0 else { return }
    let processor = Int(graph.modes.machine[mode])
    busy[processor].insert(begin..<begin + duration, at: firstEnding(after: begin, busy[processor]))
  }

  /// The schedule, once every task has its place.
  var schedule: TaskGraphSchedule { TaskGraphSchedule(graph, mode: mode, start: start) }

  /// The first span that ends later than a time, by bisection.
  private func firstEnding(after time: Int32, _ spans: [Range<Int32>]) -> Int {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound > time { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
