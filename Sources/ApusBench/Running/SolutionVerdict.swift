import Foundation

/// What a check that no solver has a part in says of a solution file.
public struct SolutionVerdict: Sendable, Equatable {
  /// The objective that the file states, which the check has found to be right.
  public var objective: Double?
  /// The first thing that is wrong; nil for a right solution.
  public var complaint: String?

  public init(objective: Double?, complaint: String?) {
    self.objective = objective
    self.complaint = complaint
  }
}

/// Judges a solution file by an instance's file. A file that is missing or cannot be read is wrong.
public typealias SolutionJudge = (_ instance: URL, _ solution: URL) -> SolutionVerdict
