/// What conflict analysis keeps between calls: marks by event, and the clause found.
struct AnalysisState: ~Copyable {
  enum Mark {
    static let unseen: UInt8 = 0
    /// In the clause, with the limit in `asked`.
    static let inClause: UInt8 = 1
    /// Resolved away, on the level of the conflict.
    static let resolved: UInt8 = 2
    /// Follows from other literals of the clause, for limits from `asked` up.
    static let redundant: UInt8 = 3
    /// Not found to follow, for limits up to `asked`.
    static let needed: UInt8 = 4
  }

  /// For each event of the trail, one of ``Mark``.
  var mark = Column<UInt8>()
  /// For each marked event, the strongest limit that was asked of it.
  var asked = Column<Int32>()
  /// Marked events, to be unmarked at the end.
  var touched = Column<Int32>()
  /// The events of the clause below the level of the conflict.
  var below = Column<Int32>()
  /// The clause learned: the asserting literal, then one of the highest level among the others, then the rest.
  var learned = Column<Bound>()
  /// The literal block distance of `learned`: on how many levels its literals lie.
  var lbd: Int32 = 0
  /// The level to go back to: the highest of the literals after the first.
  var assertionLevel: Int32 = 0

  private var levelStamp = Column<Int32>()
  private var stamp: Int32 = 0
  private var clauseStamp: Int32 = 0
  /// For each signed variable the latest event of the clause, valid where the stamp is the present one.
  private var latest = Column<Int32>()
  private var latestStamp = Column<Int32>()

  mutating func begin(events: Int, levels: Int, signedVariables: Int) {
    mark.extend(to: events, with: Mark.unseen)
    asked.extend(to: events, with: 0)
    levelStamp.extend(to: levels + 1, with: 0)
    latest.extend(to: signedVariables, with: -1)
    latestStamp.extend(to: signedVariables, with: 0)
    below.removeAll()
    learned.removeAll()
    stamp &+= 1
    clauseStamp &+= 1
  }

  @inline(__always) mutating func touch(_ event: Int32, _ newMark: UInt8, asked limit: Int32) {
    if mark[event] == Mark.unseen { touched.append(event) }
    mark[event] = newMark
    asked[event] = limit
  }

  mutating func clearMarks() {
    for index in 0..<touched.count { mark[touched[index]] = Mark.unseen }
    touched.removeAll()
  }

  /// Forgets the levels noted so far.
  mutating func restamp() { stamp &+= 1 }

  /// Notes that the clause has a literal on `level`. Returns whether it is the first one.
  mutating func stampLevel(_ level: Int32) -> Bool {
    if levelStamp[level] == stamp { return false }
    levelStamp[level] = stamp
    return true
  }

  @inline(__always) func isStamped(level: Int32) -> Bool { levelStamp[level] == stamp }

  /// Notes an event of the clause, to find the latest of each signed variable.
  mutating func noteLatest(_ event: Int32, of signed: SignedVariable) {
    if latestStamp[signed] != clauseStamp || latest[signed] < event {
      latest[signed] = event
      latestStamp[signed] = clauseStamp
    }
  }

  func isLatest(_ event: Int32, of signed: SignedVariable) -> Bool { latest[signed] == event }
}
