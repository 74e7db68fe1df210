/// An instance while it is read: sound jobs only, and what their sums come to.
struct SingleMachineDraft {
  private typealias Limits = SingleMachine

  private(set) var jobs: [SingleMachine.Job] = []
  private(set) var setups: SingleMachine.Setups?
  private var totalProcessing = 0
  private var totalWeight = 0
  private var totalSetup = 0
  /// When the last job may begin to wait for nothing: at the latest release, or due date of a job that should not be early.
  private var latestBegin = 0

  /// See `SingleMachine/horizon`.
  var horizon: Int { latestBegin + totalProcessing + totalSetup }

  static let times = 0...Limits.maximumTime
  static let processingTimes = 1...Limits.maximumTime
  static let dueDates = -Limits.maximumTime...Limits.maximumTime
  static let weights = 0...Limits.maximumTotalWeight

  /// Adds a job, or says what is wrong with it.
  mutating func add(_ job: SingleMachine.Job) -> String? {
    let number = jobs.count
    func outside(_ what: String, _ value: Int, _ range: ClosedRange<Int>) -> String? {
      range.contains(value)
        ? nil : "the \(what) of job \(number) is \(value), expected \(range.lowerBound) to \(range.upperBound)"
    }
    guard number < Limits.maximumJobCount else { return "more than \(Limits.maximumJobCount) jobs" }
    if let flaw = outside("processing time", job.processing, Self.processingTimes)
      ?? outside("due date", job.due, Self.dueDates) ?? outside("weight", job.weight, Self.weights)
      ?? outside("earliness weight", job.earlinessWeight, Self.weights)
      ?? outside("release date", job.release, Self.times)
    {
      return flaw
    }
    totalProcessing += job.processing
    totalWeight += job.weight + job.earlinessWeight
    latestBegin = max(latestBegin, job.release, job.earlinessWeight > 0 ? job.due : 0)
    guard horizon <= Limits.maximumTime else { return Self.tooLong(number) }
    guard totalWeight <= Limits.maximumTotalWeight else {
      return
        "job \(number) brings the sum of all weights above \(Limits.maximumTotalWeight), the most that is supported"
    }
    jobs.append(job)
    jobs[number].id = number
    return nil
  }

  /// Adds the setup times between all jobs, or says what is wrong with them.
  mutating func add(_ setups: SingleMachine.Setups) -> String? {
    let count = jobs.count
    guard setups.initial.count == count, setups.times.count == count * count else {
      return
        "\(setups.initial.count) initial and \(setups.times.count) other setup times, expected \(count) and \(count * count)"
    }
    guard (setups.initial + setups.times).allSatisfy(Self.times.contains) else {
      return "a setup time is out of range, expected 0 to \(Limits.maximumTime)"
    }
    for job in jobs.indices {
      totalSetup += setups.longest(before: job)
      guard horizon <= Limits.maximumTime else { return Self.tooLong(job) }
    }
    self.setups = setups
    return nil
  }

  private static func tooLong(_ job: Int) -> String {
    "job \(job) brings the sum of all times above \(Limits.maximumTime), the longest that is supported"
  }
}
