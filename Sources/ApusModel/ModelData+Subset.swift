extension ModelData {
  /// The model with some of its constraints only; every variable stays, with its index and its name.
  ///
  /// Groups keep their names and their order, also those that are left without a member. Complexity: linear in the size of the model.
  ///
  /// - Parameter isKept: whether the constraint at an index of ``constraints`` stays.
  public func keepingConstraints(where isKept: (Int) -> Bool) -> ModelData {
    var result = self
    result.constraints = []
    result.groups = []
    for group in groups { result.addGroup(group.name, group.members.filter(isKept).map { constraints[$0] }) }
    return result
  }

  /// Lets an interval start and end so many ticks earlier and later than its window says, within ±``IntervalDomain/horizon``. Its length and its
  /// presence stay as they are.
  public mutating func widenWindow(ofInterval index: Int, by ticks: Int) {
    func widened(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
      let horizon = IntervalDomain.horizon
      return max(-horizon, range.lowerBound - ticks)...min(horizon, range.upperBound + ticks)
    }
    intervals[index].start = widened(intervals[index].start)
    intervals[index].end = widened(intervals[index].end)
  }

  /// The ticks that all intervals and all lags take together, at most ``IntervalDomain/horizon``: by so much a window has to give way where
  /// what is in it has to be done one after the other, elsewhere.
  public var extent: Int {
    var ticks = 0
    for domain in intervals {
      ticks += max(
        domain.length.lowerBound, min(domain.length.upperBound, domain.end.upperBound - domain.start.lowerBound))
      ticks = min(ticks, IntervalDomain.horizon)
    }
    for case .precedence(let precedence) in constraints {
      ticks = min(ticks + min(Int(clamping: precedence.lag.magnitude), IntervalDomain.horizon), IntervalDomain.horizon)
    }
    return ticks
  }
}
