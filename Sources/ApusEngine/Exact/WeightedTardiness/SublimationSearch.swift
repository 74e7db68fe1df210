import ApusModel
import ApusStructure

/// Total weighted tardiness of jobs with one common release, solved to the end by dynamic programming with successive sublimation.
///
/// First what can be said of the order of pairs of jobs is collected (``JobOrder``). Then a relaxation asks for a path through time rather than an
/// order: jobs may be done several times or not at all, at prices that make the best path nearly an order (``Multipliers``). Whatever no
/// path with a value below the best solution's goes through is removed, which leaves room for a sharper relaxation: first neighbours must differ
/// (``TimeRelaxation``), then any three in a row, and neighbours be in the better order (``StateGraph``). Of what is left all orders are
/// tried (``SetSearch``); where there are too many, some jobs at a time, those that are most out of order, must be done exactly once, which splits
/// states and raises the bound, and again all orders are tried, of which more may be kept each time. (T. Ibaraki, "Enumerative approaches to
/// combinatorial optimization", Annals of Operations Research 10, 1987; S. Tanaka, S. Fujikuma, M. Araki, "An exact algorithm for
/// single-machine scheduling without machine idle time", Journal of Scheduling 12, 2009.)
final class SublimationSearch {
  enum Outcome {
    /// There is more to do.
    case more
    /// Nothing costs less than the upper bound.
    case closed
    /// The order found costs least.
    case solved
    /// The next relaxation does not fit in memory.
    case tooLarge
  }

  private enum Phase { case relating, pricingTime, pricingGraph, trying }

  private let byteLimit: Int
  private var phase = Phase.relating
  private let relation: JobOrder
  /// The job from which the relation is grown next, and how many in a row gave nothing.
  private var front = 0
  private var fruitlessFronts = 0
  private var jobs: WeightedJobs
  private var multipliers: Multipliers
  private var relaxation: TimeRelaxation?
  private var graph = StateGraph()
  private var sets: SetSearch?
  /// The most paths that the next search of sets may keep.
  private var mostPaths: Int
  private var isChosen: [Bool]
  /// Jobs that are split by at a time; fewer when there would be too many states.
  private var chosenAtOnce = 4
  private var splits = 0
  private var moves = 0
  /// States, jobs and arcs looked at so far.
  private(set) var effort = 0

  /// What a solution costs; only better ones are looked for.
  var upper = Int.max / 4
  /// The optimal order, once it is found.
  private(set) var order: [Int32] = []
  /// No order costs less.
  var bound: Int { multipliers.bound.isFinite ? Int((multipliers.bound - Self.tolerance).rounded(.up)) : 0 }

  /// Sums are exact to this; see ``ExactSettings/largestCost``.
  private static let tolerance = 1e-3
  /// Moves of the prices in the first relaxation, in the first graph, and in each later one.
  private static let movesInTime = 1500
  private static let movesInGraph = 600
  private static let movesInSplit = 200
  private static let movesBetweenPrunings = 20

  init(_ machine: OneMachine, bytes: Int, mostPaths: Int = 2_000_000) {
    guard let release = machine.commonRelease else { preconditionFailure("the jobs have one release in common") }
    relation = JobOrder(
      duration: machine.duration.map(Int.init), due: machine.due.map { Int($0) - release },
      weight: machine.weight.map(Int.init))
    jobs = WeightedJobs(relation)
    byteLimit = bytes
    self.mostPaths = mostPaths
    multipliers = Multipliers(count: jobs.count)
    isChosen = [Bool](repeating: false, count: jobs.count)
  }

  var byteCount: Int {
    graph.byteCount + (relaxation?.byteCount ?? 0) + (sets?.byteCount ?? 0) + 32 * jobs.count * jobs.order.words
  }

  /// Searches until there is an end, or so many steps have been taken.
  func run(effort amount: Int) -> Outcome {
    let stop = effort + amount
    while effort < stop {
      let outcome =
        switch phase {
        case .relating: relate()
        case .pricingTime: moveInTime()
        case .pricingGraph: moveInGraph()
        case .trying: trySets()
        }
      if outcome != .more { return outcome }
    }
    return .more
  }

  /// Paths above this value, without the sum of the prices, are of no use.
  private func limit(_ price: [Double]) -> Double {
    Double(upper) - 1 + Self.tolerance - price.reduce(0, +)
  }

  private var isClosed: Bool { bound >= upper }

  // MARK: The relation

  private func relate() -> Outcome {
    let added = relation.grow(from: front)
    effort += jobs.count * (4 + (added + 1) * relation.words)
    front = (front + 1) % jobs.count
    fruitlessFronts = added > 0 ? 0 : fruitlessFronts + 1
    guard fruitlessFronts >= jobs.count else { return .more }
    guard TimeRelaxation.byteCount(relation) <= byteLimit else { return .tooLarge }
    jobs = WeightedJobs(relation)
    relaxation = TimeRelaxation(jobs)
    phase = .pricingTime
    return .more
  }

  // MARK: The first relaxation

  private func moveInTime() -> Outcome {
    guard let relaxation else { return .more }
    let value = relaxation.evaluate(multipliers.price)
    effort += relaxation.stepsPerPass
    multipliers.move(bound: value + multipliers.total, visits: relaxation.visits, upper: Double(upper))
    moves += 1
    if isClosed { return .closed }
    let isOver = moves >= Self.movesInTime || multipliers.isTired
    if isOver || moves.isMultiple(of: Self.movesBetweenPrunings) {
      relaxation.prune(multipliers.bestPrice, limit: limit(multipliers.bestPrice))
      effort += 3 * relaxation.stepsPerPass
    }
    return isOver ? makeGraph(relaxation) : .more
  }

  /// The graph of what is left of the first relaxation.
  private func makeGraph(_ relaxation: TimeRelaxation) -> Outcome {
    graph = StateGraph()
    // By time, the first state that ends there or later.
    let first = Column(repeating: Int32(0), count: jobs.horizon + 2)
    var time = 0
    relaxation.forEachPair { job, end in
      while time < end {
        time += 1
        first[time] = Int32(graph.stateCount)
      }
      if graph.byteCount > byteLimit { return }
      graph.addState(job: Int32(job), end: Int32(end))
      let begin = end - Int(jobs.duration[job])
      if begin == 0 {
        graph.addArc(from: 0)
      } else {
        for before in first[begin]..<first[begin + 1]
        where graph.job[before] != Int32(job) && !jobs.isDominated(Int(graph.job[before]), before: job, endingAt: end) {
          graph.addArc(from: before)
        }
      }
    }
    if graph.byteCount > byteLimit { return .tooLarge }
    graph.finish()
    effort += 4 * graph.arcCount
    self.relaxation = nil
    moves = 0
    multipliers.restart(step: 1)
    phase = .pricingGraph
    return .more
  }

  // MARK: Later relaxations

  private func moveInGraph() -> Outcome {
    guard let best = graph.evaluate(jobs, multipliers.price) else { return .closed }
    effort += graph.arcCount + graph.stateCount
    let path = graph.path(endingIn: best.last)
    var visits = [Int32](repeating: 0, count: jobs.count)
    for job in path { visits[Int(job)] += 1 }
    if visits.allSatisfy({ $0 == 1 }) {
      // An order whose value is a bound of all.
      return solve(by: path.reversed())
    }
    multipliers.move(bound: best.value + multipliers.total, visits: visits, upper: Double(upper))
    moves += 1
    if isClosed { return .closed }
    if multipliers.isTired || moves >= (splits == 0 ? Self.movesInGraph : Self.movesInSplit) { return beginTrying() }
    return moves.isMultiple(of: Self.movesBetweenPrunings) ? prune() : .more
  }

  /// Ends with an order that costs least of those that are left, which need not be less than the upper bound.
  private func solve(by path: [Int32]) -> Outcome {
    var (cost, time) = (0, 0)
    for job in path.lazy.map(Int.init) {
      time += Int(jobs.duration[job])
      cost += jobs.cost(of: job, endingAt: time)
    }
    if cost >= upper { return .closed }
    order = path.map { jobs.original[Int($0)] }
    return .solved
  }

  /// Removes what is of no use at the best prices.
  private func prune() -> Outcome {
    let price = multipliers.bestPrice
    guard graph.evaluate(jobs, price) != nil else { return .closed }
    graph.evaluateTails(horizon: jobs.horizon)
    effort += 4 * graph.arcCount
    graph = graph.pruned(limit: limit(price))
    return .more
  }

  // MARK: All orders

  private func beginTrying() -> Outcome {
    if prune() == .closed { return .closed }
    let price = multipliers.bestPrice
    guard graph.evaluate(jobs, price) != nil else { return .closed }
    graph.evaluateTails(horizon: jobs.horizon)
    effort += 2 * graph.arcCount
    let most = min(mostPaths, byteLimit / (2 * SetSearch.bytesPerPath(jobs)))
    sets = SetSearch(jobs, stateCount: graph.stateCount, price: price, limit: limit(price), most: most)
    phase = .trying
    return .more
  }

  private func trySets() -> Outcome {
    guard let sets else { return .more }
    let before = sets.effort
    let outcome = sets.step(graph)
    effort += sets.effort - before + 1
    switch outcome {
    case .more: return .more
    case .none: return .closed
    case .found(let path): return solve(by: path)
    case .tooMany:
      self.sets = nil
      mostPaths *= 2
      return sublimate()
    }
  }

  /// Splits by the jobs that are most out of order; the graph has both evaluations.
  private func sublimate() -> Outcome {
    let disorder = multipliers.disorder
    let open = disorder.indices.filter { !isChosen[$0] }.sorted { (disorder[$0], $1) > (disorder[$1], $0) }
    let limit = limit(multipliers.bestPrice)
    while chosenAtOnce > 0 {
      let chosen = Array(open.prefix(chosenAtOnce))
      if let split = graph.split(by: chosen, jobs, limit: limit, bytes: byteLimit / 2) {
        graph = split
        effort += 4 * graph.arcCount
        for job in chosen { isChosen[job] = true }
        splits += 1
        moves = 0
        multipliers.restart(step: 0.3)
        phase = .pricingGraph
        return .more
      }
      chosenAtOnce -= 1
    }
    return .tooLarge
  }
}
