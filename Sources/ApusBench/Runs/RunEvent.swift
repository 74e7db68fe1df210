/// A better solution or a better bound on the way of a run. Events are kept in a file of their own, one a line.
public struct RunEvent: Sendable, Hashable, Codable {
  /// The run, by ``RunRecord/id``.
  public var run: String
  /// Seconds since the run began.
  public var t: Double
  /// The value of the solution that was found; `nil` where only the bound moved.
  public var objective: Double?
  /// The bound that was proven; `nil` where only a solution was found.
  public var bound: Double?

  public init(run: String, t: Double, objective: Double? = nil, bound: Double? = nil) {
    self.run = run
    self.t = t
    self.objective = objective
    self.bound = bound
  }

  /// What is wrong with the line, as `field: what`; `nil` for a sound one.
  public var mistake: String? {
    if !(t >= 0 && t.isFinite) { return "t: expected a number that is not negative, found \(t)" }
    return objective == nil && bound == nil ? "objective: expected an objective or a bound, found neither" : nil
  }
}
