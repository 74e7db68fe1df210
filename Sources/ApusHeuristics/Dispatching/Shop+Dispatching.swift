import ApusModel
import ApusStructure

/// Which schedules a builder makes.
public enum ScheduleClass: String, Sendable, Hashable, CaseIterable, Codable {
  /// No machine idles while an operation waits for it. There may be no optimal schedule among them.
  case nonDelay
  /// No operation could start earlier without another starting later. There is an optimal schedule among them.
  case active
}

extension Shop {
  /// The schedule that a dispatching rule makes. Of equal keys, the job with the smaller index goes first.
  ///
  /// Complexity: O(*operations* log *operations*); times the operations waiting at a machine for rules that depend on time.
  public func schedule(by rule: DispatchingRule, _ kind: ScheduleClass = .nonDelay) -> ShopSchedule {
    var chooser = Chooser(keys: DispatchingKeys(rule, for: self))
    return schedule(kind, &chooser)
  }

  /// The best of the schedules that several rules make, the first of equals, or nil for no rules.
  public func bestSchedule(
    by rules: [DispatchingRule] = DispatchingRule.classic, _ kind: ScheduleClass = .nonDelay
  ) -> ShopSchedule? {
    rules.lazy.map { schedule(by: $0, kind) }.min { $0.objective < $1.objective }
  }

  /// A random schedule in the manner of a dispatching rule.
  ///
  /// Of the operations that wait, one is taken with probability proportional to exp(−(key − least) / (*T* · mean)), where *mean* is
  /// the mean of key − least. At temperature 0 this is the rule; the higher, the more random.
  /// Complexity: O(*operations* · *waiting*).
  public func sampledSchedule(
    by rule: DispatchingRule, _ kind: ScheduleClass = .nonDelay, temperature: Double,
    using generator: inout SplitMix64
  ) -> ShopSchedule {
    precondition(temperature >= 0, "a temperature is not negative")
    var chooser = Chooser(
      keys: DispatchingKeys(rule, for: self), temperature: temperature, generator: generator)
    defer { generator = chooser.generator }
    return schedule(kind, &chooser)
  }

  /// The best of `count` random schedules in the manner of a rule, the first of equals; the same for the same seed.
  ///
  /// Temperatures are spread evenly over the range given. Complexity: that of ``sampledSchedule(by:_:temperature:using:)`` times
  /// `count`. To stop early, draw samples one by one.
  ///
  /// - Precondition: `count` is positive.
  public func bestSampledSchedule(
    by rule: DispatchingRule = .sptOverTwkr, _ kind: ScheduleClass = .nonDelay, count: Int = 32,
    temperatures: ClosedRange<Double> = 0.2...0.8, seed: UInt64 = 0
  ) -> ShopSchedule {
    precondition(count > 0, "at least one schedule is drawn")
    let keys = DispatchingKeys(rule, for: self)
    var generator = SplitMix64(seed: seed)
    var best: ShopSchedule?
    for index in 0..<count {
      let fraction = count == 1 ? 0 : Double(index) / Double(count - 1)
      let temperature = temperatures.lowerBound + fraction * (temperatures.upperBound - temperatures.lowerBound)
      var chooser = Chooser(keys: keys, temperature: temperature, generator: generator)
      let schedule = schedule(kind, &chooser)
      generator = chooser.generator
      if best.map({ schedule.objective < $0.objective }) ?? true { best = schedule }
    }
    return best!
  }

  /// The best schedule of a beam search over a dispatching rule, among active ones.
  ///
  /// Each step keeps the `width` best partial schedules by a bound on the objective; each goes on in the `choices` ways that the rule
  /// likes best. P. S. Ow and T. E. Morton, "Filtered beam search in scheduling", International Journal of Production Research 26 (1988).
  /// Complexity: O(*operations* · *width* · (*jobs* + *machines* + *choices*)).
  ///
  /// - Precondition: `width` and `choices` are positive.
  public func beamSchedule(by rule: DispatchingRule = .sptOverTwkr, width: Int = 50, choices: Int = 3) -> ShopSchedule {
    precondition(width > 0 && choices > 0, "a beam has a width, and a choice")
    return ShopSchedule(
      self, start: BeamBuilder.build(self, DispatchingKeys(rule, for: self), width: width, choices: choices))
  }

  private func schedule(_ kind: ScheduleClass, _ chooser: inout Chooser) -> ShopSchedule {
    switch kind {
    case .nonDelay: return ShopSchedule(self, start: NonDelayBuilder.build(self, &chooser))
    case .active: return ShopSchedule(self, start: ActiveBuilder.build(self, &chooser))
    }
  }
}
