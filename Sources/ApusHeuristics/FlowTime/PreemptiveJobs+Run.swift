extension PreemptiveJobs {
  /// When each job ends under a policy. Ties go to the job that was released first, then to the smaller number.
  ///
  /// Complexity: O(log *jobs*) an operation, a release and a turn.
  ///
  /// - Precondition: a quantum is positive.
  public func ends(under policy: PreemptivePolicy) -> [Int] {
    var run = PreemptiveRun(self, policy)
    return run.ends()
  }

  /// The sum of flow times under a policy.
  public func flowTime(under policy: PreemptivePolicy) -> Int {
    zip(ends(under: policy), release).reduce(0) { $0 + $1.0 - $1.1 }
  }
}

/// The machine at work: from one end or release to the next.
private struct PreemptiveRun {
  let jobs: PreemptiveJobs
  let policy: PreemptivePolicy
  /// By job: the operation it is at, what is left of that, and what is left of all.
  var operation: [Int]
  var left: [Int]
  var leftInAll: [Int]
  /// The jobs by release.
  let arrivals: [Int]
  var arrived = 0
  /// The released jobs that are not over, as a heap by key, or the line of those that take turns.
  var waiting: [(key: Int, rank: Int, job: Int)] = []
  var turns = 0
  /// By job, its place among the arrivals.
  var rank: [Int]
  var time = 0

  init(_ jobs: PreemptiveJobs, _ policy: PreemptivePolicy) {
    if case .roundRobin(let quantum) = policy { precondition(quantum > 0, "a turn takes time") }
    self.jobs = jobs
    self.policy = policy
    operation = [Int](repeating: 0, count: jobs.jobCount)
    left = jobs.operations.map { $0[0] }
    leftInAll = jobs.operations.map { $0.reduce(0, +) }
    arrivals = jobs.release.indices.sorted { (jobs.release[$0], $0) < (jobs.release[$1], $1) }
    rank = operation
    for (place, job) in arrivals.enumerated() { rank[job] = place }
  }

  mutating func ends() -> [Int] {
    var ends = jobs.release
    while arrived < arrivals.count || !waiting.isEmpty {
      if waiting.isEmpty { time = max(time, jobs.release[arrivals[arrived]]) }
      takeArrivals()
      let job = pop()
      let amount = amount(of: job)
      time += amount
      left[job] -= amount
      leftInAll[job] -= amount
      if leftInAll[job] == 0 {
        ends[job] = time
        continue
      }
      if left[job] == 0 {
        operation[job] += 1
        left[job] = jobs.operations[job][operation[job]]
      }
      takeArrivals()
      push(job)
    }
    return ends
  }

  /// How long a job has the machine before something happens.
  private func amount(of job: Int) -> Int {
    switch policy {
    case .fifo: leftInAll[job]
    case .roundRobin(let quantum): min(quantum, leftInAll[job])
    case .srpt, .operationSRPT:
      arrived < arrivals.count ? min(left[job], jobs.release[arrivals[arrived]] - time) : left[job]
    }
  }

  private mutating func takeArrivals() {
    while arrived < arrivals.count, jobs.release[arrivals[arrived]] <= time {
      push(arrivals[arrived])
      arrived += 1
    }
  }

  private mutating func push(_ job: Int) {
    turns += 1
    let key =
      switch policy {
      case .srpt: leftInAll[job]
      case .operationSRPT: left[job]
      case .fifo: 0
      case .roundRobin: turns
      }
    waiting.append((key, rank[job], job))
    var child = waiting.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      waiting.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Int {
    waiting.swapAt(0, waiting.count - 1)
    let job = waiting.removeLast().job
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < waiting.count && isBefore(child, least) {
        least = child
      }
      if least == parent { return job }
      waiting.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    (waiting[first].key, waiting[first].rank) < (waiting[second].key, waiting[second].rank)
  }
}
