// Is an inference of the no-overlap constraint right? Decided from what the constraint means, and from no filtering rule.
//
// Statement. The premises, the root bounds and the opposite of the conclusion give windows, orders and presences. The inference is
// right where the tasks that are then present for certain cannot be put in a sequence: each starts after the one before has ended, in
// its window, no shorter than its length, and against no order literal. A task whose presence is open may be left out.
// Only tasks that premises or conclusion speak of are looked at: fewer tasks can only make a sequence easier.
//
// Exact depth-first search over "which task next". Of two ways to have done the same tasks the one that ends first is better, so
// for each set of tasks the earliest end that was tried is kept.

extension NoOverlapPropagator {
  func judgeSequence(_ premises: [Bound], _ conclusion: Bound?, _ root: RootDomains) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    var literals = premises
    if let conclusion {
      literals.append(conclusion)
      if !root.scopes.isEmpty { literals.append(Bound(root.scopes[Int(conclusion.signed >> 1)])) }
    }
    var search = NoOverlapSequenceSearch(stepLimit: 200_000)
    let members = mentionedTasks(literals, limits).filter { isPresent($0, limits) }
    guard members.count <= NoOverlapSequenceSearch.mostTasks else { return .undecided }
    for task in members { search.windows.append(window(of: task, limits)) }
    for (place, task) in members.enumerated() {
      search.predecessors.append(0)
      for (other, rival) in members.enumerated() where other != place && goesBefore(rival, task, limits) {
        search.predecessors[place] |= 1 << UInt64(other)
      }
    }
    return search.run()
  }

  /// The tasks that a literal speaks of, by a bound, a presence or an order.
  private func mentionedTasks(_ literals: [Bound], _ limits: [Int32]) -> [Int] {
    let variables = Set(literals.map { $0.signed >> 1 })
    var result = Set<Int>()
    for task in 0..<tasks.count {
      let own = [tasks.low[task] >> 1, tasks.low[tasks.count + task] >> 1, tasks.presence[task] >> 1]
      if own.contains(where: { $0 != 0 && variables.contains($0) }) { result.insert(task) }
    }
    for pair in pairs.all where variables.contains(pair.truth >> 1) {
      result.insert(pair.first)
      result.insert(pair.second)
    }
    return result.sorted()
  }

  private func holds(_ truth: Truth, _ limits: [Int32]) -> Bool { limits[Int(truth)] + (truth & 1) <= 0 }

  /// Present by its own literal, or because it is ordered: the order of optional tasks says that both are present.
  private func isPresent(_ task: Int, _ limits: [Int32]) -> Bool {
    if holds(tasks.presence[task], limits) { return true }
    return (0..<tasks.count).contains { other in
      guard other != task else { return false }
      return [pairs.before(task, other), pairs.before(other, task)].contains {
        $0 != NoOverlapPairs.none && holds($0, limits)
      }
    }
  }

  /// Whether `first` goes before `second`, given that both are present: their other order is then excluded.
  private func goesBefore(_ first: Int, _ second: Int, _ limits: [Int32]) -> Bool {
    let (forward, backward) = (pairs.before(first, second), pairs.before(second, first))
    guard forward != NoOverlapPairs.none else { return false }
    return holds(forward, limits) || holds(backward ^ 1, limits)
  }

  private func window(of task: Int, _ limits: [Int32]) -> NoOverlapSequenceSearch.Window {
    let (start, end) = (tasks.low[task], tasks.low[tasks.count + task])
    let (early, late) = (Int(tasks.offset[task]), Int(tasks.offset[tasks.count + task]))
    return NoOverlapSequenceSearch.Window(
      earliestStart: -Int(limits[Int(start)]) - early, latestStart: Int(limits[Int(start ^ 1)]) - early,
      earliestEnd: -Int(limits[Int(end ^ 1)]) + late, latestEnd: Int(limits[Int(end)]) + late,
      length: Int(tasks.length[task]))
  }
}

/// Can these tasks be put in a sequence?
struct NoOverlapSequenceSearch {
  struct Window {
    var earliestStart: Int
    var latestStart: Int
    var earliestEnd: Int
    var latestEnd: Int
    /// The shortest length.
    var length: Int
  }

  static let mostTasks = 63

  var windows: [Window] = []
  /// For each task the set of those that go before it.
  var predecessors: [UInt64] = []
  /// The most tasks that may be appended before the search gives up.
  var stepLimit: Int
  private var earliestEnds: [UInt64: Int] = [:]

  init(stepLimit: Int) { self.stepLimit = stepLimit }

  /// `implied` where there is no sequence.
  mutating func run() -> Judgement {
    let canFinish = extend(0, after: -1 << 40)
    return stepLimit <= 0 ? .undecided : canFinish ? .notImplied : .implied
  }

  /// Whether the tasks not in `done` can follow in some order from `time` on. Void once the steps are used up.
  private mutating func extend(_ done: UInt64, after time: Int) -> Bool {
    if done == (1 << UInt64(windows.count)) - 1 { return true }
    if let known = earliestEnds[done], known <= time { return false }
    earliestEnds[done] = time
    stepLimit -= 1
    if stepLimit <= 0 { return true }
    for task in windows.indices where done & (1 << UInt64(task)) == 0 && end(of: task, after: time) == nil {
      return false
    }
    for task in windows.indices where done & (1 << UInt64(task)) == 0 && predecessors[task] & ~done == 0 {
      if let end = end(of: task, after: time), extend(done | 1 << UInt64(task), after: end) { return true }
    }
    return false
  }

  /// The earliest end of a task that starts at `time` or later, or nil where its window is too narrow.
  private func end(of task: Int, after time: Int) -> Int? {
    let window = windows[task]
    let start = max(time, window.earliestStart)
    let end = max(start + window.length, window.earliestEnd)
    return start <= window.latestStart && end <= window.latestEnd ? end : nil
  }
}
