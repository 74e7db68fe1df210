/// What the exact methods of one machine have in common.
enum ExactSettings {
  /// Steps over jobs in a tick of work.
  static let stepsPerTick = 16
  /// Bytes for what is remembered, where the run has no limit of its own.
  static let memory = 2 << 30
  /// The most jobs of an exact method: what it holds grows with their square.
  static let largestProblem = 4000
  /// The most pairs of a job and a time of the method for weights: a pass over them is then a few tenths of a second.
  static let largestTable = 100_000_000
}
