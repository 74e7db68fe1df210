import ApusModel

/// Makes a program of a model: the columns of its variables, then rows constraint by constraint. One file a formulation extends it.
///
/// Whatever adds a column also says which value the column has in a solution of the model, so that a solution can be handed to a solver.
struct Linearizer {
  typealias Encoder = @Sendable (Solution, inout [Double]) -> Void

  /// The largest magnitude of a bound, a coefficient or a side: far within what a double holds exactly.
  static let largestNumber: Int128 = 1 << 40
  /// The largest constant that a binary switches a row on and off with. With a larger one, what counts as whole for a solver
  /// (10⁻⁷ from it) would be enough to move times by a tick.
  static let largestSwitch: Int128 = 10_000_000

  let model: ModelData
  let options: LinearizationOptions
  let windows: TimeWindows
  var program: LinearProgram
  var encoders: [Encoder] = []
  /// The columns of the integer variables.
  var integers: [Int32] = []
  var times: [IntervalTimes] = []
  /// The binaries of pairs of intervals in some `NoOverlap`: true where the first of the pair goes before the second.
  var orders: [IntervalPair: LinearSum] = [:]
  /// The binaries of starts, for intervals that have them.
  var pulses: [Int32: StartPulses] = [:]
  var makespan = MakespanColumn()
  /// What messages and rows call the constraint that is being posted.
  var culprit = ""
  private var rowName = ""
  private var columnNames = NameTable()
  private var rowNames = NameTable()

  init(_ model: ModelData, _ options: LinearizationOptions) throws(ModelError) {
    self.model = model
    self.options = options
    windows = TimeWindows(model, cutoff: options.cutoff)
    program = LinearProgram(name: model.name)
    guard model.objectives.count <= 1 else {
      throw ModelError(
        "objective",
        "it has \(model.objectives.count) levels; a mixed-integer program has one, so they are solved one by one")
    }
    try addIntegers()
    for index in model.intervals.indices { try addInterval(index) }
    for group in model.groups {
      for index in group.members {
        culprit = model.named(group, member: index - group.members.lowerBound)
        rowName = group.name.isEmpty ? "constraint" : group.name
        try post(model.constraints[index])
      }
    }
    culprit = "objective"
    rowName = culprit
    try postObjective()
    if program.columns.isEmpty, !program.rows.isEmpty { _ = try addColumn("none", [], 0...0) }
  }

  private mutating func post(_ constraint: Constraint) throws(ModelError) {
    switch constraint {
    case .precedence(let link): try post(link)
    case .noOverlap(let noOverlap): try post(noOverlap)
    case .linear(let linear): try post(linear)
    case .clause(let clause):
      try require(clause.literals.reduce(into: LinearSum()) { $0 += truth($1) }, .atLeast, 1)
    case .usage(let usage): try post(usage)
    case .reservoir(let reservoir): try post(reservoir)
    case .alternative(let choice): try post(choice)
    case .span(let span): try post(span)
    case .sameOrder(let lists): try post(lists)
    case .pack(let pack): try post(pack)
    case .within(let within): try post(within)
    case .calendar(let rule): try post(rule)
    case .stateFunction(let function): try post(function)
    case .condition(let condition): try post(condition)
    case .allDifferent(let constraint): try post(constraint)
    case .table(let table): try post(table)
    case .circuit(let circuit): try post(circuit)
    case .automaton(let automaton): try post(automaton)
    }
  }

  // MARK: Columns

  /// A column of whole values.
  mutating func addColumn(
    _ prefix: String, _ words: [String], _ values: ClosedRange<Int128>
  ) throws(ModelError) -> Int32 {
    try check(values.lowerBound)
    try check(values.upperBound)
    return program.addColumn(
      LinearProgram.Column(
        name: columnNames.name(prefix, words), lower: Double(values.lowerBound), upper: Double(values.upperBound),
        isInteger: true))
  }

  /// A truth value that the solver decides.
  mutating func addBinary(_ prefix: String, _ words: [String]) throws(ModelError) -> LinearSum {
    LinearSum(column: try addColumn(prefix, words, 0...1))
  }

  func nameOf(_ interval: Int32) -> String { model.nameOfInterval(Int(interval)) }

  // MARK: Rows

  enum Relation {
    case atLeast, atMost, equal
  }

  /// A row; where the sum is constant, nothing or a row that cannot hold.
  mutating func require(_ sum: LinearSum, _ relation: Relation, _ side: Int128) throws(ModelError) {
    let side = side - sum.constant
    if sum.isConstant {
      let holds =
        switch relation {
        case .atLeast: side <= 0
        case .atMost: side >= 0
        case .equal: side == 0
        }
      if holds { return }
    }
    try check(side)
    var terms: [(column: Int32, value: Double)] = []
    terms.reserveCapacity(sum.terms.count)
    for term in sum.terms {
      try check(term.value)
      terms.append((term.column, Double(term.value)))
    }
    program.addRow(
      name: rowNames.name("c", [rowName]), lower: relation == .atMost ? -.infinity : Double(side),
      upper: relation == .atLeast ? .infinity : Double(side), terms: terms)
    if program.entryColumns.count > options.largestEntryCount {
      throw ModelError(
        culprit,
        "as a mixed-integer program the model has more than \(options.largestEntryCount) coefficients here; a smaller one, or another "
          + "formulation, is needed")
    }
  }

  /// A row that holds wherever all conditions are true, by constants that are as large as the bounds of the sum ask for.
  mutating func require(
    _ sum: LinearSum, _ relation: Relation, _ side: Int128, when conditions: [LinearSum]
  ) throws(ModelError) {
    if conditions.contains(where: \.isFalse) { return }
    let conditions = conditions.filter { !$0.isTrue }
    if relation == .equal, !conditions.isEmpty {
      try require(sum, .atLeast, side, when: conditions)
      try require(sum, .atMost, side, when: conditions)
      return
    }
    guard !conditions.isEmpty else { return try require(sum, relation, side) }
    let (low, high) = bounds(of: sum)
    let need = relation == .atLeast ? side - low : high - side
    if need <= 0 { return }
    let constant = try switching(need)
    var row = sum
    for condition in conditions { row += (relation == .atLeast ? constant : -constant) * !condition }
    try require(row, relation, side)
  }

  /// A constant that switches a row, if it is not too large for that.
  func switching(_ constant: Int128) throws(ModelError) -> Int128 {
    guard constant <= Self.largestSwitch else {
      throw ModelError(
        culprit,
        "as a mixed-integer program it needs a constant of \(constant), beyond \(Self.largestSwitch), where rounding errors are larger "
          + "than a tick; give the intervals smaller windows, and the integers smaller domains")
    }
    return constant
  }

  /// The least and the greatest value of a sum, by the bounds of its columns.
  func bounds(of sum: LinearSum) -> (low: Int128, high: Int128) {
    var merged: [Int32: Int128] = [:]
    for term in sum.terms { merged[term.column, default: 0] += term.value }
    var (low, high) = (sum.constant, sum.constant)
    for (column, value) in merged {
      let column = program.columns[Int(column)]
      let (lower, upper) = (Int128(column.lower), Int128(column.upper))
      low += value * (value > 0 ? lower : upper)
      high += value * (value > 0 ? upper : lower)
    }
    return (low, high)
  }

  /// Refuses numbers that rows and columns cannot hold.
  func check(_ number: Int128) throws(ModelError) {
    guard number.magnitude <= Self.largestNumber.magnitude else {
      throw ModelError(
        culprit, "as a mixed-integer program it has the number \(number), beyond ±\(Self.largestNumber) for exact sums")
    }
  }
}
