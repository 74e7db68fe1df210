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
    try offerDrafts(to: board, checker)
    if board.isStopped { return }
    if let packing = PackingModel(recognizing: model) {
      if options.start.isAutomatic { offerStart(of: packing, to: board) }
      return
    }
    if options.start.isAutomatic, let jobs = CommonDueDate(recognizing: model) {
      let shape = jobs.vShape
      let solution = jobs.solution(
        of: shape.order, startingAt: shape.start, integers: model.integers.map(\.lowerBound))
      board.offer(solution, value: shape.cost, by: "V-shape")
      return
    }
    if options.start.isAutomatic || !options.start.machineHeuristics.isEmpty {
      let isMachine = offerMachineStarts(to: board)
      // The rules of shops have nothing to add to those.
      if board.isStopped || isMachine && options.start.heuristics.isEmpty { return }
    }
    if options.start.isAutomatic || !options.start.heuristics.isEmpty { offerShopStarts(to: board, checker) }
    if board.isStopped { return }
    if options.start.isAutomatic || !options.start.projectHeuristics.isEmpty { offerProjectStarts(to: board) }
    if board.isStopped { return }
    if options.start.isAutomatic { offerFlexibleStarts(to: board) }
    if board.isStopped { return }
    if options.start.isAutomatic || !options.start.taskGraphHeuristics.isEmpty { offerTaskGraphStarts(to: board) }
  }

  /// Returns whether the model is one machine.
  private func offerMachineStarts(to board: Board) -> Bool {
    guard let machine = OneMachine(recognizing: model) else { return false }
    board.raise(bound: machine.trivialBound, by: "machine bound")
    let heuristics = options.start.isAutomatic ? automaticHeuristics(for: machine) : options.start.machineHeuristics
    for heuristic in heuristics {
      if board.isStopped { break }
      let schedule = machine.schedule(by: heuristic, seed: options.seed)
      let kind = heuristic.improvement == nil ? "rule " : ""
      board.offer(
        schedule.solution(of: machine, integers: model.integers.map(\.lowerBound)), value: schedule.objective,
        by: kind + heuristic.name)
    }
    return true
  }

  /// What is packed already, and what fits beside it.
  private func offerStart(of packing: PackingModel, to board: Board) {
    let known = board.current.solution.map { packing.bins(of: $0) }
    let bins = packing.packing.firstFit(from: known, tiers: 0..<packing.floors.count)
    guard packing.isFeasible(bins) else { return }
    board.offer(packing.solution(of: bins), value: packing.value(of: bins), by: "first fit")
  }

  private func offerShopStarts(to board: Board, _ checker: SolutionChecker) {
    guard let shop = Shop(recognizing: model) else { return }
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

  private func offerProjectStarts(to board: Board) {
    guard let project = Project(recognizing: model) else { return }
    board.raise(bound: project.trivialBound, by: "project bound")
    let heuristics = options.start.isAutomatic ? automaticHeuristics(for: project) : options.start.projectHeuristics
    for heuristic in heuristics {
      if board.isStopped { return }
      let schedule = project.schedule(by: heuristic, seed: options.seed)
      let kind = if case .rule = heuristic { "rule " } else { "" }
      board.offer(
        schedule.solution(of: project, integers: model.integers.map(\.lowerBound)), value: schedule.makespan,
        by: kind + heuristic.name)
    }
  }

  private func offerFlexibleStarts(to board: Board) {
    guard let shop = FlexibleShop(recognizing: model) else { return }
    for rule in FlexibleRule.allCases {
      let schedule = shop.schedule(by: rule)
      board.offer(schedule.solution(of: shop, in: model), value: schedule.makespan, by: "rule " + rule.rawValue)
      if board.isStopped { return }
    }
    board.raise(bound: shop.trivialBound, by: "flexible shop bound")
  }

  private func offerTaskGraphStarts(to board: Board) {
    guard let graph = TaskGraph(recognizing: model) else { return }
    for heuristic in options.start.isAutomatic ? automaticHeuristics(for: graph) : options.start.taskGraphHeuristics {
      if board.isStopped { return }
      let schedule = graph.schedule(by: heuristic)
      board.offer(schedule.solution(of: graph, in: model), value: schedule.makespan, by: "rule " + heuristic.name)
    }
    if graph.hasDelays { board.raise(bound: max(graph.criticalPath, graph.meanLoad), by: "task graph bound") }
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

  /// All for small graphs with delays; other models that are task graphs have better rules of their own.
  private func automaticHeuristics(for graph: TaskGraph) -> [TaskGraphHeuristic] {
    guard graph.hasDelays else { return [] }
    return graph.taskCount * graph.processorCount <= 4000 ? TaskGraphHeuristic.allCases : [.heft(.mean), .peft]
  }

  /// Rules that take the square of the jobs only where that is little, and no improvement where it may take a second.
  private func automaticHeuristics(for machine: OneMachine) -> [OneMachineHeuristic] {
    if machine.jobCount > 10_000 { return [OneMachineHeuristic(.edd), OneMachineHeuristic(.spt)] }
    let rules: [OneMachineRule] = machine.commonWeight == nil ? [.edd, .mdd, .atc] : [.edd, .mdd, .mddc]
    let improved = OneMachineHeuristic(rules[2], improvement: .dynasearch)
    return rules.map { OneMachineHeuristic($0) } + (machine.jobCount <= 500 ? [improved] : [])
  }

  /// Fewer for large projects, and none for those of which one schedule may take a second.
  private func automaticHeuristics(for project: Project) -> [ProjectHeuristic] {
    if project.taskCount > 10_000 { return [] }
    let rules: [PriorityRule] = project.taskCount <= 2000 ? [.lft, .lst, .mts] : [.lft]
    let schedules = rules.flatMap { rule in
      GenerationScheme.allCases.map { ProjectHeuristic.rule(rule, $0, .forward) }
    }
    return schedules + (project.taskCount <= 2000 ? [.sampling(.lft, count: 100)] : [])
  }
}
