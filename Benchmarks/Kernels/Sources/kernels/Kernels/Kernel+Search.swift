import Apus
import ApusProblems

extension Kernel {
  /// Propagation, conflict analysis and restarts of the engine: a fixed amount of deterministic work on a published instance, one thread. With
  /// the work of `Scripts/kernel-benchmark` it is the same run. What each rule of no-overlap costs is in it; a profile tells them apart.
  static func search(_ instance: String, work: Int) -> Kernel {
    solve(instance, with: .search, work: work, per: "conflict") { $0.conflicts }
  }

  /// Tabu search on a published instance: nanoseconds of a judged move, all that belongs to it included. One thread.
  static func tabu(_ instance: String, work: Int) -> Kernel {
    solve(instance, with: .tabu, work: work, per: "judged move") { $0.judgedMoves }
  }

  private static func solve(
    _ instance: String, with strategy: StrategyKind, work: Int, per unit: String, count: @escaping (SolveReport) -> Int
  ) -> Kernel {
    Kernel(name: "\(strategy.rawValue) \(instance)", unit: unit) {
      guard let shop = JobShop.named(instance) else { throw MissingInstance(name: instance) }
      let model = shop.model().data
      var options = SolveOptions()
      options.workers = 1
      options.work = work
      options.strategies = [strategy]
      return { count(try SolveRun(model, options).run()) }
    }
  }
}

/// An instance that Apus does not carry.
struct MissingInstance: Error, CustomStringConvertible {
  let name: String
  var description: String { "\(name): no such instance" }
}
