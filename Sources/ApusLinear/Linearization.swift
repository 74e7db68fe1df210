import ApusModel

/// A model as a mixed-integer linear program, with the way there and back.
///
/// Every solution of the program is one of the model, once rounded. Every solution of the model that lies within the windows that the program
/// was made with, and is at least as good as its cutoff, is one of the program; of a regular model (one where earlier is never worse) some best
/// solution is.
public struct Linearization: Sendable {
  public let model: ModelData
  public let program: LinearProgram
  private let integers: [Int32]
  private let times: [IntervalTimes]
  private let encoders: [Linearizer.Encoder]

  /// Linearises a model.
  ///
  /// Complexity: by order, quadratic in the intervals of each resource; time-indexed, windows times lengths.
  /// - Throws: the constraint, interval or variable that has no such form, by name: numbers that are too large for it, or too many rows.
  public init(_ model: ModelData, _ options: LinearizationOptions = LinearizationOptions()) throws(ModelError) {
    try model.validate()
    let made = try Linearizer(model, options)
    self.model = model
    program = made.program
    integers = made.integers
    times = made.times
    encoders = made.encoders
  }

  /// The solution at a point, whose values are rounded. It has still to be checked.
  public func solution(at values: [Double]) -> Solution {
    let whole = integers.map { Self.whole(values[Int($0)]) }
    let draft = Solution(integers: whole, intervals: [])
    let spans = model.intervals.indices.map { index -> Solution.Span? in
      guard times[index].canBePresent, draft[model.intervals[index].isPresent] else { return nil }
      let start = Self.value(times[index].start, at: values)
      return Solution.Span(start: start, end: start + Self.value(times[index].length, at: values))
    }
    return Solution(integers: whole, intervals: spans)
  }

  /// The point of a solution; nil where the program does not have it, since it lies outside its windows or is worse than its cutoff.
  public func point(of solution: Solution) -> [Double]? {
    let values = values(of: solution)
    return program.violation(at: values) == nil ? values : nil
  }

  /// What the columns are in a solution, whether or not the program has it.
  func values(of solution: Solution) -> [Double] {
    var values = [Double](repeating: 0, count: program.columns.count)
    for encode in encoders { encode(solution, &values) }
    return values
  }

  private static func value(_ sum: LinearSum, at values: [Double]) -> Int {
    sum.terms.reduce(Int(sum.constant)) { $0 + Int($1.value) * whole(values[Int($1.column)]) }
  }

  /// The nearest whole number, kept within what every column's bounds allow.
  private static func whole(_ value: Double) -> Int {
    Int(Swift.max(-0x1p41, Swift.min(0x1p41, value.isNaN ? 0 : value.rounded())))
  }
}
