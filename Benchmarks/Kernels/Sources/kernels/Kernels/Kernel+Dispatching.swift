import Apus
import ApusProblems

extension Kernel {
  /// One dispatching rule on a random shop, as a solve does it: the shop recognised in the model, the schedule made, the checker asked.
  static func dispatching(jobs: Int, machines: Int) -> Kernel {
    Kernel(name: "dispatching \(jobs)x\(machines)", unit: "task") {
      let shop = try JobShop.random(jobs: jobs, machines: machines, seed: 1)
      let model = shop.model().data
      return {
        guard try scheduled(model).solution != nil else { throw MissingSchedule() }
        return jobs * machines
      }
    }
  }

  /// The checker on a right schedule of a random shop.
  static func check(jobs: Int, machines: Int) -> Kernel {
    Kernel(name: "check \(jobs)x\(machines)", unit: "interval") {
      let model = try JobShop.random(jobs: jobs, machines: machines, seed: 1).model().data
      guard let solution = try scheduled(model).solution else { throw MissingSchedule() }
      let checker = SolutionChecker(model)
      return {
        guard checker.violations(of: solution).isEmpty else { throw MissingSchedule() }
        return jobs * machines
      }
    }
  }

  /// The schedule of a rule, without search.
  private static func scheduled(_ model: ModelData) throws -> SolveResult {
    var options = SolveOptions()
    options.workers = 1
    options.isSearching = false
    options.start = .best(of: [.spt])
    return try SolveRun(model, options).run().result
  }
}

/// A rule gave no right schedule, so that there is nothing to measure.
struct MissingSchedule: Error, CustomStringConvertible {
  var description: String { "there is no right schedule" }
}
