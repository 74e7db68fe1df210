import ApusModel

/// Answers whether some of a model's requirements can be met together, by solving, and from what it has learned by solving before.
///
/// A solution of some requirements meets others by chance; whatever it meets is feasible without another solve. Likewise what contains an
/// infeasible set is infeasible.
final class FeasibilityOracle {
  enum Verdict {
    case feasible(Solution)
    case infeasible
    /// The time was not enough.
    case open
  }

  let table: RequirementTable
  private let series: SolveSeries
  /// Solutions with the numbers of the requirements that they break; the latest last.
  private var witnesses: [(solution: Solution, broken: Set<Int>)] = []
  private var infeasible: [[Int]] = []
  /// Solves so far.
  private(set) var solves = 0

  private static let longestMemory = 64

  init(_ table: RequirementTable, _ series: SolveSeries) {
    self.table = table
    self.series = series
  }

  var isOver: Bool { series.isOver }

  /// - Parameters:
  ///   - isKept: the requirements to meet, by number.
  ///   - isFresh: whether to solve even where the answer is known.
  func verdict(on isKept: [Bool], isFresh: Bool = false) throws(SolveError) -> Verdict {
    if !isFresh {
      if let known = witnesses.last(where: { $0.broken.allSatisfy { !isKept[$0] } }) {
        return .feasible(known.solution)
      }
      if infeasible.contains(where: { $0.allSatisfy { isKept[$0] } }) { return .infeasible }
    }
    if series.isOver { return .open }
    solves += 1
    // A single question must not take all the time: what it leaves open is only not minimal.
    let report = try series.report(of: table.keeping(isKept), share: solves == 1 || isFresh ? 1 : 0.25) {
      $0.stopRules = [.firstSolution]
    }
    switch report.result {
    case .optimal(let solution), .feasible(let solution, _):
      remember(solution)
      return .feasible(solution)
    case .infeasible:
      infeasible.append(isKept.indices.filter { isKept[$0] })
      return .infeasible
    case .unknown: return .open
    }
  }

  /// Whether the requirements that are kept are proven to have no solution.
  func isInfeasible(_ isKept: [Bool]) throws(SolveError) -> Bool {
    if case .infeasible = try verdict(on: isKept) { return true }
    return false
  }

  private func remember(_ solution: Solution) {
    witnesses.append((solution, table.broken(in: solution)))
    if witnesses.count > Self.longestMemory { witnesses.removeFirst() }
  }
}
