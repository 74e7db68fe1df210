/// A task graph while it is read: its parts, and where in the file they were found.
struct TaskGraphDraft {
  var parts = TaskGraphParts()
  private(set) var taskOffsets: [Int] = []
  private(set) var arcOffsets: [Int] = []
  private(set) var processorOffsets: [Int] = []

  mutating func addTask(_ name: String, _ durations: [Int?], at offset: Int) {
    parts.tasks.append((name, durations))
    taskOffsets.append(offset)
  }

  mutating func addArc(_ before: Int, _ after: Int, volume: Int, at offset: Int) {
    parts.arcs.append(TaskGraphScheduling.Arc(before: before, after: after, volume: volume))
    arcOffsets.append(offset)
  }

  mutating func addProcessor(_ name: String, startUp: Int = 0, at offset: Int) {
    parts.processors.append((name, startUp))
    processorOffsets.append(offset)
  }

  /// Processors that are all alike, with a unit a tick between any two unless told otherwise.
  mutating func addProcessors(_ count: Int, bandwidth: TaskGraphScheduling.Bandwidth = .unit) {
    parts.processors = (0..<count).map { ("processor \($0)", 0) }
    if bandwidth != .unit {
      parts.bandwidths = Array(repeating: Array(repeating: bandwidth, count: count), count: count)
    }
  }

  /// The task graph, if there is nothing wrong with it.
  ///
  /// - Throws: ``InputError`` at the place in the file where the flaw is.
  func graph(named name: String, _ bytes: [UInt8], file: String) throws(InputError) -> TaskGraphScheduling {
    guard let flaw = parts.firstFlaw else { return TaskGraphScheduling(sound: parts, name: name) }
    func offset(_ offsets: [Int], _ index: Int) -> Int? { offsets.indices.contains(index) ? offsets[index] : nil }
    let place: Int? =
      switch flaw.subject {
      case .whole: nil
      case .processor(let index): offset(processorOffsets, index)
      case .task(let index): offset(taskOffsets, index)
      case .arc(let index): offset(arcOffsets, index)
      }
    guard let place else { throw InputError(file: file, message: flaw.message) }
    throw InputError(file: file, offset: place, in: bytes, message: flaw.message)
  }
}
