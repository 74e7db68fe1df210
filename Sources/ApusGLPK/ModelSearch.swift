import ApusLinear
import ApusModel

/// What a search of a model shares with others: the best solution, and whether to stop. Values are the model's own.
public protocol SolutionBoard: AnyObject, Sendable {
  var isStopped: Bool { get }
  /// The best solution so far, with its value; 0 for a model without objective.
  var best: (solution: Solution, value: Int)? { get }
  /// Takes a solution if it is right and better. Returns whether it is right.
  func offer(_ solution: Solution) -> Bool
  /// No solution has a better value.
  func raise(bound: Int)
  /// There is no better solution than the best, or none at all.
  func close()
}

/// A model, linearised and searched by GLPK.
///
/// Every integer solution of the program is rounded and counts only if the board finds it right. What GLPK believes on the strength of one that
/// is not right is not believed. Bounds are rounded in the safe direction, after a tolerance of ``tolerance`` is taken off.
public final class ModelSearch {
  /// How far a bound of the simplex method, which works to 10⁻⁷ relative to the size of the numbers, may be from the truth: this, times
  /// the bound where that is above 1.
  public static let tolerance = 1e-6

  private let linearization: Linearization
  private let board: any SolutionBoard
  private let objective: Objective?
  /// The value of the last solution that GLPK had and that was right.
  private var rightValue: Double?

  /// Linearises the model for solutions at least as good as the board's best.
  ///
  /// - Throws: the constraint that has no linear form, by name.
  public init(
    _ model: ModelData, _ formulation: Formulation, on board: any SolutionBoard
  ) throws(ModelError) {
    var options = LinearizationOptions()
    options.formulation = formulation
    if model.objective != nil { options.cutoff = board.best?.value }
    linearization = try Linearization(model, options)
    self.board = board
    objective = model.objective
  }

  /// Searches to the proof, or until the board says stop. Returns how GLPK ended.
  public func run(_ options: GLPKOptions) -> GLPKOutcome {
    let outcome = GLPK.solve(linearization.program, options, observer: self)
    switch outcome.ending {
    case .optimal:
      if let value = outcome.objective, value != rightValue {
        bounded(value)
      } else if options.gap == 0 || objective == nil {
        board.close()
      }
    case .infeasible: board.close()
    case .unbounded, .stopped, .outOfMemory, .failed: break
    }
    return outcome
  }

  /// A bound on a whole value, from one that is not whole.
  static func safe(_ bound: Double, _ sense: Objective.Sense) -> Int? {
    let slack = tolerance * Swift.max(1, bound.magnitude)
    let whole = sense == .minimize ? (bound - slack).rounded(.up) : (bound + slack).rounded(.down)
    return Int(exactly: whole)
  }
}

extension ModelSearch: GLPKObserver {
  public var isStopped: Bool { board.isStopped }

  public func found(_ values: [Double], objective: Double) {
    if board.offer(linearization.solution(at: values)) { rightValue = objective }
  }

  public func bounded(_ bound: Double) {
    guard let objective, let whole = Self.safe(bound, objective.sense) else { return }
    board.raise(bound: whole)
  }

  public func suggestion(betterThan value: Double?) -> [Double]? {
    guard let best = board.best else { return nil }
    if let value {
      guard let objective, objective.isBetter(best.value, than: Int(value.rounded())) else { return nil }
    }
    return linearization.point(of: best.solution)
  }
}

extension ModelSearch {
  /// The bound of the linear relaxation, and whether that is infeasible, as the model then is.
  ///
  /// - Throws: the constraint that has no linear form, by name.
  public static func relaxationBound(
    of model: ModelData, _ formulation: Formulation, isStopped: @escaping () -> Bool = { false }
  ) throws(ModelError) -> RelaxationBound {
    var options = LinearizationOptions()
    options.formulation = formulation
    let program = try Linearization(model, options).program
    let watch = RelaxationWatch(isStopped)
    let outcome = GLPK.relax(program, observer: watch)
    switch outcome.ending {
    case .infeasible: return .infeasible
    case .optimal:
      guard let sense = model.objective?.sense, let objective = outcome.objective, let bound = safe(objective, sense)
      else { return .none }
      return .bound(bound)
    case .unbounded, .stopped, .outOfMemory, .failed: return .none
    }
  }
}

/// What the linear relaxation says of a model.
public enum RelaxationBound: Sendable, Equatable {
  case bound(Int)
  case infeasible
  /// It says nothing: there is no objective, or it was not solved.
  case none
}

private final class RelaxationWatch: GLPKObserver {
  private let stops: () -> Bool
  init(_ stops: @escaping () -> Bool) { self.stops = stops }
  var isStopped: Bool { stops() }
  func found(_ values: [Double], objective: Double) {}
  func bounded(_ bound: Double) {}
  func suggestion(betterThan objective: Double?) -> [Double]? { nil }
}
