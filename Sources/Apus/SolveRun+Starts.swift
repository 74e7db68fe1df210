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
    let checker = SolutionChecker(model)
    for (index, solution) in options.start.solutions.enumerated() {
      if let violation = checker.violations(of: solution).first {
        throw .start("number \(index + 1) breaks the model: \(violation)")
      }
      board.offer(solution, value: boardValue(of: solution), by: "start")
    }
    guard options.start.isAutomatic || !options.start.heuristics.isEmpty, let shop = Shop(recognizing: model) else {
      return
    }
    if shop.measuresModelObjective { board.raise(bound: shop.trivialBound, by: "shop bound") }
    // What a relaxation leaves out may refuse its schedules; that is no error, so they are judged before they are offered.
    let isExact = shop.exactness == .exact
    for schedule in schedules(of: shop) {
      let solution = schedule.schedule.solution(of: shop, integers: model.integers.map(\.lowerBound))
      if !isExact, !checker.violations(of: solution).isEmpty { continue }
      board.offer(solution, value: boardValue(of: solution), by: schedule.name)
      if board.isStopped { return }
    }
  }

  private func schedules(of shop: Shop) -> [(schedule: ShopSchedule, name: String)] {
    let heuristics = options.start.isAutomatic ? automaticHeuristics(for: shop) : options.start.heuristics
    return heuristics.map { heuristic in
      let kind = if case .rule = heuristic { "rule " } else { "" }
      return (shop.schedule(by: heuristic, seed: options.seed), kind + heuristic.name)
    }
  }

  private func automaticHeuristics(for shop: Shop) -> [ShopHeuristic] {
    var rules = DispatchingRule.classic
    if case .weightedTardiness = shop.objective { rules += DispatchingRule.dueDate }
    let isSmall = shop.operationCount <= 2000
    return rules.map(ShopHeuristic.rule) + (isSmall ? [.rollouts(.sptOverTwkr, count: 32)] : [])
  }
}
