import ApusStructure

/// The parallel schedule generation scheme: time goes forward, and at each time at which something ends or comes free, of the tasks that
/// may start and for which there is enough of everything the chosen one does, until none is left (Brooks and White 1965; Kolisch 1996).
///
/// Its schedules are non-delay; there may be no optimal one among them.
struct ParallelScheme {
  private let project: Project
  private var free: [Int]
  private var waitsFor: [Int]
  private var readyTime: [Int]
  /// Tasks that wait for no other task any more, by the time from which on they may start; those for which it has come; and those in progress.
  private var coming = BinaryHeap<TimedTask>()
  private var waiting: [Int32] = []
  private var running = BinaryHeap<TimedTask>()
  private var start: [Int32]

  private struct TimedTask: Comparable {
    var time: Int
    var task: Int32

    static func < (left: Self, right: Self) -> Bool { (left.time, left.task) < (right.time, right.task) }
  }

  private init(_ project: Project) {
    self.project = project
    free = project.capacity
    waitsFor = (0..<project.taskCount).map { project.predecessors.places(of: $0).count }
    readyTime = project.release.map(Int.init)
    start = [Int32](repeating: 0, count: project.taskCount)
    for task in 0..<project.taskCount where waitsFor[task] == 0 {
      coming.insert(TimedTask(time: readyTime[task], task: Int32(task)))
    }
  }

  /// The start of every task.
  ///
  /// Complexity: O(*tasks* · *waiting* · *demands of a task* + *links* log *tasks*).
  static func build(_ project: Project, _ chooser: inout PriorityChooser) -> [Int32] {
    var scheme = ParallelScheme(project)
    while let time = scheme.nextTime {
      scheme.advance(to: time)
      var candidates = scheme.waiting.filter { scheme.fits($0) }
      while !candidates.isEmpty {
        let task = candidates[chooser.choose(among: candidates)]
        scheme.begin(task, at: time)
        candidates.removeAll { $0 == task || !scheme.fits($0) }
      }
    }
    return scheme.start
  }

  /// The next time at which more may start than before; nil when all has.
  private var nextTime: Int? {
    if waiting.isEmpty, coming.isEmpty { return nil }
    return [coming.first?.time, running.first?.time].compactMap(\.self).min()
  }

  private mutating func advance(to time: Int) {
    while let ended = running.first, ended.time <= time {
      _ = running.popFirst()
      for place in project.demands.places(of: Int(ended.task)) {
        free[Int(project.demands.resource[place])] += project.demands.amount[place]
      }
    }
    while let ready = coming.first, ready.time <= time {
      _ = coming.popFirst()
      waiting.append(ready.task)
    }
  }

  private func fits(_ task: Int32) -> Bool {
    project.demands.places(of: Int(task)).allSatisfy {
      project.demands.amount[$0] <= free[Int(project.demands.resource[$0])]
    }
  }

  private mutating func begin(_ task: Int32, at time: Int) {
    start[Int(task)] = Int32(time)
    waiting.removeAll { $0 == task }
    let end = time + Int(project.duration[Int(task)])
    for place in project.demands.places(of: Int(task)) {
      free[Int(project.demands.resource[place])] -= project.demands.amount[place]
    }
    running.insert(TimedTask(time: end, task: task))
    for place in project.successors.places(of: Int(task)) {
      let next = Int(project.successors.task[place])
      readyTime[next] = max(readyTime[next], end + Int(project.successors.lag[place]))
      waitsFor[next] -= 1
      if waitsFor[next] == 0 { coming.insert(TimedTask(time: readyTime[next], task: Int32(next))) }
    }
  }
}
