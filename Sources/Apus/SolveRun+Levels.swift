import ApusModel

extension SolveRun {
  /// Solves a lexicographic objective level by level: each is an objective of its own, under constraints that keep what the levels before it
  /// have come to.
  ///
  /// A level has an equal share of the time and work that are left, so what one does not need goes to those behind it. A level that is not
  /// proven keeps its value from getting worse, and may get better by chance.
  func runLevels() throws(SolveError) -> SolveReport {
    observe(SolveEvent(kind: .start, seconds: seconds))
    var rest = model
    rest.objectives = []
    var reports: [SolveReport] = []
    var solution: Solution?
    for (index, objective) in model.objectives.enumerated() {
      var level = rest
      level.objective = Objective(objective.sense, objective.expression)
      let offset = seconds
      let run = SolveRun(level, levelOptions(index, from: solution)) { [self] event in
        guard event.kind != .start, event.kind != .done else { return }
        var event = event
        event.seconds += offset
        event.level = index
        observe(event)
      }
      levelRun.withLock { $0 = run }
      if hasBeenCancelled { run.cancel() }
      var report = try run.run()
      report.secondsToBest = report.secondsToBest.map { $0 + offset }
      reports.append(report)
      guard let found = report.result.solution else { break }
      if report.objective != nil { solution = found }
      guard let value = found.value(of: objective.expression) else { break }
      rest.addGroup(
        objective.name ?? "level \(index + 1)",
        (objective.sense == .maximize ? objective.expression >= value : objective.expression <= value).constraints)
    }
    levelRun.withLock { $0 = nil }
    let report = report(of: reports, solution)
    observe(
      SolveEvent(
        kind: .done, seconds: report.seconds, solution: solution, objective: report.objective, bound: report.bound))
    return report
  }

  private func levelOptions(_ index: Int, from solution: Solution?) -> SolveOptions {
    let left = model.objectives.count - index
    var options = options
    options.timeLimit = options.timeLimit.map { max(.zero, $0 - .seconds(seconds)) / left }
    options.work = options.work.map { $0 / model.objectives.count }
    if let solution {
      options.start = .solutions([solution]).and(options.start.isAutomatic ? .automatic : .none)
    }
    return options
  }

  /// The whole of the levels: optimal where each is.
  private func report(of reports: [SolveReport], _ solution: Solution?) -> SolveReport {
    guard var whole = reports.first, let last = reports.last else { preconditionFailure("a run of levels has levels") }
    whole.seconds = seconds
    guard let solution else { return whole }
    whole.levels = model.objectives.enumerated().map { index, objective in
      LevelReport(
        name: objective.name ?? "level \(index + 1)", value: solution.value(of: objective.expression) ?? 0,
        bound: index < reports.count ? reports[index].bound : nil)
    }
    whole.objective = whole.levels[0].value
    let isProven = whole.levels.allSatisfy(\.isProven)
    whole.result = isProven ? .optimal(solution) : .feasible(solution, bound: whole.bound)
    whole.secondsToBest = reports.compactMap(\.secondsToBest).last
    whole.solutionBy = reports.last { $0.solutionBy != "start" }?.solutionBy ?? last.solutionBy
    for report in reports.dropFirst() {
      whole.conflicts += report.conflicts
      whole.decisions += report.decisions
      whole.restarts += report.restarts
      whole.work += report.work
      whole.moves += report.moves
      whole.judgedMoves += report.judgedMoves
      whole.isOutOfMemory = whole.isOutOfMemory || report.isOutOfMemory
    }
    return whole
  }
}
