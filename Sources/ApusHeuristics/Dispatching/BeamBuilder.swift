import ApusStructure

/// Builds active schedules by a beam search over a dispatching rule.
///
/// Every step starts one more operation in each of the partial schedules kept: of those that compete for a machine, as Giffler and
/// Thompson define it, the few that the rule likes best. Of all the partial schedules that this gives, those with the least
/// bounds go on (P. S. Ow and T. E. Morton, "Filtered beam search in scheduling", International Journal of Production Research 26
/// (1988)). With one partial schedule and one choice it is the rule's active schedule.
///
/// Complexity: O(*operations* · *width* · (*jobs* + *machines* + *choices*)).
struct BeamBuilder {
  private let shop: Shop
  private let keys: DispatchingKeys
  private let choices: Int
  /// The work that follows each operation in its job, its own included.
  private let remaining: [Int]
  private var beam: [Partial]
  /// Every step that led to a partial schedule kept: the operation started, when, and the step before it.
  private var steps: [Step] = []

  /// A schedule of the first operations of the jobs.
  private struct Partial {
    var next: [Int32]
    var ready: [Int]
    var free: [Int]
    /// The work left for each machine.
    var load: [Int]
    /// The value of the objective is at least this.
    var bound: Int
    /// What the rule thinks of the choices so far: the sum of their ranks.
    var rank = 0
    var lastStep: Int32 = -1
  }

  private struct Step {
    var operation: Int32
    var start: Int32
    var previous: Int32
  }

  /// A way to go on, by the number of its partial schedule.
  private struct Child: Comparable {
    var parent: Int
    var job: Int
    var start: Int
    var bound: Int
    var rank: Int

    static func < (left: Child, right: Child) -> Bool {
      if left.bound != right.bound { return left.bound < right.bound }
      if left.rank != right.rank { return left.rank < right.rank }
      return (left.parent, left.job) < (right.parent, right.job)
    }
  }

  private init(_ shop: Shop, _ keys: DispatchingKeys, choices: Int) {
    self.shop = shop
    self.keys = keys
    self.choices = choices
    var load = [Int](repeating: 0, count: shop.machineCount)
    for operation in 0..<shop.operationCount { load[Int(shop.machine[operation])] += Int(shop.duration[operation]) }
    remaining = zip(shop.tails, shop.duration).map { $0 + Int($1) }
    let first = (0..<shop.jobCount).map { shop.jobStart[$0] }
    beam = [
      Partial(
        next: first, ready: first.map { Int(shop.release[Int($0)]) },
        free: [Int](repeating: .min, count: shop.machineCount), load: load, bound: shop.trivialBound)
    ]
  }

  /// The starts of all operations in the best schedule of the last beam.
  static func build(_ shop: Shop, _ keys: DispatchingKeys, width: Int, choices: Int) -> [Int32] {
    var builder = BeamBuilder(shop, keys, choices: choices)
    for _ in 0..<shop.operationCount { builder.extend(width: width) }
    return builder.startsOfBest()
  }

  /// Starts one more operation in each partial schedule.
  private mutating func extend(width: Int) {
    var children: [Child] = []
    for parent in beam.indices { children += self.children(of: parent) }
    children.sort()
    var isSeen: Set<[Int32]> = []
    var next: [Partial] = []
    for child in children {
      let partial = partial(of: child)
      // The same operations in another order mostly lead to the same place.
      guard isSeen.insert(partial.next + partial.ready.map { Int32(truncatingIfNeeded: $0) }).inserted else { continue }
      next.append(partial)
      if next.count == width { break }
    }
    beam = next
  }

  /// The operations that compete for the machine where one can be completed earliest: those that the rule likes best.
  private func children(of parent: Int) -> [Child] {
    let partial = beam[parent]
    var earliest = (completion: Int.max, start: Int.max, job: -1)
    for job in 0..<shop.jobCount where partial.next[job] < shop.jobStart[job + 1] {
      let start = start(of: job, in: partial)
      let completion = start + Int(shop.duration[Int(partial.next[job])])
      if (completion, start) < (earliest.completion, earliest.start) { earliest = (completion, start, job) }
    }
    let machine = shop.machine[Int(partial.next[earliest.job])]
    var rivals: [(candidate: Candidate, job: Int, start: Int)] = []
    for job in 0..<shop.jobCount where partial.next[job] < shop.jobStart[job + 1] {
      let operation = partial.next[job]
      guard shop.machine[Int(operation)] == machine else { continue }
      let start = start(of: job, in: partial)
      guard start < earliest.completion || job == earliest.job else { continue }
      // One without duration that can start when the machine is free is in nobody's way.
      if earliest.completion == partial.free[Int(machine)] && job != earliest.job { continue }
      let key = keys.key(Int(operation), ready: partial.ready[job], time: earliest.start)
      rivals.append((Candidate(key: key, operation: operation), job, start))
    }
    rivals.sort { $0.candidate < $1.candidate }
    return rivals.prefix(choices).enumerated().map { place, rival in
      Child(
        parent: parent, job: rival.job, start: rival.start,
        bound: bound(of: partial, starting: rival.job, at: rival.start), rank: partial.rank + place)
    }
  }

  private func start(of job: Int, in partial: Partial) -> Int {
    max(partial.ready[job], partial.free[Int(shop.machine[Int(partial.next[job])])])
  }

  /// A bound on the objective of a partial schedule once the next operation of a job has started.
  private func bound(of partial: Partial, starting job: Int, at start: Int) -> Int {
    let operation = Int(partial.next[job])
    let machine = Int(shop.machine[operation])
    let end = start + remaining[operation]
    switch shop.objective {
    case .makespan:
      let load = start + partial.load[machine]
      return max(partial.bound, end, load)
    case .weightedTardiness(let due, let weight):
      // What the job adds beyond what its readiness had counted already.
      let before = partial.ready[job] + remaining[operation]
      let late = { (end: Int) in Int(weight[job]) * max(0, end - Int(due[job])) }
      return partial.bound + late(end) - late(before)
    }
  }

  private mutating func partial(of child: Child) -> Partial {
    var partial = beam[child.parent]
    let operation = Int(partial.next[child.job])
    let machine = Int(shop.machine[operation])
    let end = child.start + Int(shop.duration[operation])
    steps.append(Step(operation: Int32(operation), start: Int32(child.start), previous: partial.lastStep))
    partial.lastStep = Int32(steps.count - 1)
    partial.next[child.job] += 1
    let isLast = operation + 1 == shop.jobStart[child.job + 1]
    partial.ready[child.job] = isLast ? end : max(end, Int(shop.release[operation + 1]))
    partial.free[machine] = end
    partial.load[machine] -= Int(shop.duration[operation])
    partial.bound = child.bound
    partial.rank = child.rank
    return partial
  }

  private func startsOfBest() -> [Int32] {
    var best: (starts: [Int32], value: Int)?
    for partial in beam {
      var starts = [Int32](repeating: 0, count: shop.operationCount)
      var step = partial.lastStep
      while step >= 0 {
        starts[Int(steps[Int(step)].operation)] = steps[Int(step)].start
        step = steps[Int(step)].previous
      }
      let value = ShopSchedule(shop, start: starts).objective
      if best.map({ value < $0.value }) ?? true { best = (starts, value) }
    }
    return best?.starts ?? []
  }
}
