import ApusModel

/// Posts a model in the engine. Numbers must fit: engine values have 32 bits, sums 64, and what does not fit is refused by name.
struct Compiler: ~Copyable {
  let model: ModelData
  let options: EngineOptions
  var result = Compilation()
  /// What is being posted, for messages.
  var culprit = ""

  /// Variables that equal an interval's start or end where it is present and 0 where it is absent.
  var valueVariables: [IntervalPoint: Int32] = [:]
  var makespans: [Polarity: Int32] = [:]
  /// The literals "variable = value", and those that stand for other bounds.
  var equalities: [Equality: Truth] = [:]
  var boundTruths: [Bound: Truth] = [:]
  /// Sets of tasks of which no two can be in progress at once, found on resources and not yet posted.
  var exclusions: [[NoOverlapTask]] = []
  /// Lists in the same order, with the names of their groups: posted once all no-overlaps are known.
  var sameOrders: [(culprit: String, lists: SameOrder)] = []

  struct Equality: Hashable {
    var variable: Int32
    var value: Int32
  }

  struct IntervalPoint: Hashable {
    var interval: Int32
    var point: Precedence.Point
  }

  /// Values stay within this, so that one bound and one distance can always be added.
  static let largestValue: Int64 = 1_050_000_000

  init(_ model: ModelData, options: EngineOptions) {
    self.model = model
    self.options = options
  }

  /// Compiles a model.
  ///
  /// - Throws: a `ModelError` naming the variable or group that does not fit the engine's numbers.
  static func compile(_ model: ModelData, options: EngineOptions) throws(ModelError) -> Compilation {
    try model.validate()
    var compiler = Compiler(model, options: options)
    try compiler.addIntegers()
    try compiler.addIntervals()
    for group in model.groups {
      for index in group.members {
        compiler.culprit = model.named(group, member: index - group.members.lowerBound)
        try compiler.post(model.constraints[index])
      }
    }
    compiler.postExclusions()
    try compiler.postSameOrders()
    if let objective = model.objective {
      compiler.culprit = "objective"
      try compiler.post(objective)
    }
    if options.checksInferences { compiler.result.core.inferenceCheck = InferenceCheck() }
    return compiler.finish()
  }

  consuming func finish() -> Compilation { result }

  /// Takes note that the model has no solution where `holds` is false.
  mutating func require(_ holds: Bool) {
    if !holds { result.isConsistent = false }
  }

  func narrow(_ value: Int) throws(ModelError) -> Int32 {
    guard abs(Int64(clamping: value)) <= Compiler.largestValue else {
      throw ModelError(culprit, "the value \(value) is beyond the engine's range of ±\(Compiler.largestValue)")
    }
    return Int32(value)
  }

  // MARK: Variables

  private mutating func addIntegers() throws(ModelError) {
    for (index, domain) in model.integers.enumerated() {
      culprit = model.nameOfInteger(index)
      if domain == 0...1 {
        result.map.integers.append(result.core.addBoolean() >> 1)
      } else {
        let lower = try narrow(domain.lowerBound)
        let upper = try narrow(domain.upperBound)
        result.map.integers.append(result.core.addVariable(lower...upper))
      }
    }
  }

  private mutating func addIntervals() throws(ModelError) {
    for (index, domain) in model.intervals.enumerated() {
      culprit = model.nameOfInterval(index)
      let presence = truth(domain.isPresent)
      guard presence != Core.never, let start = window(domain, of: .start), let end = window(domain, of: .end) else {
        // No span fits the windows: the interval is absent, or there is no solution.
        require(result.core.addClause(presence ^ 1))
        result.map.intervals.append(nil)
        continue
      }
      let startVariable = result.core.addVariable(try narrow(start), scope: presence)
      var variables = IntervalVariables(
        start: startVariable, end: startVariable, endOffset: try narrow(domain.length.lowerBound), presence: presence)
      if domain.length.count > 1 {
        variables.end = result.core.addVariable(try narrow(end), scope: presence)
        variables.endOffset = 0
        result.core.addDistance(from: startVariable, to: variables.end, try narrow(domain.length.lowerBound))
        result.core.addDistance(from: variables.end, to: startVariable, try narrow(-domain.length.upperBound))
      }
      result.map.intervals.append(variables)
    }
  }

  /// The start or end that the windows and the length leave; nil for none.
  private func window(_ domain: IntervalDomain, of point: Precedence.Point) -> ClosedRange<Int>? {
    let (own, other) = point == .start ? (domain.start, domain.end) : (domain.end, domain.start)
    // start = end - length lies within [end.lower - longest, end.upper - shortest]; mirrored for the end.
    let shift =
      point == .start
      ? (-domain.length.upperBound, -domain.length.lowerBound) : (domain.length.lowerBound, domain.length.upperBound)
    let lower = max(own.lowerBound, other.lowerBound + shift.0)
    let upper = min(own.upperBound, other.upperBound + shift.1)
    return lower <= upper ? lower...upper : nil
  }

  private func narrow(_ range: ClosedRange<Int>) throws(ModelError) -> ClosedRange<Int32> {
    let lower = try narrow(range.lowerBound)
    return lower...(try narrow(range.upperBound))
  }

  /// The engine's literal for one of the model.
  func truth(_ literal: Literal) -> Truth {
    guard let variable = literal.variable else { return literal == .true ? Core.always : Core.never }
    return (2 * result.map.integers[variable] + 1) ^ (literal.isNegated ? 1 : 0)
  }
}

/// How much is inferred before the search decides.
public enum Filtering: String, Sendable, Hashable, CaseIterable {
  /// The rules that pay on most models.
  case standard
  /// Beside them, edge-finding by the energy of windows on resources: dearer, and sees more where little fits.
  case energy
}

/// Settings of the engine that are fixed when a model is compiled.
public struct EngineOptions: Sendable {
  public var filtering = Filtering.standard
  var noOverlapRules = NoOverlapRules()
  var cumulativeRules = CumulativeRules()
  var alternativeRules = AlternativeRules()
  var reservoirRules = ReservoirRules()
  /// Whether every inference is judged by what its constraint means: many times slower, for tests and for finding errors.
  public var checksInferences = false

  public init() {}
}
