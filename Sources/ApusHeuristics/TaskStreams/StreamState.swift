import ApusStructure

/// A stream under way: what has run, what runs, and what waits for which processor.
struct StreamState {
  /// A task of a job.
  struct Work: Hashable {
    let job: Int
    let task: Int
  }

  enum Phase {
    /// Not placed.
    case waiting
    /// In the queue of a processor.
    case queued
    case running
    case done
  }

  let stream: TaskStream
  var now: Int32 = 0
  /// The jobs in the system, in order of arrival.
  private(set) var active: [Int] = []
  /// By job and task.
  private(set) var phase: [[Phase]]
  private(set) var mode: [[Int32]]
  private var start: [[Int32]]
  /// The real end of what runs or is done. Policies may ask for it only where it is over.
  private var end: [[Int32]]
  /// By processor, first things first.
  private(set) var queues: [[Work]]
  private(set) var running: [Work?]
  private var left: [Int]
  /// When the last task of a job ended.
  private(set) var jobEnd: [Int32]

  init(_ stream: TaskStream) {
    self.stream = stream
    let counts = stream.jobs.map { stream.graphs[$0.graph].taskCount }
    phase = counts.map { Array(repeating: .waiting, count: $0) }
    mode = counts.map { Array(repeating: -1, count: $0) }
    start = counts.map { Array(repeating: 0, count: $0) }
    end = start
    queues = Array(repeating: [], count: stream.graphs[0].processorCount)
    running = Array(repeating: nil, count: stream.graphs[0].processorCount)
    left = counts
    jobEnd = Array(repeating: 0, count: counts.count)
  }

  func graph(of job: Int) -> TaskGraph { stream.graphs[stream.jobs[job].graph] }

  /// When a task that has begun ends as far as anybody can know: as planned, or if that is over, a tick from now.
  func expectedEnd(_ work: Work) -> Int32 {
    if phase[work.job][work.task] == .done { return end[work.job][work.task] }
    let duration = graph(of: work.job).modes.duration[Int(mode[work.job][work.task])]
    return max(now + 1, start[work.job][work.task] + duration)
  }

  /// Whether all that a task waits for is done.
  func isReady(_ work: Work) -> Bool {
    let graph = graph(of: work.job)
    return graph.predecessors.of(work.task).allSatisfy { phase[work.job][Int(graph.before[Int($0)])] == .done }
  }

  /// When the data of what has begun are there for a task in a mode; never before now.
  func dataArrival(_ work: Work, in mode: Int) -> Int32 {
    let graph = graph(of: work.job)
    var time = now
    for arc in graph.predecessors.of(work.task).lazy.map(Int.init) {
      let earlier = Work(job: work.job, task: Int(graph.before[arc]))
      guard phase[earlier.job][earlier.task] == .done || phase[earlier.job][earlier.task] == .running else { continue }
      let source = Int(self.mode[earlier.job][earlier.task])
      time = max(time, expectedEnd(earlier) + graph.delay(of: arc, from: source, to: mode))
    }
    return time
  }

  /// When a processor is free of what runs on it.
  func expectedFree(_ processor: Int) -> Int32 { running[processor].map(expectedEnd) ?? now }

  /// Puts a task behind all that waits for the processor of a mode.
  mutating func enqueue(_ work: Work, in mode: Int) {
    phase[work.job][work.task] = .queued
    self.mode[work.job][work.task] = Int32(mode)
    queues[Int(graph(of: work.job).modes.machine[mode])].append(work)
  }

  /// Takes everything that has not begun from its queue.
  mutating func clearQueues() {
    for queue in queues { for work in queue { phase[work.job][work.task] = .waiting } }
    queues = queues.map { _ in [] }
  }

  // MARK: Time

  /// Lets in the jobs that have come and find room; false where there is none.
  mutating func admit(from next: inout Int) -> Bool {
    let before = active.count
    while next < stream.jobs.count, stream.jobs[next].arrival <= now, active.count < stream.limit {
      active.append(next)
      next += 1
    }
    return active.count > before
  }

  /// Ends what ends now; says whether anything did, and whether any did not take the time that was planned.
  mutating func finish() -> (any: Bool, late: Bool) {
    var result = (any: false, late: false)
    for (processor, work) in running.enumerated() {
      guard let work, end[work.job][work.task] <= now else { continue }
      running[processor] = nil
      phase[work.job][work.task] = .done
      result.any = true
      let planned = graph(of: work.job).modes.duration[Int(mode[work.job][work.task])]
      if now - start[work.job][work.task] != planned { result.late = true }
      left[work.job] -= 1
      if left[work.job] == 0 {
        jobEnd[work.job] = now
        active.removeAll { $0 == work.job }
      }
    }
    return result
  }

  /// Begins the first task of each idle processor's queue where its data are there.
  mutating func begin() {
    for processor in queues.indices where running[processor] == nil {
      guard let work = queues[processor].first, isReady(work) else { continue }
      let mode = Int(mode[work.job][work.task])
      guard dataArrival(work, in: mode) <= now else { continue }
      queues[processor].removeFirst()
      running[processor] = work
      phase[work.job][work.task] = .running
      start[work.job][work.task] = now
      end[work.job][work.task] = now + stream.duration(ofTask: work.task, ofJob: work.job, in: mode)
    }
  }

  /// The next time when something ends or data that are waited for arrive; nil where nothing will.
  var nextEvent: Int32? {
    var next: Int32?
    func consider(_ time: Int32) { next = min(next ?? time, time) }
    for processor in queues.indices {
      if let work = running[processor] {
        consider(end[work.job][work.task])
      } else if let work = queues[processor].first, isReady(work) {
        consider(max(now + 1, dataArrival(work, in: Int(mode[work.job][work.task]))))
      }
    }
    return next
  }
}
