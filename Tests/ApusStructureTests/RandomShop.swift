import ApusModel
import ApusStructure

/// A small job shop as its author would write it down, and as a model.
struct RandomShop {
  var jobs: [[Shop.Operation]]
  var machineCount: Int
  /// Due date and weight of every job; nil for the makespan.
  var due: [(due: Int, weight: Int)]?

  /// Up to 6 jobs of up to 6 operations on up to 5 machines, with returns, durations of 0 and, now and then, releases.
  init(seed: UInt64, tardiness: Bool = false) {
    var generator = SplitMix64(seed: seed)
    let machines = Int.random(in: 1...5, using: &generator)
    let hasReleases = Bool.random(using: &generator)
    machineCount = machines
    jobs = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Shop.Operation(
          machine: Int.random(in: 0..<machines, using: &generator),
          duration: Int.random(in: 0...9, using: &generator),
          release: hasReleases ? Int.random(in: 0...30, using: &generator) : 0)
      }
    }
    if tardiness {
      due = jobs.map { _ in (Int.random(in: 0...40, using: &generator), Int.random(in: 1...9, using: &generator)) }
    }
  }

  var objective: Shop.Objective {
    guard let due else { return .makespan }
    return .weightedTardiness(due: due.map { Int32($0.due) }, weight: due.map { Int32($0.weight) })
  }

  var shop: Shop { Shop(jobs: jobs, machineCount: machineCount, objective: objective) }

  /// The model, with its constraints (and the terms of its objective) in an order drawn by `generator`.
  func model(shuffledBy generator: inout SplitMix64, extras: Bool = false) -> Model {
    let model = Model("shop")
    let intervals = jobs.map { job in
      job.map { model.interval(lasting: $0.duration, within: $0.release...IntervalDomain.horizon) }
    }
    var constraints: [(String, Constraint)] = []
    for job in intervals {
      for (first, second) in job.pairs() { constraints.append(("routing", first.precedes(second).constraint)) }
      if extras, job.count > 2 { constraints.append(("extra", job[0].precedes(job[job.count - 1]).constraint)) }
    }
    for machine in 0..<machineCount {
      let members = zip(jobs, intervals).flatMap { job, row in
        zip(job, row).filter { $0.0.machine == machine }.map(\.1)
      }
      constraints.append(("machine \(machine)", .noOverlap(NoOverlap(members.shuffled(using: &generator)))))
    }
    for (group, constraint) in constraints.shuffled(using: &generator) { model.require(group) { constraint } }
    if let due {
      let terms = zip(intervals, due).flatMap { row, item -> [IntegerExpression] in
        let tardiness = max(0, row[row.count - 1].end - item.due)
        return item.weight > 1 ? [(item.weight - 1) * tardiness, tardiness] : [tardiness]
      }
      model.minimize(sum(terms.shuffled(using: &generator)))
    } else {
      model.minimize(.makespan)
    }
    return model
  }
}

extension Shop {
  /// What an author of a shop wrote down, with machines numbered by the groups "machine 0", "machine 1" of a model.
  func asWritten(in data: ModelData) -> Shop {
    let numbers = noOverlap.map { Int(data.group(ofConstraint: Int($0)).name.dropFirst("machine ".count))! }
    let jobs = (0..<jobCount).map { job in
      operations(ofJob: job).map {
        Operation(machine: numbers[Int(machine[$0])], duration: Int(duration[$0]), release: Int(release[$0]))
      }
    }
    return Shop(jobs: jobs, machineCount: machineCount, objective: objective)
  }
}

/// Whether a solution satisfies precedences, machines and windows; other constraints are not looked at.
func isSolution(_ solution: Solution, of data: ModelData) -> Bool {
  for (span, domain) in zip(solution.intervals, data.intervals) {
    guard let span, domain.start.contains(span.start), domain.end.contains(span.end) else { return false }
    guard domain.length.contains(span.length) else { return false }
  }
  return data.constraints.allSatisfy { constraint in
    switch constraint {
    case .precedence(let precedence):
      guard let before = solution.intervals[Int(precedence.before)] else { return false }
      guard let after = solution.intervals[Int(precedence.after)] else { return false }
      let source = precedence.source == .start ? before.start : before.end
      let target = precedence.target == .start ? after.start : after.end
      return target >= source + precedence.lag
    case .noOverlap(let members):
      let spans = members.intervals.compactMap { solution.intervals[Int($0)] }
      return spans.indices.allSatisfy { first in
        spans[(first + 1)...].allSatisfy { $0.start >= spans[first].end || spans[first].start >= $0.end }
      }
    case .linear, .clause, .usage, .reservoir, .alternative, .span, .sameOrder, .pack, .within, .condition,
      .allDifferent,
      .table, .circuit, .automaton:
      return true
    }
  }
}
