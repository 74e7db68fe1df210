/// A rule that says which of several operations that wait for a machine goes first: the one with the least key.
///
/// In the formulas *p* is the duration of the operation; *W* the work that remains in its job, the operation included; *n* the
/// number of operations that remain; *D* the work of the job up to the operation, itself included; *d* and *w* the due date and
/// weight of the job (0 and 1 where the objective is the makespan); *t* the time. A division by 0 is one by 1.
///
/// Most are in S. S. Panwalkar, W. Iskander, "A survey of scheduling rules", Operations Research 25 (1977); the two ratios are in
/// V. Sels, N. Gheysen, M. Vanhoucke, "A comparison of priority rules for the job shop scheduling problem under different flow time-
/// and tardiness-related objective functions", International Journal of Production Research 50 (2012).
public enum DispatchingRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// First in, first out: the time at which the operation became ready.
  case fifo = "FIFO"
  /// Shortest processing time: *p*.
  case spt = "SPT"
  /// Longest processing time: −*p*.
  case lpt = "LPT"
  /// Most work remaining: −*W*.
  case mwkr = "MWKR"
  /// Least work remaining: *W*.
  case lwkr = "LWKR"
  /// Most operations remaining: −*n*.
  case mopnr = "MOPNR"
  /// Flow due date over work remaining: *D* / *W*.
  case fddOverMwkr = "FDD/MWKR"
  /// Processing time over work remaining: *p* / *W*.
  case sptOverTwkr = "SPT/TWKR"
  /// Earliest due date: *d*. J. R. Jackson, Research Report 43, UCLA (1955).
  case edd = "EDD"
  /// Modified due date: max(*d*, *t* + *W*). K. R. Baker, J. W. M. Bertrand, "A dynamic priority rule for scheduling against
  /// due-dates", Journal of Operations Management 3 (1982).
  case mdd = "MDD"
  /// Apparent tardiness cost: −*w*/*p* · exp(−max(0, *d* − *t* − *p* − 3(*W* − *p*)) / 3*m*), with *m* the mean duration on the machine;
  /// the operations to come are taken to wait twice as long as they last. A. P. J. Vepsalainen, T. E. Morton, "Priority rules for
  /// job shops with weighted tardiness costs", Management Science 33 (1987).
  case atc = "ATC"

  /// The rules that need no due dates.
  public static let classic: [DispatchingRule] = [.fifo, .spt, .lpt, .mwkr, .lwkr, .mopnr, .fddOverMwkr, .sptOverTwkr]

  /// The rules that look at due dates.
  public static let dueDate: [DispatchingRule] = [.edd, .mdd, .atc]

  /// Whether keys change while an operation waits. Such rules look at every waiting operation each time they choose.
  public var dependsOnTime: Bool { self == .mdd || self == .atc }
}
