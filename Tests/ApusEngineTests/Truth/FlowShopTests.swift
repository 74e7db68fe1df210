import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Flow shops of the literature, written in the language, against recursions over all permutations that know nothing of it.
///
/// Without room between the machines, or without waiting, no job can overtake another, so permutations are all there is.
@Suite struct FlowShopTests {
  /// By job and machine.
  private typealias Times = [[Int]]

  private static func times(seed: Int) -> Times {
    var random = SplitMix64(seed: seed)
    let machines = random.draw(2...3)
    return (0..<random.draw(3...5)).map { _ in (0..<machines).map { _ in random.draw(1...6) } }
  }

  private static func permutations(of count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    return permutations(of: count - 1).flatMap { shorter in
      (0...shorter.count).map { shorter[..<$0] + [count - 1] + shorter[$0...] }
    }
  }

  private func best(_ times: Times, _ makespan: (Times) -> Int) -> Int {
    Self.permutations(of: times.count).map { order in makespan(order.map { times[$0] }) }.min() ?? 0
  }

  /// Operations by job and machine, in order, one at a time on each machine.
  private func shop(
    _ times: Times, longer: Int = 0, link: (Interval, Interval) -> [Condition]
  ) -> (Model, [[Interval]]) {
    let model = Model()
    let horizon = times.joined().reduce(0, +)
    let jobs = times.map { job in job.map { model.interval(lasting: $0...($0 + longer), within: 0...horizon) } }
    for job in jobs { model.require("job") { zip(job, job.dropFirst()).flatMap { link($0, $1) } } }
    for machine in times[0].indices { model.require("machine") { NoOverlap(jobs.map { $0[machine] }) } }
    model.minimize(.makespan)
    return (model, jobs)
  }

  private func expect(_ optimum: Int, of model: Model, seed: Int) throws {
    var options = EngineOptions.random(seed: seed)
    options.checksInferences = seed % 3 == 0
    let strategy = try LearningStrategy(model.data, name: "search", engine: options, search: SearchOptions())
    let board = Board()
    for _ in 0..<40 where !board.isStopped { _ = strategy.run(work: 1_000_000, board: board) }
    #expect(board.current.refusal == nil && board.current.isClosed && board.value == optimum, "seed \(seed)")
  }

  /// Each operation begins as soon as the one before it ends (Reddi and Ramamoorthy 1972).
  @Test func noWait() throws {
    for seed in 0..<150 {
      let times = Self.times(seed: seed)
      let optimum = best(times) { jobs in
        var start = 0
        for (job, next) in zip(jobs, jobs.dropFirst()) {
          // The least delay between the starts of the two that keeps every machine free for the second.
          start += job.indices.map { job[...$0].reduce(0, +) - next[..<$0].reduce(0, +) }.max() ?? 0
        }
        return start + (jobs.last?.reduce(0, +) ?? 0)
      }
      let (model, _) = shop(times) { $0.meets($1) }
      try expect(optimum, of: model, seed: seed)
    }
  }

  /// An operation keeps its machine until the next begins (Grabowski and Pempera 2000: departure times).
  @Test func blocking() throws {
    for seed in 0..<150 {
      let times = Self.times(seed: seed)
      let machines = times[0].count
      let optimum = best(times) { jobs in
        // When the job before left each machine.
        var departures = [Int](repeating: 0, count: machines)
        for job in jobs {
          var ready = departures[0]
          for machine in 0..<machines {
            ready += job[machine]
            if machine + 1 < machines { ready = max(ready, departures[machine + 1]) }
            departures[machine] = ready
          }
        }
        return departures.last ?? 0
      }
      let (model, _) = shop(times, longer: 30) { $0.meets($1) }
      try expect(optimum, of: model, seed: seed)
    }
  }

  /// All machines take the jobs in one order: a permutation flow shop.
  @Test func permutation() throws {
    for seed in 0..<150 {
      let times = Self.times(seed: seed)
      let optimum = best(times) { jobs in
        var ends = [Int](repeating: 0, count: times[0].count)
        for job in jobs {
          for (machine, time) in job.enumerated() {
            ends[machine] = max(ends[machine], machine > 0 ? ends[machine - 1] : 0) + time
          }
        }
        return ends.last ?? 0
      }
      let (model, jobs) = shop(times) { [$0.precedes($1)] }
      for machine in times[0].indices.dropFirst() {
        model.require("order") { SameOrder(jobs.map { $0[0] }, jobs.map { $0[machine] }) }
      }
      try expect(optimum, of: model, seed: seed)
    }
  }
}
