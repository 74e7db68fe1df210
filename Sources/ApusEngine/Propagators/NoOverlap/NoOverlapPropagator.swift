/// No two present tasks are in progress at once.
///
/// Rules, each in a file of its own, cheapest first; ``NoOverlapRules`` says which run. What is inferred about the order of two tasks
/// from their bounds alone is done by the difference edges that the pair Booleans guard.
final class NoOverlapPropagator: Propagator {
  let tasks: NoOverlapTasks
  let pairs: NoOverlapPairs
  let hasOptionalTasks: Bool
  let rules: NoOverlapRules
  /// How far apart two tasks are at least, by first * count + second; nil without setup times. The rules know nothing of them.
  private let distances: [Int32]?

  enum Rule: Int32 {
    case overload
    case precedenceEnergy
    case detectablePrecedences
    case notLast
    case edgeFinding
    case edgeFindingOrder
  }

  // Room for the rules to work in.
  let tree: ThetaLambdaTree
  /// The place of each task in the order by est.
  let places: UnsafeMutablePointer<Int32>
  /// By direction: the tasks by earliest completion and by latest start.
  let byEct: UnsafeMutablePointer<Int32>
  let byLst: UnsafeMutablePointer<Int32>
  /// Tasks that an explanation speaks of.
  let members: UnsafeMutablePointer<Int32>

  /// What may have changed, as flags of wake-ups.
  private enum Change {
    static let start: Int32 = 1
    static let end: Int32 = 2
    static let order: Int32 = 4
    static let presence: Int32 = 8
  }

  init(_ tasks: [NoOverlapTask], rules: NoOverlapRules, distances: [Int32]? = nil) {
    self.tasks = NoOverlapTasks(tasks)
    self.rules = rules
    self.distances = distances
    hasOptionalTasks = tasks.contains { $0.presence != Core.always }
    pairs = NoOverlapPairs(
      count: tasks.count,
      isEager: hasOptionalTasks || distances != nil || tasks.count <= rules.longestEager)
    tree = ThetaLambdaTree(count: tasks.count)
    places = .allocate(capacity: tasks.count)
    byEct = .allocate(capacity: 2 * tasks.count)
    byLst = .allocate(capacity: 2 * tasks.count)
    members = .allocate(capacity: tasks.count)
    for index in 0..<2 * tasks.count {
      byEct[index] = Int32(index % tasks.count)
      byLst[index] = Int32(index % tasks.count)
    }
  }

  deinit {
    places.deallocate()
    byEct.deallocate()
    byLst.deallocate()
    members.deallocate()
  }

  /// Repairs an order of the tasks in one direction.
  @inline(__always) func sort(_ orders: UnsafeMutablePointer<Int32>, _ direction: Int, by key: (Int) -> Int32) {
    repairOrder(of: orders + direction &* tasks.count, tasks.count, by: key)
  }

  override func attach(_ core: inout Core) {
    for task in 0..<tasks.count {
      core.wake(number, on: tasks.low[task], flags: Change.start)
      core.wake(number, on: tasks.low[tasks.count + task], flags: Change.end)
      if tasks.presence[task] != Core.always { core.wake(number, on: tasks.presence[task], flags: Change.presence) }
    }
    if pairs.isEager {
      for first in 0..<tasks.count {
        for second in (first + 1)..<max(tasks.count, first + 1) { makePair(first, second, &core) }
      }
    }
  }

  /// Makes the Booleans that order two tasks, with the difference edges they guard.
  func makePair(_ first: Int, _ second: Int, _ core: inout Core) {
    let forward = core.addBoolean()
    var backward = forward ^ 1
    let presences = [tasks.presence[first], tasks.presence[second]].filter { $0 != Core.always }
    if !presences.isEmpty {
      // Two Booleans, each "both are present and this one goes first".
      backward = core.addBoolean()
      for literal in [forward, backward] {
        for presence in presences { _ = core.addClause(literal ^ 1, presence) }
      }
      _ = core.addClause(forward ^ 1, backward ^ 1)
      _ = core.addClause((presences.map { $0 ^ 1 } + [forward, backward]).map { Bound($0) })
    }
    pairs.set(first, second, forward)
    pairs.set(second, first, backward)
    post(first, second, distances?[first * tasks.count + second] ?? 0, if: forward, &core)
    post(second, first, distances?[second * tasks.count + first] ?? 0, if: backward, &core)
    for literal in [forward, backward] { core.wake(number, on: literal, flags: Change.order) }
  }

  /// Where `order` holds, `second` starts no earlier than `distance` after `first` ends, in both directions of time.
  func post(_ first: Int, _ second: Int, _ distance: Int32, if order: Truth, _ core: inout Core) {
    // Ends push starts: -start(second) <= -end(first), and the contrapositive. Where the end has no variable of its own it is
    // the start's, shifted by the length.
    let endOfFirst = tasks.low[tasks.count + first] ^ 1
    let startOfSecond = tasks.low[second]
    let shift = -tasks.offset[tasks.count + first] - distance
    core.addEdge(from: endOfFirst, to: startOfSecond, weight: shift, if: order)
    core.addEdge(from: startOfSecond ^ 1, to: endOfFirst ^ 1, weight: shift, if: order)
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    tasks.refresh(from: core)
    if rules.overload && changes & ~Change.order != 0 && !checkOverload(&core) { return false }
    for direction in 0..<2 {
      let earliest = direction == 0 ? Change.start : Change.end
      if pairs.isEager {
        if rules.precedenceEnergy && changes & (earliest | Change.order) != 0
          && !propagatePrecedenceEnergy(direction, &core)
        {
          return false
        }
      } else if !propagateDetectablePrecedences(direction, &core) {
        return false
      }
      if changes & ~Change.order == 0 { continue }
      if rules.edgeFinding && !findEdges(direction, &core) { return false }
      if rules.notLast && !propagateNotLast(direction, &core) { return false }
    }
    return true
  }

  /// The first number of a reason: rule, direction and task in one.
  @inline(__always) func code(_ rule: Rule, _ task: Int, _ direction: Int) -> Int32 {
    Int32(truncatingIfNeeded: task) << 5 | Int32(truncatingIfNeeded: direction) << 4 | rule.rawValue
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    let task = Int(reason.a >> 5)
    let direction = Int(reason.a >> 4 & 1)
    switch Rule(rawValue: reason.a & 15) {
    case .overload: explainOverload(reason.b, reason.c, with: task, at: time, in: core, into: &premises)
    case .precedenceEnergy:
      explainPrecedenceEnergy(asked, task, direction, from: reason.b, at: time, in: core, into: &premises)
    case .detectablePrecedences:
      explainDetectablePrecedences(asked, task, direction, at: time, in: core, into: &premises)
    case .notLast: explainNotLast(asked, task, from: reason.b, direction, at: time, in: core, into: &premises)
    case .edgeFinding:
      explainEdgeFinding(
        asked, task, from: reason.b, to: reason.c, direction, at: time, in: core, into: &premises)
    case .edgeFindingOrder:
      explainEdgeFindingOrder(
        asked, task, from: reason.b, to: reason.c, direction, at: time, in: core, into: &premises)
    case nil: preconditionFailure("unknown rule in a reason")
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    judgeSequence(premises, conclusion, root)
  }
}

/// Which filtering rules of the no-overlap constraint run, and how.
///
/// Detectable precedences run where pairs have no Booleans, precedence energy where they have: they see the same.
struct NoOverlapRules: Sendable {
  var overload = true
  var precedenceEnergy = true
  var edgeFinding = false
  var notLast = false
  /// Up to this many tasks the Booleans of all pairs are made at once; with more, when search asks for them.
  var longestEager = 120
  /// Up to this many tasks overload checking scans columns; with more, it keeps a tree.
  var longestScanned = 64
}
