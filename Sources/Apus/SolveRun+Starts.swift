import ApusCheck
import ApusEngine
import ApusHeuristics
import ApusModel
import ApusStructure

extension SolveRun {
  /// Gives the board its first solutions and bound: those of the caller, and what the structure of the model offers.
  ///
  /// - Throws: ``SolveError/start(_:)`` where a solution of the caller breaks the model.
  func offerStarts(to board: Board) throws(SolveError) {
    for (index, solution) in options.start.solutions.enumerated() {
      if let violation = SolutionChecker(model).violations(of: solution).first {
        throw .start("number \(index + 1) breaks the model: \(violation)")
      }
      board.offer(solution, value: boardValue(of: solution), by: "start")
    }
    guard options.start.isAutomatic || !options.start.rules.isEmpty, let shop = Shop(recognizing: model) else { return }
    if shop.measuresModelObjective { board.raise(bound: shop.trivialBound, by: "shop bound") }
    // What a relaxation leaves out may refuse its schedules; that is no error, so they are judged before they are offered.
    let isExact = shop.exactness == .exact
    for schedule in schedules(of: shop) {
      let solution = schedule.schedule.solution(of: shop, integers: model.integers.map(\.lowerBound))
      if !isExact, !SolutionChecker(model).violations(of: solution).isEmpty { continue }
      board.offer(solution, value: boardValue(of: solution), by: schedule.name)
      if board.isStopped { return }
    }
  }

  private func schedules(of shop: Shop) -> [(schedule: ShopSchedule, name: String)] {
    let rules = options.start.isAutomatic ? automaticRules(for: shop) : options.start.rules
    var result = rules.map { (schedule: shop.schedule(by: $0, .nonDelay), name: "rule \($0.rawValue)") }
    if options.start.isAutomatic, shop.operationCount <= 2000 {
      result.append(
        (shop.bestSampledSchedule(by: .sptOverTwkr, .nonDelay, count: 32, seed: options.seed), "sampled rule"))
    }
    return result
  }

  private func automaticRules(for shop: Shop) -> [DispatchingRule] {
    if case .makespan = shop.objective { return DispatchingRule.classic }
    return DispatchingRule.classic + DispatchingRule.dueDate
  }
}
