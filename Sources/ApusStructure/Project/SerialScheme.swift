/// The serial schedule generation scheme: the tasks of a list, one after the other, each as early as what it waits for and the
/// resources allow beside those before it (Kelley 1963; Kolisch, "Serial and parallel resource-constrained project scheduling methods
/// revisited", European Journal of Operational Research 90, 1996).
///
/// Some list gives an optimal schedule. One schedule costs O(*tasks* · *segments* + *links*) at worst, and allocates nothing; where
/// tasks find a place soon after the end of what they wait for, it is linear.
final class SerialScheme {
  private let taskCount: Int
  private let origin: Int32
  private let duration: UnsafeMutablePointer<Int32>
  private let release: UnsafeMutablePointer<Int32>
  private let linkStart: UnsafeMutablePointer<Int32>
  private let linkTask: UnsafeMutablePointer<Int32>
  private let linkLag: UnsafeMutablePointer<Int32>
  private let demands: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  private let topologicalOrder: UnsafeMutablePointer<Int32>
  private var timeline: ResourceTimeline
  /// By task, the segments of the timeline that begin with its start and its end.
  private let startSegment: UnsafeMutablePointer<Int32>
  private let endSegment: UnsafeMutablePointer<Int32>
  /// By segment, its place in time, and how many tasks come before those of the segment.
  private let rank: UnsafeMutablePointer<Int32>
  private let bucket: UnsafeMutablePointer<Int32>
  /// By task, its start in the schedule made last.
  let start: UnsafeMutablePointer<Int32>

  init(_ project: Project) {
    taskCount = project.taskCount
    origin = project.release.min() ?? 0
    duration = .copy(project.duration)
    release = .copy(project.release)
    linkStart = .copy(project.predecessors.start)
    linkTask = .copy(project.predecessors.task)
    linkLag = .copy(project.predecessors.lag)
    topologicalOrder = .copy(project.topologicalOrder)
    let amounts = PackedAmounts(project)
    demands = .copy(amounts.demands)
    wordCount = amounts.wordCount
    timeline = ResourceTimeline(amounts, taskCount: taskCount)
    startSegment = .copy([Int32](repeating: 0, count: taskCount))
    endSegment = .copy([Int32](repeating: 0, count: taskCount))
    start = .copy([Int32](repeating: 0, count: taskCount))
    rank = .copy([Int32](repeating: 0, count: 2 * taskCount + 2))
    bucket = .copy([Int32](repeating: 0, count: 2 * taskCount + 3))
  }

  deinit {
    timeline.deallocate()
    demands.deallocate()
    for column in [
      duration, release, linkStart, linkTask, linkLag, topologicalOrder, startSegment, endSegment, start, rank, bucket,
    ] { column.deallocate() }
  }

  /// Tasks and segments looked at so far.
  private var tasksPlaced = 0
  var effort: Int { timeline.effort &+ 8 &* tasksPlaced }

  /// Schedules the tasks of a list in which each comes after what it waits for. Returns the makespan.
  func schedule(_ list: UnsafePointer<Int32>) -> Int32 {
    var timeline = timeline
    timeline.reset(origin: origin)
    var makespan = Int32.min
    for index in 0..<taskCount {
      let task = Int(list[index])
      var earliest = release[task]
      var hint = ResourceTimeline.first
      var place = Int(linkStart[task])
      let end = Int(linkStart[task &+ 1])
      while place < end {
        let other = endSegment[Int(linkTask[place])]
        let time = timeline.time[Int(other)] &+ linkLag[place]
        if time >= earliest {
          earliest = time
          hint = other
        }
        place &+= 1
      }
      let (first, last) = timeline.take(
        demands + task &* wordCount, earliest: earliest, length: duration[task], after: hint)
      startSegment[task] = first
      endSegment[task] = last
      start[task] = timeline.time[Int(first)]
      makespan = Swift.max(makespan, timeline.time[Int(last)])
    }
    tasksPlaced &+= taskCount
    self.timeline = timeline
    return makespan
  }

  /// The tasks of the schedule made last in order of their starts; of equal ones in topological order, so that it is a list again.
  /// Complexity: O(*tasks*): the segments are in order already.
  func order(byStartInto list: UnsafeMutablePointer<Int32>) {
    sort(by: startSegment) { list[$0] = $1 }
  }

  /// The tasks of the schedule made last, latest end first: a list for the mirrored project. Complexity: O(*tasks*).
  func order(byEndBackwardsInto list: UnsafeMutablePointer<Int32>) {
    let last = taskCount - 1
    sort(by: endSegment) { list[last - $0] = $1 }
  }

  @inline(__always) private func sort(by segment: UnsafeMutablePointer<Int32>, _ put: (Int, Int32) -> Void) {
    var count = 0
    var current = ResourceTimeline.first
    while timeline.time[Int(current)] < Int32.max {
      rank[Int(current)] = Int32(count)
      count += 1
      current = timeline.next[Int(current)]
    }
    (bucket).update(repeating: 0, count: count + 1)
    for task in 0..<taskCount { bucket[Int(rank[Int(segment[task])]) + 1] += 1 }
    for place in 0..<count { bucket[place + 1] += bucket[place] }
    for index in 0..<taskCount {
      let task = topologicalOrder[index]
      let place = Int(rank[Int(segment[Int(task)])])
      put(Int(bucket[place]), task)
      bucket[place] += 1
    }
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// New memory with the elements in it.
  fileprivate static func copy(_ elements: [Pointee]) -> Self {
    let result = Self.allocate(capacity: Swift.max(1, elements.count))
    result.initialize(from: elements, count: elements.count)
    return result
  }
}
