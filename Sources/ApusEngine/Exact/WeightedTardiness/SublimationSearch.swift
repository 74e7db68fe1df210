import ApusModel
import ApusStructure

/// Total weighted tardiness of jobs with one common release, solved to the end by dynamic programming with successive sublimation.
///
/// A relaxation asks for a path through time rather than an order: jobs may be done several times or not at all, at prices that make the best path nearly
/// an order (``Multipliers``). Whatever no path with a value below the best solution's goes through is removed, which leaves room for a sharper
/// relaxation: first neighbours must differ (``TimeRelaxation``), then any three in a row, and neighbours be in the better order
/// (``StateGraph``); then some jobs at a time, those that are most out of order, must be done exactly once. In the end a best path is an order, or none is
/// left. (T. Ibaraki, "Enumerative approaches to combinatorial optimization", Annals of Operations Research 10, 1987; S. Tanaka, S. Fujikuma, M. Araki, "An
/// exact algorithm for single-machine scheduling without machine idle time", Journal of Scheduling 12, 2009.)
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

  private let jobs: WeightedJobs
  private let byteLimit: Int
  private var multipliers: Multipliers
  private var relaxation: TimeRelaxation?
  private var graph = StateGraph()
  private var isChosen: [Bool]
  /// Jobs that are split by at a time; fewer when there would be too many states.
  private var chosenAtOnce = 4
  private var moves = 0
  /// States, jobs and arcs looked at so far.
  private(set) var effort = 0

  /// What a solution costs; only better ones are looked for.
  var upper = Int.max / 4
  /// The optimal order, once it is found.
  private(set) var order: [Int32] = []
  /// No order costs less.
  var bound: Int { multipliers.bound.isFinite ? Int((multipliers.bound - Self.tolerance).rounded(.up)) : 0 }

  private static let tolerance = 1e-4
  /// Moves of the prices in the first relaxation, and in each later one.
  private static let movesAtFirst = 600
  private static let movesInGraph = 200
  private static let movesBetweenPrunings = 20

  init(_ machine: OneMachine, bytes: Int) {
    jobs = WeightedJobs(machine)
    byteLimit = bytes
    multipliers = Multipliers(count: jobs.count)
    relaxation = TimeRelaxation(jobs)
    isChosen = [Bool](repeating: false, count: jobs.count)
  }

  var byteCount: Int { graph.byteCount + (relaxation?.byteCount ?? 0) }

  /// Searches until there is an end, or so many steps have been taken.
  func run(effort amount: Int) -> Outcome {
    let stop = effort + amount
    while effort < stop {
      let outcome = relaxation == nil ? moveInGraph() : moveInTime()
      if outcome != .more { return outcome }
    }
    return .more
  }

  /// Paths above this value, without the sum of the prices, are of no use.
  private func limit(_ price: [Double]) -> Double {
    Double(upper) - 1 + Self.tolerance - price.reduce(0, +)
  }

  private var isClosed: Bool { bound >= upper }

  // MARK: The first relaxation

  private func moveInTime() -> Outcome {
    guard let relaxation else { return .more }
    let value = relaxation.evaluate(multipliers.price)
    effort += relaxation.stepsPerPass
    multipliers.move(bound: value + multipliers.total, visits: relaxation.visits, upper: Double(upper))
    moves += 1
    if isClosed { return .closed }
    if moves >= Self.movesAtFirst || multipliers.isTired { makeGraph(relaxation) }
    return .more
  }

  /// The graph of what is left of the first relaxation.
  private func makeGraph(_ relaxation: TimeRelaxation) {
    let price = multipliers.bestPrice
    _ = relaxation.evaluate(price)
    effort += 3 * relaxation.stepsPerPass
    graph = StateGraph()
    // By time, the first state that ends there or later.
    let first = Column(repeating: Int32(0), count: jobs.horizon + 2)
    var time = 0
    relaxation.forEachState(price, limit: limit(price)) { job, end in
      while time < end {
        time += 1
        first[time] = Int32(graph.stateCount)
      }
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
    graph.finish()
    self.relaxation = nil
    moves = 0
    multipliers.restart(step: 0.5)
  }

  // MARK: Later relaxations

  private func moveInGraph() -> Outcome {
    guard let best = graph.evaluate(jobs, multipliers.price) else { return .closed }
    effort += graph.arcCount + graph.stateCount
    let path = graph.path(endingIn: best.last)
    var visits = [Int32](repeating: 0, count: jobs.count)
    for job in path { visits[Int(job)] += 1 }
    let value = best.value + multipliers.total
    if visits.allSatisfy({ $0 == 1 }) {
      // An order whose value is a bound of all.
      order = path.reversed()
      return .solved
    }
    multipliers.move(bound: value, visits: visits, upper: Double(upper))
    moves += 1
    if isClosed { return .closed }
    if multipliers.isTired || moves >= Self.movesInGraph { return sublimate() }
    return moves.isMultiple(of: Self.movesBetweenPrunings) ? prune() : .more
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

  /// Splits by the jobs that are most out of order.
  private func sublimate() -> Outcome {
    if prune() == .closed { return .closed }
    let price = multipliers.bestPrice
    moves = 0
    multipliers.restart(step: 0.3)
    guard graph.evaluate(jobs, price) != nil else { return .closed }
    graph.evaluateTails(horizon: jobs.horizon)
    let disorder = multipliers.disorder
    let open = disorder.indices.filter { !isChosen[$0] }.sorted { (disorder[$0], $1) > (disorder[$1], $0) }
    while chosenAtOnce > 0 {
      let chosen = Array(open.prefix(chosenAtOnce))
      if let split = graph.split(by: chosen, jobs, limit: limit(price), mostStates: byteLimit / 400) {
        graph = split
        effort += 4 * graph.arcCount
        for job in chosen { isChosen[job] = true }
        return .more
      }
      chosenAtOnce -= 1
    }
    return .tooLarge
  }
}
