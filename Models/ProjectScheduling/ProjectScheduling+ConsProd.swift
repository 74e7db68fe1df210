/// The format with reservoirs, as in the `ConsProd` sets: tasks, renewable resources and reservoirs; the capacities and the
/// initial levels; then as in Patterson's format, but with a pair of consumption and production for each reservoir between a
/// task's demands and its successors.
///
/// What the first and the last task, the dummies, take and bring does not count: generators filled these fields at random.
extension ProjectScheduling {
  static func readConsProd(_ scanner: inout TextScanner, name: String) throws(InputError) -> ProjectScheduling {
    var draft = ProjectDraft()
    let count = try scanner.taskCount()
    let resources = try scanner.resourceCount("renewable resources")
    let stocks = try scanner.resourceCount("reservoirs")
    draft.parts.renewables = try scanner.amounts(resources) { "the capacity of renewable resource \($0)" }
    let levels = try scanner.amounts(stocks) { "the initial level of reservoir \($0)" }
    let isLineEach = scanner.isAtLineEnd() && scanner.remaining().lines == count
    var flows: [[Int]] = []
    for task in 0..<count {
      let duration = try scanner.projectDuration("task \(task)")
      let offset = scanner.tokenStart
      if isLineEach { try scanner.expectWholeLine(task, numbers: resources + 2 * stocks + 1, count) }
      let demands = try scanner.amounts(resources) { "the demand of task \(task) for renewable resource \($0)" }
      draft.add(Mode(duration: duration, renewables: demands), at: offset)
      flows.append(
        try scanner.amounts(2 * stocks) {
          "the \($0 & 1 == 0 ? "consumption" : "production") of task \(task) for reservoir \($0 / 2)"
        })
      let successors = try scanner.successorCount(of: task, count)
      try scanner.addSuccessors(successors, of: task, count, to: &draft)
    }
    try scanner.expectFileEnd("\(count) tasks")
    for (stock, level) in levels.enumerated() {
      func column(_ offset: Int) -> [Int] {
        flows.indices.map { $0 == 0 || $0 == count - 1 ? 0 : flows[$0][2 * stock + offset] }
      }
      draft.parts.reservoirs.append(Reservoir(initial: level, consumed: column(0), produced: column(1)))
    }
    return try draft.project(named: name, scanner)
  }

  /// The instance in the format with reservoirs.
  ///
  /// - Throws: ``InputError`` unless every task has one mode and waits for ends without lags, there are no nonrenewable
  ///   resources, and the first and the last task leave all reservoirs alone.
  public func consProdText() throws(InputError) -> String {
    let successors = try plainSuccessors(in: .reservoir)
    for (number, reservoir) in reservoirs.enumerated() {
      for task in [0, tasks.count - 1] where reservoir.consumed[task] + reservoir.produced[task] > 0 {
        throw InputError(
          file: name,
          message:
            "task \(task) takes from or fills reservoir \(number), rcpsp:reservoir needs the first and the last to do neither"
        )
      }
    }
    var text = Self.line([tasks.count, renewables.count, reservoirs.count])
    text += Self.line(renewables + reservoirs.map(\.initial))
    for (task, after) in zip(tasks, successors) {
      let mode = task.modes[0]
      let flows = reservoirs.flatMap { [$0.consumed[task.id], $0.produced[task.id]] }
      text += Self.line([mode.duration] + mode.renewables + flows + [after.count] + after.map { $0 + 1 })
    }
    return text
  }
}
