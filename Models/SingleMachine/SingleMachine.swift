/// Jobs on one machine that does one at a time, each once and without interruption; wanted is the least weighted tardiness.
///
/// A job is late by max(0, end − due date). The objective is the sum of weight · tardiness over the jobs, and of earliness weight ·
/// earliness where jobs have such a weight. Jobs may be released after time 0, and setup times may have to pass between neighbours.
/// See the README of this folder for formats and papers.
public struct SingleMachine: Sendable, Equatable {
  /// The most jobs of an instance.
  public static let maximumJobCount = 100_000
  /// The greatest `horizon`, and the latest due date, in ticks; the earliest due date is as far before 0.
  public static let maximumTime = 1_000_000_000
  /// The greatest sum of all weights: objectives fit in 64 bits then.
  public static let maximumTotalWeight = 1_000_000_000

  /// The instance's name, `wt40#1`.
  public let name: String
  /// The jobs in the order of the file; job `i` has the id `i`.
  public let jobs: [Job]
  /// The times that pass between neighbours; nil for none.
  public let setups: Setups?
  /// The proven optimum, where the file says it.
  public let statedOptimum: Int?
  /// By when all is over in every schedule without needless waiting, in ticks.
  public let horizon: Int

  /// Something to be done.
  public struct Job: Sendable, Hashable, Identifiable {
    /// The job's place in the instance, from 0.
    public internal(set) var id = 0
    /// What the file calls it; nil where it gives no names.
    public let name: String?
    /// The time it takes, in ticks; positive.
    public let processing: Int
    /// When it should be done.
    public let due: Int
    /// What a tick of tardiness costs.
    public let weight: Int
    /// What a tick of earliness costs.
    public let earlinessWeight: Int
    /// The earliest start.
    public let release: Int

    /// A job; its id is given to it by the instance.
    public init(
      _ name: String? = nil, processing: Int, due: Int, weight: Int = 1, earlinessWeight: Int = 0, release: Int = 0
    ) {
      self.name = name
      self.processing = processing
      self.due = due
      self.weight = weight
      self.earlinessWeight = earlinessWeight
      self.release = release
    }

    /// The cost of ending at a time.
    public func cost(endingAt end: Int) -> Int { weight * max(0, end - due) + earlinessWeight * max(0, due - end) }
  }

  /// The times between jobs that directly follow each other, and before the first one, in ticks.
  public struct Setups: Sendable, Equatable, Codable {
    /// For each job the time from 0 to its start, where it is the first.
    public let initial: [Int]
    /// Row by row: the time from the end of job *a* to the start of job *b* directly after it is at `a * jobs + b`.
    public let times: [Int]

    public init(initial: [Int], times: [Int]) {
      self.initial = initial
      self.times = times
    }

    /// The time between two jobs, or before the first one where there is none before it.
    public func time(from job: Int?, to next: Int) -> Int {
      job.map { times[$0 * initial.count + next] } ?? initial[next]
    }

    /// The longest setup before a job.
    func longest(before job: Int) -> Int {
      (0..<initial.count).reduce(initial[job]) { $1 == job ? $0 : max($0, times[$1 * initial.count + job]) }
    }
  }

  /// Creates an instance.
  ///
  /// - Throws: ``InputError`` naming the job if there is none, if a number is out of range, or if sums of times or weights are.
  /// - Complexity: O(jobs), with setup times O(jobs²).
  public init(name: String, jobs: [Job], setups: Setups? = nil, statedOptimum: Int? = nil) throws(InputError) {
    guard !jobs.isEmpty else { throw InputError(file: name, message: "no jobs, expected at least one") }
    var draft = SingleMachineDraft()
    for job in jobs {
      if let flaw = draft.add(job) { throw InputError(file: name, message: flaw) }
    }
    if let setups, let flaw = draft.add(setups) { throw InputError(file: name, message: flaw) }
    self.init(draft, name: name, statedOptimum: statedOptimum)
  }

  /// An instance of sound parts.
  init(_ draft: SingleMachineDraft, name: String, statedOptimum: Int? = nil) {
    self.name = name
    self.statedOptimum = statedOptimum
    jobs = draft.jobs
    setups = draft.setups
    horizon = draft.horizon
  }
}

extension SingleMachine {
  /// Whether all jobs cost the same per tick of tardiness and nothing for earliness.
  public var isUnweighted: Bool { jobs.allSatisfy { $0.weight == 1 && $0.earlinessWeight == 0 } }

  /// Whether it can be good to end a job later: some job costs something for earliness.
  public var hasEarliness: Bool { jobs.contains { $0.earlinessWeight > 0 } }

  /// Whether some job is released after 0.
  public var hasReleases: Bool { jobs.contains { $0.release > 0 } }

  /// The same jobs, each of weight 1.
  func unweighted() -> SingleMachine {
    var draft = SingleMachineDraft()
    for job in jobs { _ = draft.add(Job(job.name, processing: job.processing, due: job.due, release: job.release)) }
    return SingleMachine(draft, name: name)
  }

  /// The objective of jobs that end at these times, clamped to 64 bits: claimed times can be anything.
  func cost(ofEnds ends: some Sequence<(job: Int, end: Int)>) -> Int {
    var total: Int128 = 0
    for (job, end) in ends {
      let job = jobs[job]
      let lateness = Int128(end) - Int128(job.due)
      total += lateness > 0 ? Int128(job.weight) * lateness : Int128(job.earlinessWeight) * -lateness
    }
    return Int(clamping: total)
  }
}
