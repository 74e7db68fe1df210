import ApusModel
import ApusStructure

extension TaskStream {
  /// Runs the stream under a policy, from event to event. The same every time, if the solver is.
  ///
  /// - Parameter solver: For ``StreamPolicy/plan``; without one it is ``StreamPolicy/heft``.
  /// - Throws: what the solver throws.
  /// - Complexity: a decision of the policy for each job, and with noise for each task.
  public func run(_ policy: StreamPolicy, solver: StreamSolver? = nil) throws -> StreamResult {
    var state = StreamState(self)
    var next = 0
    var jobTicks = 0
    while true {
      let finished = state.finish()
      let isNew = state.admit(from: &next)
      if policy.isGreedy {
        if isNew || finished.any { state.placeReady(by: policy) }
      } else if isNew || finished.late {
        try state.plan(policy == .plan ? solver : nil)
      }
      state.begin()
      var event = state.nextEvent
      if next < jobs.count, state.active.count < limit {
        let arrival = max(jobs[next].arrival, state.now + 1)
        event = min(event ?? arrival, arrival)
      }
      guard let event else { break }
      jobTicks += Int(event - state.now) * state.active.count
      state.now = event
    }
    precondition(next == jobs.count && state.active.isEmpty, "every job ends")
    return StreamResult(
      latencies: zip(state.jobEnd, jobs).map { Int($0 - $1.arrival) },
      meanQueue: Double(jobTicks) / Double(max(1, state.now)), end: Int(state.now))
  }
}

extension StreamState {
  /// Places all that is ready, by one of the greedy policies.
  mutating func placeReady(by policy: StreamPolicy) {
    var ready: [Work] = []
    for job in active {
      for task in phase[job].indices where phase[job][task] == .waiting {
        let work = Work(job: job, task: task)
        if isReady(work) { ready.append(work) }
      }
    }
    /// When each processor is free of what runs and waits, which is all ready.
    var free = queues.indices.map { processor in
      queues[processor].reduce(expectedFree(processor)) { time, work in
        let mode = Int(mode[work.job][work.task])
        return max(time, dataArrival(work, in: mode)) + graph(of: work.job).modes.duration[mode]
      }
    }
    func end(_ work: Work, _ mode: Int) -> Int32 {
      let modes = graph(of: work.job).modes
      return max(free[Int(modes.machine[mode])], dataArrival(work, in: mode)) + modes.duration[mode]
    }
    func least(_ work: Work) -> Int32 {
      let modes = graph(of: work.job).modes
      return modes.of(work.task).reduce(.max) { min($0, modes.duration[$1]) }
    }
    func earliest(_ work: Work) -> (mode: Int, end: Int32) {
      graph(of: work.job).modes.of(work.task).map { ($0, end(work, $0)) }.min { ($0.1, $0.0) < ($1.1, $1.0) }!
    }
    if policy == .stf {
      ready = ready.enumerated().sorted { (least($0.element), $0.offset) < (least($1.element), $1.offset) }.map(
        \.element)
    }
    while !ready.isEmpty {
      var place = 0
      if policy == .etf { place = ready.indices.min { (earliest(ready[$0]).end, $0) < (earliest(ready[$1]).end, $1) }! }
      let work = ready.remove(at: place)
      let modes = graph(of: work.job).modes
      let mode =
        policy == .met
        ? modes.of(work.task).min { (modes.duration[$0], $0) < (modes.duration[$1], $1) }! : earliest(work).mode
      free[Int(modes.machine[mode])] = end(work, mode)
      enqueue(work, in: mode)
    }
  }

  /// Plans all that has not begun: by HEFT over all jobs at once, then by the solver.
  mutating func plan(_ solver: StreamSolver?) throws {
    clearQueues()
    let snapshot = self
    var rests: [TaskGraph.Rest] = []
    var owners: [Work] = []
    var jobs: [Range<Int>] = []
    for job in active {
      let tasks = phase[job].indices.filter { phase[job][$0] == .waiting }
      if tasks.isEmpty { continue }
      let modes = graph(of: job).modes
      rests.append(
        TaskGraph.Rest(graph(of: job), tasks: tasks) { task, mode in
          max(
            snapshot.expectedFree(Int(modes.machine[mode])),
            snapshot.dataArrival(Work(job: job, task: task), in: mode))
        })
      jobs.append(owners.count..<owners.count + tasks.count)
      owners += tasks.map { Work(job: job, task: $0) }
    }
    guard !rests.isEmpty else { return }
    let joined = TaskGraph(joining: rests)
    var schedule = joined.heft()
    if let solver {
      let data = joined.model(jobs: jobs).data
      if let better = try solver(data, joined.solution(of: schedule, jobs: jobs, in: data)) {
        schedule = TaskGraphSchedule(joined, in: better)
      }
    }
    for task in schedule.start.indices.sorted(by: { (schedule.start[$0], $0) < (schedule.start[$1], $1) }) {
      let work = owners[task]
      let offset = Int(schedule.mode[task]) - joined.modes.of(task).lowerBound
      enqueue(work, in: graph(of: work.job).modes.of(work.task).lowerBound + offset)
    }
  }
}
