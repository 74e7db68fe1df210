/// A rule that says which of several tasks of a project that might go next does: the one with the least key.
///
/// In the formulas *p* is the duration of the task, *E* its earliest start and *L* its latest start by the longest paths through it, for the
/// shortest project that lags and durations alone allow.
///
/// R. Kolisch, "Efficient priority rules for the resource-constrained project scheduling problem", Journal of Operations Management 14
/// (1996), has them all, with their sources; R. Kolisch, S. Hartmann, "Experimental investigation of heuristics for resource-constrained
/// project scheduling: an update", European Journal of Operational Research 174 (2006), compares them.
public enum PriorityRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// Latest finish time: *L* + *p*. E. W. Davis, J. H. Patterson, Management Science 21 (1975).
  case lft = "LFT"
  /// Latest start time: *L*. R. Alvarez-Valdés, J. M. Tamarit (1989).
  case lst = "LST"
  /// Minimum slack: *L* − *E*. Davis and Patterson (1975).
  case mslk = "MSLK"
  /// Greatest rank positional weight: −(*p* + the durations of the immediate successors). Alvarez-Valdés and Tamarit (1989).
  case grpw = "GRPW"
  /// Most total successors, direct or not: −their number. Alvarez-Valdés and Tamarit (1989).
  case mts = "MTS"
  /// Most immediate successors: −their number. Kolisch (1996).
  case mis = "MIS"
  /// Shortest processing time: *p*. Alvarez-Valdés and Tamarit (1989).
  case spt = "SPT"

  /// The rule of that name, in any case.
  public init?(looselyNamed name: some StringProtocol) {
    guard let rule = PriorityRule(rawValue: name.uppercased()) else { return nil }
    self = rule
  }
}
