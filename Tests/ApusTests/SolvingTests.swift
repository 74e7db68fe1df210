import Apus
import Testing

/// The facade as a modeller uses it.
@Suite struct SolvingTests {
  struct Operation: Identifiable, Sendable {
    let id: Int
    let machine: Int
    let duration: Int
  }

  /// Fisher and Thompson's 6x6 shop, by job: machine and duration; optimum 55.
  static let ft06: [[Operation]] = [
    [(2, 1), (0, 3), (1, 6), (3, 7), (5, 3), (4, 6)], [(1, 8), (2, 5), (4, 10), (5, 10), (0, 10), (3, 4)],
    [(2, 5), (3, 4), (5, 8), (0, 9), (1, 1), (4, 7)], [(1, 5), (0, 5), (2, 5), (3, 3), (4, 8), (5, 9)],
    [(2, 9), (1, 3), (4, 5), (5, 4), (0, 3), (3, 1)], [(1, 3), (3, 3), (5, 9), (0, 10), (4, 4), (2, 1)],
  ].enumerated().map { job, row in
    row.enumerated().map { Operation(id: 6 * job + $0, machine: $1.0, duration: $1.1) }
  }

  private func jobShop() -> (Model, IntervalTable<Operation>) {
    let model = Model("ft06")
    let operations = Self.ft06.flatMap { $0 }
    let op = model.intervals(for: operations, lasting: \.duration)
    model.require("routing") {
      for job in Self.ft06 { for (a, b) in job.pairs() { op[a].precedes(op[b]) } }
    }
    model.require("machines") {
      for machine in 0..<6 { NoOverlap(op[where: { $0.machine == machine }]) }
    }
    model.minimize(.makespan)
    return (model, op)
  }

  @Test func jobShopIsProven() async throws {
    let (model, op) = jobShop()
    guard case .optimal(let plan) = try await model.result(within: .seconds(60)) else {
      Issue.record("not proven")
      return
    }
    #expect(plan[IntegerExpression(.makespan)] == 55)
    #expect(op.all.compactMap { plan[$0]?.end }.max() == 55)
    #expect(SolutionChecker(model.data).violations(of: plan, claiming: 55).isEmpty)
  }

  @Test(arguments: [1, 2]) func aWholeRunWithEveryInferenceCheckedIsRight(workers: Int) async throws {
    var options = SolveOptions()
    options.workers = workers
    options.checksInferences = true
    options.start = .none
    let report = try await jobShop().0.report(options)
    #expect(report.objective == 55)
    #expect(report.result.status == "optimal")
    #expect(report.conflicts > 0)
  }

  @Test func incumbentsImproveUpToTheOptimum() async throws {
    let (model, _) = jobShop()
    var values: [Int] = []
    for try await found in model.solve(within: .seconds(60), workers: 1, from: .none) {
      values.append(found.objective)
      #expect(found.bound.map { $0 <= found.objective } ?? true)
    }
    #expect(values.last == 55)
    #expect(values == values.sorted(by: >))
    #expect(Set(values).count == values.count)
  }

  @Test func leavingTheLoopEndsTheSearch() async throws {
    let model = Model("endless")
    // Far too large to be proven: only leaving the loop ends it.
    // Jobs of different releases have no exact method of their own.
    let tasks = (0..<60).map {
      model.interval(lasting: 3 + $0 % 7, within: 7 * $0 % 90...IntervalDomain.horizon)
    }
    model.require("machine") { NoOverlap(tasks) }
    model.minimize(sum(tasks.enumerated().map { (1 + $0 % 5) * max(0, $1.end - (20 + 2 * $0)) }))
    var count = 0
    for try await _ in model.solve(workers: 2) {
      count += 1
      if count == 2 { break }
    }
    #expect(count > 0)
  }

  @Test func cancellingTheTaskKeepsWhatWasFound() async throws {
    let model = Model("endless")
    // Jobs of different releases have no exact method of their own.
    let tasks = (0..<60).map {
      model.interval(lasting: 3 + $0 % 7, within: 7 * $0 % 90...IntervalDomain.horizon)
    }
    model.require("machine") { NoOverlap(tasks) }
    model.minimize(sum(tasks.enumerated().map { (1 + $0 % 5) * max(0, $1.end - (20 + 2 * $0)) }))
    let task = Task { try await model.result() }
    try await Task.sleep(for: .milliseconds(300))
    task.cancel()
    guard case .feasible(_, let bound) = try await task.value else {
      Issue.record("expected a solution without proof")
      return
    }
    #expect(bound != nil)
  }

  @Test func tardinessWithWeightsIsProven() async throws {
    let model = Model("tardiness")
    let jobs = [(4, 3, 4), (6, 2, 9), (2, 5, 3), (5, 1, 14), (3, 4, 8)].map { length, weight, due in
      (interval: model.interval(lasting: length), due: due, weight: weight)
    }
    model.require("one at a time") { NoOverlap(jobs.map(\.interval)) }
    model.minimize(.weightedTardiness(jobs))
    let report = try await model.report(SolveOptions())
    #expect(report.result.status == "optimal")
    #expect(report.objective == bruteForce(jobs.map { ($0.interval, $0.due, $0.weight) }, [4, 6, 2, 5, 3]))
    #expect(report.gap == 0)
    #expect(report.isVerified)
  }

  struct Job: Identifiable, Sendable {
    let id: Int
    let duration: Int
    let weight: Int
    let due: Int
  }

  /// The tardiness sketch as a user would write it: a sequence of incumbents from two rules.
  @Test func rulesStartASingleMachine() async throws {
    let jobs = (0..<12).map { Job(id: $0, duration: 3 + $0 * 5 % 9, weight: 1 + $0 % 4, due: 10 + $0 * 7 % 40) }
    let model = Model("wt12")
    let job = model.intervals(for: jobs, lasting: \.duration)
    model.require("one at a time") { NoOverlap(job.all) }
    model.minimize(.total(sum(jobs.map { $0.weight * max(0, job[$0].end - $0.due) })))

    var best: Solution?
    var strategies: [String] = []
    for try await found in model.solve(within: .seconds(60), seed: 7, from: .best(of: [.edd, .mdd])) {
      best = found.solution
      strategies.append(found.strategy)
    }
    let plan = try #require(best)
    #expect(strategies.first?.hasPrefix("rule ") == true)
    let cost = jobs.reduce(0) { $0 + $1.weight * Swift.max(0, plan[job[$1].end] - $1.due) }
    #expect(cost == bruteForceBySubsets(jobs))
  }

  /// Dynamic programming over the sets of jobs done (Held and Karp).
  private func bruteForceBySubsets(_ jobs: [Job]) -> Int {
    var best = [Int](repeating: .max, count: 1 << jobs.count)
    best[0] = 0
    for done in best.indices {
      let time = jobs.indices.filter { done >> $0 & 1 == 1 }.reduce(0) { $0 + jobs[$1].duration }
      for (index, job) in jobs.enumerated() where done >> index & 1 == 0 {
        let cost = best[done] + job.weight * Swift.max(0, time + job.duration - job.due)
        best[done | 1 << index] = Swift.min(best[done | 1 << index], cost)
      }
    }
    return best[best.count - 1]
  }

  private func bruteForce(_ jobs: [(Interval, Int, Int)], _ lengths: [Int]) -> Int {
    func best(_ left: Set<Int>, _ time: Int) -> Int {
      left.map { job in
        let end = time + lengths[job]
        return jobs[job].2 * Swift.max(0, end - jobs[job].1) + best(left.subtracting([job]), end)
      }.min() ?? 0
    }
    return best(Set(jobs.indices), 0)
  }

  @Test func maximizingWorksTheOtherWay() async throws {
    let model = Model("knapsack")
    let x = model.integer(0...10)
    let y = model.integer(0...10)
    model.require("capacity") { 3 * x + 5 * y <= 31 }
    model.maximize(4 * x + 7 * y)
    let report = try await model.report(SolveOptions())
    #expect(report.objective == 43)
    #expect(report.bound == 43)
  }

  @Test func aModelWithoutSolutionIsSaidToHaveNone() async throws {
    let model = Model("contradiction")
    let a = model.interval(lasting: 3, within: 0...5)
    let b = model.interval(lasting: 3, within: 0...5)
    model.require("machine") { NoOverlap([a, b]) }
    guard case .infeasible = try await model.result() else {
      Issue.record("expected infeasible")
      return
    }
  }

  @Test func aWrongModelIsAnErrorThatNamesTheGroup() async {
    let model = Model("too far")
    let x = model.integer(0...5)
    model.require("huge") { Int.max * x + Int.max * x <= 3 }
    await #expect { try await model.result() } throws: { "\($0)".contains("huge") }
  }

  @Test func lengthsBeyondTheEnginesNumbersAreRefusedByName() async {
    let model = Model("too long")
    let tasks = (0..<6).map { _ in model.optionalInterval(lasting: 800_000_000) }
    model.require("furnace") { NoOverlap(tasks) }
    await #expect { try await model.result() } throws: { "\($0)".contains("furnace") && "\($0)".contains("4800000000") }
  }

  @Test func maximaBeyondTheEnginesNumbersAreRefusedByName() async {
    let model = Model("too late")
    let x = model.integer(0...1_000_000_000)
    model.require("late") { max(0, x + 1_000_000_000) <= 5 }
    await #expect { try await model.result() } throws: { "\($0)".contains("late") }
  }

  @Test func aStartThatBreaksTheModelIsAnError() async {
    let model = Model("start")
    let a = model.interval(lasting: 3)
    let b = model.interval(lasting: 3)
    model.require("order") { a.precedes(b) }
    let wrong = Solution(integers: [], intervals: [.init(start: 0, end: 3), .init(start: 1, end: 4)])
    await #expect { try await model.result(from: .solutions([wrong])) } throws: { "\($0)".contains("order") }
  }

  @Test func aStartIsTheFirstIncumbent() async throws {
    let model = Model("start")
    let a = model.interval(lasting: 3)
    let b = model.interval(lasting: 3)
    model.require("order") { a.precedes(b) }
    model.minimize(.makespan)
    let start = Solution(integers: [], intervals: [.init(start: 0, end: 3), .init(start: 30, end: 33)])
    var first: Incumbent?
    for try await found in model.solve(from: .solutions([start])) { first = first ?? found }
    #expect(first?.objective == 33)
    #expect(first?.strategy == "start")
  }

  @Test func theSameSeedAndWorkGiveTheSameRun() async throws {
    for workers in [1, 2] {
      var runs: Set<String> = []
      for _ in 0..<3 {
        var options = SolveOptions()
        options.workers = workers
        options.work = 300_000
        options.seed = 7
        let model = Model("repeat")
        let tasks = (0..<25).map { model.interval(lasting: 3 + $0 % 7) }
        model.require("machine") { NoOverlap(tasks) }
        model.minimize(sum(tasks.enumerated().map { (1 + $0 % 5) * max(0, $1.end - (20 + 2 * $0)) }))
        let report = try await model.report(options)
        runs.insert("\(report.result) \(report.conflicts) \(report.work) \(report.bound ?? -1)")
      }
      #expect(runs.count == 1, "\(workers) workers")
    }
  }
}
