extension ProjectScheduling {
  /// The instance as text, read back as an equal one wherever its lags are counted as the format does.
  ///
  /// - Throws: ``InputError`` that names what the format cannot express.
  public func text(in format: Format) throws(InputError) -> String {
    switch format {
    case .psplib, .mm: try psplibText(in: format)
    case .patterson: try pattersonText()
    case .max: try maxText()
    case .reservoir: try consProdText()
    }
  }

  private func inexpressible(_ what: String, _ format: Format) -> InputError {
    InputError(file: name, message: "\(what), which rcpsp:\(format.rawValue) cannot express")
  }

  /// Refuses several modes, nonrenewable resources and reservoirs where the format has none.
  func refuseUnlessSimple(in format: Format) throws(InputError) {
    if format != .mm {
      if let task = tasks.first(where: { $0.modes.count != 1 }) {
        throw inexpressible("task \(task.id) has \(task.modes.count) modes", format)
      }
      if !nonrenewables.isEmpty { throw inexpressible("there are nonrenewable resources", format) }
    }
    if format != .reservoir, !reservoirs.isEmpty { throw inexpressible("there are reservoirs", format) }
  }

  /// For each task those that wait for its end.
  ///
  /// - Throws: ``InputError`` if the format cannot express the instance, lags among other things. A lag from a start that is the
  ///   duration of the task's only mode is no lag.
  func plainSuccessors(in format: Format) throws(InputError) -> [[Int]] {
    try refuseUnlessSimple(in: format)
    var successors: [[Int]] = Array(repeating: [], count: tasks.count)
    for precedence in precedences {
      let modes = tasks[precedence.before].modes
      let isPlain = precedence.source == .end ? precedence.lag == 0 : modes.allSatisfy { $0.duration == precedence.lag }
      guard isPlain else {
        let point = precedence.source == .end ? "end" : "start"
        throw inexpressible(
          "task \(precedence.after) waits \(precedence.lag) ticks from the \(point) of task \(precedence.before)",
          format)
      }
      successors[precedence.before].append(precedence.after)
    }
    return successors
  }
}
