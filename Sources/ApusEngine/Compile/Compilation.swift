import ApusModel

/// A model compiled for the engine: a core with everything posted, and what its variables stand for.
struct Compilation: ~Copyable {
  var core = Core()
  var map = VariableMap()
  var objective: CompiledObjective?
  /// Those of the model in its order, then those posted for tasks that exclude each other on a resource.
  var noOverlaps: [NoOverlapPropagator] = []
  var cumulatives: [CumulativePropagator] = []
  var reservoirs: [ReservoirPropagator] = []
  var linears: [LinearPropagator] = []
  var maxima: [MaximumPropagator] = []
  /// Products, circuits and the like: they say themselves what is not settled (``Propagator/unsettled(in:)``).
  var integerPropagators: [Propagator] = []
  /// False where posting alone has shown that there is no solution.
  var isConsistent = true
}

/// Which engine variables an interval is made of.
struct IntervalVariables {
  var start: Int32
  var end: Int32
  /// The end is `end + endOffset`; a fixed length has no variable of its own for the end.
  var endOffset: Int32
  var presence: Truth
}

/// The engine's variables behind those of the model.
struct VariableMap {
  /// By index in the model: integer variables.
  var integers: [Int32] = []
  /// By index in the model; nil where an interval cannot be present.
  var intervals: [IntervalVariables?] = []

  /// The spans of a solution's present intervals, by start variable.
  func spans(of solution: Solution) -> [Int32: Solution.Span] {
    var spans: [Int32: Solution.Span] = [:]
    for (index, variables) in intervals.enumerated() {
      if let variables { spans[variables.start] = solution.intervals[index] }
    }
    return spans
  }

  /// The solution that the core's lower bounds make, once every Boolean is decided.
  func solution(of core: borrowing Core) -> Solution {
    Solution(
      integers: integers.map { Int(core.lower($0)) },
      intervals: intervals.map { variables in
        guard let variables, core.holds(variables.presence) else { return nil }
        return Solution.Span(
          start: Int(core.lower(variables.start)), end: Int(core.lower(variables.end) + variables.endOffset))
      })
  }
}

/// The objective as something to minimise; a maximised one has its sign changed.
struct CompiledObjective {
  enum Form {
    /// `coefficient * variable + constant`, the coefficient positive, over a signed variable.
    case variable(SignedVariable, coefficient: Int64, constant: Int64)
    /// A sum too wide for a variable: the propagator's limit, plus the constant, is the value asked for.
    case sum(LinearPropagator, constant: Int64)
  }

  let form: Form
  let sense: Objective.Sense
  let expression: IntegerExpression

  /// A value of the model's objective as one to minimise, and back.
  func internalValue(_ value: Int) -> Int { sense == .minimize ? value : -value }

  /// The least value that the core's bounds allow, as one to minimise.
  func lowerBound(in core: borrowing Core) -> Int {
    switch form {
    case .variable(let signed, let coefficient, let constant):
      return Int(coefficient * -Int64(core.limit[signed ^ 1]) + constant)
    case .sum(let linear, let constant):
      return Int(linear.terms.reduce(constant) { $0 - $1.coefficient * Int64(core.limit[$1.signed ^ 1]) })
    }
  }

  /// The literal "the objective is at most `value`", where the objective is a variable.
  func atMost(_ value: Int) -> Bound? {
    guard case .variable(let signed, let coefficient, let constant) = form else { return nil }
    let quotient = (Int64(value) - constant).flooredQuotient(by: coefficient)
    return Bound(signed, Int32(clamping: max(quotient, Int64(Int32.min + 2))))
  }

  /// Asks for at most `value` from now on, at the root. Returns false where that leaves no solution.
  func cut(to value: Int, in core: inout Core) -> Bool {
    if case .sum(let linear, let constant) = form {
      linear.tighten(to: Int64(value) - constant, &core)
      return true
    }
    guard let bound = atMost(value) else { return true }
    return core.set(bound, Reason(Reason.decision))
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
