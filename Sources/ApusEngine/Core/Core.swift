/// The kernel: domains, trail, reasons, clauses, difference edges and the propagation loop, on plain columns.
///
/// One trail of bound events; every event has a ``Reason``. Nothing stands behind a bound: clauses store literals
/// (signed variable, limit) themselves. A variable may have a *scope*, a Boolean literal: its bounds then hold under that literal,
/// and where they cross, the scope is void instead of the search.
///
/// Invariants: `limit[s] >= -limit[s ^ 1]` except for variables whose scope is void; the trail is empty at the root once
/// propagation has ended there, because what holds at the root needs no explanation.
struct Core: ~Copyable {
  // Domains and trail
  var limit = Column<Int32>()
  /// The last event of each signed variable, -1 for none.
  var lastEvent = Column<Int32>()
  /// For each variable the literal under which its bounds hold.
  var scope = Column<Truth>()
  var trail = Column<Event>()
  /// The length of the trail when each level began.
  var levelStart = Column<Int32>()
  /// Inferences that emptied a scoped variable: the bound that could not be set, and why.
  var crossings = Column<Event>()

  // Clauses
  var arena = ClauseArena()
  var watches = ListColumn<Watch>()

  // Difference edges
  var edges = Column<DifferenceEdge>()
  /// By source: what a new bound of the source may push.
  var outgoing = ListColumn<EdgeWatch>()
  /// By guard: what may be pushed once the guard holds.
  var guarded = ListColumn<Int32>()
  /// How many of the edges have been looked at since they were posted.
  var pushedEdges = 0

  // Propagators
  var propagators: [Propagator] = []
  var wakeUps = ListColumn<WakeUp>()
  /// What changed for each propagator since it ran: the union of its wake-ups' flags.
  var changes = Column<Int32>()
  var queue = PropagatorQueue()

  // Propagation and conflict
  var head = 0
  /// Looked at now and then while propagating; once set, the search must end.
  var stopFlag: StopFlag?
  var isInterrupted = false
  /// From this length of the trail on, the present propagation is suspected to climb along a cycle of edges.
  var cycleAlarm = 0
  var nextCycleSearch = 0
  var conflict = Column<Bound>()
  /// The level of the last conflict that was learned from, after lifting.
  var conflictLevel: Int32 = 0
  /// The level of the assumptions: 1, or 0 where there are none.
  var assumptionLevel: Int32 = 0
  var analysis = AnalysisState()
  var activity = ActivityHeap()
  /// The last bound that could not be set, where that was a conflict: what the inference check judges a conflict by.
  var failedAttempt: Event?
  /// Judges every inference, where that is asked for.
  var inferenceCheck: InferenceCheck?

  /// Deterministic effort so far, roughly in units of ten nanoseconds.
  var work = 0
  var statistics = CoreStatistics()

  /// The literal that always holds; its variable is number 0.
  static let always: Truth = 1
  static let never: Truth = 0

  init() {
    let truth = addVariable(1...1)
    assert(truth == 0)
  }

  var variableCount: Int { scope.count }
  @inline(__always) var level: Int32 { Int32(truncatingIfNeeded: levelStart.count) }

  /// A new variable with values in `domain`, whose bounds hold where `scope` does.
  mutating func addVariable(_ domain: ClosedRange<Int32>, scope literal: Truth = Core.always) -> Int32 {
    let variable = Int32(scope.count)
    limit.append(domain.upperBound)
    limit.append(-domain.lowerBound)
    lastEvent.append(-1)
    lastEvent.append(-1)
    scope.append(literal)
    let signed = 2 * scope.count
    watches.extend(to: signed)
    outgoing.extend(to: signed)
    guarded.extend(to: signed)
    wakeUps.extend(to: signed)
    return variable
  }

  /// A new Boolean that search may branch on; returns its positive literal.
  mutating func addBoolean() -> Truth {
    let variable = addVariable(0...1)
    activity.add(variable)
    return 2 * variable + 1
  }

  /// Runs `propagator` whenever a bound of `signed` tightens, with `flags` added to what it is told.
  mutating func wake(_ propagator: Int32, on signed: SignedVariable, flags: Int32) {
    wakeUps.append(WakeUp(propagator: propagator, flags: flags), to: signed)
  }

  /// Takes in a propagator, to be run at the next propagation. Returns its number.
  mutating func add(_ propagator: Propagator) -> Int32 {
    let number = Int32(propagators.count)
    propagator.number = number
    propagators.append(propagator)
    changes.append(0)
    propagator.attach(&self)
    enqueue(number, flags: -1)
    return number
  }

  /// The bytes held by the columns that grow with the search.
  var byteCount: Int {
    arena.byteCount + watches.byteCount + trail.byteCount + edges.byteCount + outgoing.byteCount + limit.byteCount * 6
  }
}

struct CoreStatistics {
  var conflicts = 0
  var decisions = 0
  var events = 0
  var restarts = 0
  var learnedLiterals = 0
  var propagatorRuns = 0
}
