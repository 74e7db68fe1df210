/// What the exact methods of one machine have in common.
enum ExactSettings {
  /// Steps over jobs in a tick of work.
  static let stepsPerTick = 16
  /// Bytes for what is remembered, where the run has no limit of its own.
  static let memory = 2 << 30
  /// The most jobs of an exact method: what it holds grows with their square.
  static let largestProblem = 4000
  /// The most jobs of the method for weights, which tries all pairs of them again and again; and the latest end.
  static let mostWeightedJobs = 1000
  static let latestWeightedEnd = 10_000_000
  /// The largest cost of a schedule in the method for weights, over the number of jobs: sums of so many numbers of this size are exact to a thousandth.
  static let largestCost = 1e12
}
