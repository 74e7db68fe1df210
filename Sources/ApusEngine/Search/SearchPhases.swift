import ApusModel

/// Which value search tries first for each Boolean: that of the best solution known (Demirović, Chu and Stuckey, CP 2018); before
/// there is one, the order of two tasks that leaves the later start more room.
struct SearchPhases: ~Copyable {
  /// The pair of tasks that a Boolean orders. (Not private: Swift 6.3 then aborts in debug builds, "Global is external".)
  struct Pair: BitwiseCopyable {
    var noOverlap: Int32
    var first: Int32
    var second: Int32
    /// The literal "first goes before second".
    var truth: Truth
  }

  /// By variable: the literal tried first; `unknown` where there is none.
  private var preferred = Column<Truth>()
  /// By variable: an index in `pairs`, or -1.
  private var pairIndex = Column<Int32>()
  private var pairs = Column<Pair>()
  /// The starts that search may branch on by activity.
  private(set) var starts: [Int32] = []
  /// By variable: the value of a start in the best solution, `unknownStart` where there is none; `noStart` for other variables.
  private var startValues = Column<Int32>()
  private static let noStart = Int32.min
  private static let unknownStart = Int32.max
  private static let unknown: Truth = -1

  /// Takes in the Booleans that no-overlap constraints have made since the last call.
  mutating func update(_ noOverlaps: [NoOverlapPropagator], variableCount: Int) {
    preferred.extend(to: variableCount, with: SearchPhases.unknown)
    pairIndex.extend(to: variableCount, with: -1)
    for (number, noOverlap) in noOverlaps.enumerated() {
      for pair in noOverlap.pairs.all where pairIndex[pair.truth >> 1] < 0 {
        pairIndex[pair.truth >> 1] = Int32(pairs.count)
        pairs.append(
          Pair(noOverlap: Int32(number), first: Int32(pair.first), second: Int32(pair.second), truth: pair.truth))
      }
    }
  }

  /// Prefers, from now on, what holds in the core at a solution.
  mutating func adopt(_ core: borrowing Core) {
    for variable in 0..<Int32(preferred.count) where core.isFixed(variable) && core.lower(variable) & ~1 == 0 {
      preferred[variable] = 2 * variable + core.lower(variable)
    }
    for start in starts where core.holds(core.scope[start]) { startValues[start] = core.lower(start) }
  }

  /// Prefers, from now on, the orders and values of a solution that came from elsewhere.
  mutating func adopt(_ solution: Solution, _ map: VariableMap, _ noOverlaps: [NoOverlapPropagator]) {
    for (index, variable) in map.integers.enumerated() where solution.integers[index] & ~1 == 0 {
      preferred[variable] = 2 * variable + Int32(solution.integers[index])
    }
    let span = map.spans(of: solution)
    for start in starts { startValues[start] = span[start].flatMap { Int32(exactly: $0.start) } ?? Self.unknownStart }
    for index in 0..<pairs.count {
      let pair = pairs[index]
      let tasks = noOverlaps[Int(pair.noOverlap)].startVariables
      guard let first = span[tasks[Int(pair.first)]], let second = span[tasks[Int(pair.second)]] else {
        preferred[pair.truth >> 1] = 2 * (pair.truth >> 1)
        continue
      }
      let goesFirst = (first.start, first.end) < (second.start, second.end)
      preferred[pair.truth >> 1] = pair.truth ^ (goesFirst ? 0 : 1)
    }
  }

  /// Prefers, from now on, the orders in which tasks start by what is known of a solution.
  mutating func prefer(orders start: PartialSolution, _ map: VariableMap, _ noOverlaps: [NoOverlapPropagator]) {
    var starts: [Int32: Int] = [:]
    for (index, variables) in map.intervals.enumerated() {
      if let variables, case .starting(let start, _)? = start.intervals[index] { starts[variables.start] = start }
    }
    for index in 0..<pairs.count {
      let pair = pairs[index]
      let tasks = noOverlaps[Int(pair.noOverlap)].startVariables
      guard let first = starts[tasks[Int(pair.first)]], let second = starts[tasks[Int(pair.second)]], first != second
      else { continue }
      preferred[pair.truth >> 1] = pair.truth ^ (first < second ? 0 : 1)
    }
    for variable in self.starts {
      if let start = starts[variable].flatMap({ Int32(exactly: $0) }) { startValues[variable] = start }
    }
  }

  /// The literal to try first for a Boolean that is not decided.
  func literal(for variable: Int32, _ core: borrowing Core, _ noOverlaps: [NoOverlapPropagator]) -> Truth {
    if preferred[variable] != SearchPhases.unknown { return preferred[variable] }
    guard pairIndex[variable] >= 0 else { return 2 * variable }
    let pair = pairs[pairIndex[variable]]
    let tasks = noOverlaps[Int(pair.noOverlap)].startVariables
    let first = tasks[Int(pair.first)]
    let second = tasks[Int(pair.second)]
    let isFirst = (core.lower(first), core.upper(first)) <= (core.lower(second), core.upper(second))
    return pair.truth ^ (isFirst ? 0 : 1)
  }

  // MARK: Starts

  /// Takes in a start to branch on. Returns false where it is known already.
  mutating func addStart(_ variable: Int32, variableCount: Int) -> Bool {
    startValues.extend(to: variableCount, with: SearchPhases.noStart)
    guard startValues[variable] == SearchPhases.noStart else { return false }
    startValues[variable] = SearchPhases.unknownStart
    starts.append(variable)
    return true
  }

  @inline(__always) func isStart(_ variable: Int32) -> Bool {
    Int(variable) < startValues.count && startValues[variable] != SearchPhases.noStart
  }

  /// What to try first for a start that is not fixed: towards its place in the best solution, or else as early as it can be.
  func startBound(for variable: Int32, _ core: borrowing Core) -> Bound {
    let (value, lower, upper) = (startValues[variable], core.lower(variable), core.upper(variable))
    guard value >= lower, value <= upper else { return Bound(2 * variable, lower) }
    return value < upper ? Bound(2 * variable, value) : Bound(2 * variable + 1, -value)
  }
}
