import ApusModel

/// Small random models that use every corner of the language and can be enumerated: the same seed gives the same model.
public struct RandomModel {
  /// How large the models are. The defaults keep enumeration well under a millisecond for most models.
  public struct Size: Sendable {
    /// The number of intervals.
    public var intervals = 1...4
    /// The number of integer variables beside the Booleans.
    public var integers = 0...2
    /// The number of Booleans beside those of presence.
    public var booleans = 0...2
    /// The most ticks from the earliest start to the latest end of an interval.
    public var window = 8
    /// The number of groups drawn, of one to three constraints each.
    public var groups = 1...4
    /// The kinds of constraints to draw beside precedences, no-overlap, linear constraints and clauses. Without any, the models are
    /// the same as if there were no such kinds.
    public var kinds: [Kind] = []
    /// The default sizes.
    public init(kinds: [Kind] = []) { self.kinds = kinds }
  }

  /// Kinds of constraints that are drawn only when asked for.
  public enum Kind: CaseIterable, Sendable {
    case usage, reservoir, alternative, span, setup, sameOrder, pack, within
    case calendar, stateFunction
    case logic, function, allDifferent, table, circuit, automaton
  }

  var random: SplitMix64
  let size: Size
  let model: Model
  var intervals: [Interval] = []
  var integers: [IntegerExpression] = []
  var literals: [Literal] = []

  /// A random model as a value.
  public static func data(seed: Int, size: Size = Size()) -> ModelData { make(seed: seed, size: size).data }

  /// A random model.
  public static func make(seed: Int, size: Size = Size()) -> Model {
    var generator = RandomModel(random: SplitMix64(seed: seed), size: size, model: Model("random \(seed)"))
    generator.addVariables()
    for index in 0..<generator.random.draw(size.groups) { generator.addGroup(index) }
    generator.addObjective()
    return generator.model
  }

  private init(random: SplitMix64, size: Size, model: Model) {
    self.random = random
    self.size = size
    self.model = model
  }

  private mutating func addVariables() {
    for index in 0..<random.draw(size.booleans) { literals.append(model.boolean("b\(index)")) }
    for index in 0..<random.draw(size.integers) {
      let low = random.draw(-3...4)
      integers.append(model.integer(low...low + random.draw(0...4), random.chance(50) ? "x\(index)" : nil))
    }
    for index in 0..<random.draw(size.intervals) { addInterval(index) }
  }

  private mutating func addInterval(_ index: Int) {
    let shortest = random.draw(0...3)
    let length = shortest...(shortest + (random.chance(30) ? random.draw(1...2) : 0))
    let start = random.chance(15) ? -2 : random.draw(0...2)
    let window = start...(start + max(length.lowerBound - (random.chance(5) ? 1 : 0), random.draw(2...size.window)))
    let name = random.chance(70) ? "task \(index)" : nil
    guard random.chance(40) else {
      intervals.append(model.interval(lasting: length, within: window, name))
      return
    }
    let shared: Literal? =
      switch random.draw(1...10) {
      case 1...3: literals.isEmpty ? nil : random.pick(literals)
      case 4: literals.isEmpty ? nil : !random.pick(literals)
      case 5: random.chance(50) ? .true : .false
      default: nil
      }
    let interval = model.optionalInterval(lasting: length, within: window, ifPresent: shared, name)
    intervals.append(interval)
    if interval.isPresent.variable != nil { literals.append(interval.isPresent) }
  }

  private mutating func addGroup(_ index: Int) {
    var members: [Constraint] = []
    for _ in 0..<random.draw(1...3) { members += constraint() }
    model.require("group \(index)") { members }
  }

  private mutating func addObjective() {
    let expression =
      switch random.draw(1...10) {
      case 1...4: IntegerExpression(.makespan)
      case 5...6:
        sum((0..<random.draw(1...3)).map { _ in random.draw(1...4) * tardiness() })
      default: self.expression()
      }
    switch random.draw(1...10) {
    case 1...2: break
    case 3...4: model.maximize(expression)
    default: model.minimize(expression)
    }
  }
}
