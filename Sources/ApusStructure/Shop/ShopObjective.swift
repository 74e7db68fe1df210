import ApusModel

/// The objective of a shop as found in a model's expression.
struct ShopObjective {
  let objective: Shop.Objective

  /// Recognises the makespan and weighted tardiness of jobs, however they are written; nil for anything else.
  ///
  /// The makespan may also be the maximum of ends, among them the last end of every job. A tardiness may be `max(0, end - due)` or
  /// `max(end - due, 0)`, with the start instead of the end, times a positive weight inside or outside, or just an end that cannot
  /// be negative: a completion time is a tardiness with due date 0. Terms of one job with one due date are merged.
  init?(_ objective: Objective?, chains: ShopChains, times: FixedTimes) {
    guard let objective, objective.sense == .minimize, !objective.expression.hasOverflowed else { return nil }
    let terms = objective.expression.terms.filter { $0.coefficient != 0 }
    guard objective.expression.constant == 0, !terms.isEmpty else { return nil }
    let reader = ShopObjectiveReader(chains: chains, times: times)
    if let tardiness = reader.tardiness(terms) {
      self.objective = tardiness
    } else if terms.count == 1, terms[0].coefficient == 1, reader.isMakespan(terms[0].operand) {
      self.objective = .makespan
    } else {
      return nil
    }
  }
}

private struct ShopObjectiveReader {
  let chains: ShopChains
  let times: FixedTimes
  /// Whether no interval can end before 0.
  let endsAreNotNegative: Bool

  init(chains: ShopChains, times: FixedTimes) {
    self.chains = chains
    self.times = times
    endsAreNotNegative = zip(times.release, times.duration).allSatisfy { Int($0) + Int($1) >= 0 }
  }

  var jobCount: Int { chains.chainStart.count - 1 }

  func exists(_ interval: Int32) -> Bool { times.duration.indices.contains(Int(interval)) }

  func isLastOfJob(_ interval: Int32) -> Bool {
    chains.nodes[Int(chains.chainStart[Int(chains.chain[Int(interval)]) + 1]) - 1] == interval
  }

  /// `scale` times the end of an interval, plus a constant.
  struct ScaledEnd {
    var interval: Int32
    var scale: Int
    var constant: Int
  }

  func scaledEnd(_ expression: IntegerExpression) -> ScaledEnd? {
    guard !expression.hasOverflowed, expression.terms.count == 1 else { return nil }
    let scale = expression.terms[0].coefficient
    switch expression.terms[0].operand {
    case .end(let interval) where exists(interval):
      return ScaledEnd(interval: interval, scale: scale, constant: expression.constant)
    case .start(let interval) where exists(interval):
      let (shift, tooLarge) = scale.multipliedReportingOverflow(by: Int(times.duration[Int(interval)]))
      let (constant, carry) = expression.constant.subtractingReportingOverflow(shift)
      return tooLarge || carry ? nil : ScaledEnd(interval: interval, scale: scale, constant: constant)
    default: return nil
    }
  }

  func isMakespan(_ operand: IntegerExpression.Operand) -> Bool {
    switch operand {
    case .makespan: return true
    case .maximum(let arguments):
      var isCovered = [Bool](repeating: false, count: jobCount)
      for argument in arguments {
        if argument.terms.isEmpty {
          guard endsAreNotNegative, argument.constant <= 0, !argument.hasOverflowed else { return false }
          continue
        }
        guard let end = scaledEnd(argument), end.scale == 1, end.constant <= 0 else { return false }
        if end.constant == 0, isLastOfJob(end.interval) { isCovered[Int(chains.chain[Int(end.interval)])] = true }
      }
      return isCovered.allSatisfy { $0 }
    default: return false
    }
  }

  /// The weighted tardiness of one job that an operand stands for: its last interval, due date and weight.
  func tardiness(_ operand: IntegerExpression.Operand) -> (interval: Int32, due: Int32, weight: Int)? {
    switch operand {
    case .end(let interval) where exists(interval): return endsAreNotNegative ? (interval, 0, 1) : nil
    case .maximum(let arguments):
      guard arguments.count == 2, let zero = arguments.firstIndex(where: { $0.terms.isEmpty }) else { return nil }
      guard arguments[zero].constant == 0, !arguments[zero].hasOverflowed else { return nil }
      guard let end = scaledEnd(arguments[1 - zero]), end.scale > 0, end.constant % end.scale == 0 else { return nil }
      guard end.constant != .min, let due = Int32(exactly: -end.constant / end.scale) else { return nil }
      return (end.interval, due, end.scale)
    default: return nil
    }
  }

  func tardiness(_ terms: [IntegerExpression.Term]) -> Shop.Objective? {
    var due = [Int32](repeating: .max, count: jobCount)
    var weight = [Int32](repeating: 0, count: jobCount)
    for term in terms {
      guard term.coefficient > 0, let part = tardiness(term.operand), isLastOfJob(part.interval) else { return nil }
      let job = Int(chains.chain[Int(part.interval)])
      let (product, overflow) = term.coefficient.multipliedReportingOverflow(by: part.weight)
      guard weight[job] == 0 || due[job] == part.due, !overflow, product <= Int(Int32.max) else { return nil }
      guard let total = Int32(exactly: Int(weight[job]) + product) else { return nil }
      due[job] = part.due
      weight[job] = total
    }
    return staysWithin64Bits(due, weight) ? .weightedTardiness(due: due, weight: weight) : nil
  }

  /// Whether the weighted tardiness of every schedule without needless waiting is an `Int`.
  private func staysWithin64Bits(_ due: [Int32], _ weight: [Int32]) -> Bool {
    var total = 0
    for (due, weight) in zip(due, weight) {
      let (product, tooLarge) = Int(weight).multipliedReportingOverflow(by: Swift.max(0, times.latestEnd - Int(due)))
      let (sum, carry) = total.addingReportingOverflow(product)
      if tooLarge || carry { return false }
      total = sum
    }
    return true
  }
}
