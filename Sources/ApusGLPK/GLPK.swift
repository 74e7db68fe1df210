import ApusLinear
import ApusModel
import CGLPK

/// What is told of a search while it lasts, and asked. All on the thread that searches.
public protocol GLPKObserver: AnyObject {
  /// Whether to stop. Asked some tens of times a second, or more.
  var isStopped: Bool { get }
  /// GLPK has a better solution: whole where it has to be, within its tolerance.
  func found(_ values: [Double], objective: Double)
  /// No solution is better than this, within the tolerance of the simplex method.
  func bounded(_ bound: Double)
  /// A solution better than the objective that GLPK has, or nil.
  func suggestion(betterThan objective: Double?) -> [Double]?
}

/// How a search by GLPK ended.
public struct GLPKOutcome: Sendable, Equatable {
  public enum Ending: Sendable, Equatable {
    /// The best solution is proven, within ``GLPKOptions/gap``.
    case optimal
    case infeasible
    case unbounded
    /// The observer asked for it.
    case stopped
    case outOfMemory
    /// GLPK gave up, in its own words.
    case failed(String)
  }

  public var ending: Ending
  /// The value of the best solution that GLPK has.
  public var objective: Double?
  /// Subproblems made.
  public var nodeCount: Int
}

/// The GNU Linear Programming Kit, within one call that neither prints nor aborts.
public enum GLPK {
  /// The version of the library.
  public static var version: String { String(cString: cglpk_version()) }

  /// Searches for the best solution of a program, on the caller's thread.
  public static func solve(
    _ program: LinearProgram, _ options: GLPKOptions = GLPKOptions(), observer: any GLPKObserver
  ) -> GLPKOutcome {
    let outcome = call(program, options, isRelaxation: false, observer)
    guard options.presolves, case .failed = outcome.ending else { return outcome }
    // The presolver hands nothing on of a program that it has solved to the end.
    var plain = options
    plain.presolves = false
    return call(program, plain, isRelaxation: false, observer)
  }

  /// Solves the linear relaxation only: ``GLPKObserver/found(_:objective:)`` is told its optimum.
  public static func relax(
    _ program: LinearProgram, _ options: GLPKOptions = GLPKOptions(), observer: any GLPKObserver
  ) -> GLPKOutcome {
    call(program, options, isRelaxation: true, observer)
  }

  /// What GLPK would not take; nil for a program that it will.
  private static func flaw(of program: LinearProgram) -> String? {
    let largest = Int(Int32.max) - 1
    if program.columns.count > largest || program.rows.count > largest || program.entryColumns.count > largest {
      return "it is too large"
    }
    for column in program.columns {
      if column.cost.isFinite, column.lower < .infinity, column.upper > -.infinity { continue }
      return "\(column.name) has a bound or a cost that is no number"
    }
    for row in program.rows where !(row.lower < .infinity && row.upper > -.infinity) {
      return "\(row.name) has a side that is no number"
    }
    let isFinite = program.costConstant.isFinite && program.entryValues.allSatisfy(\.isFinite)
    return isFinite ? nil : "a coefficient is no finite number"
  }

  private static func call(
    _ program: LinearProgram, _ options: GLPKOptions, isRelaxation: Bool, _ observer: any GLPKObserver
  ) -> GLPKOutcome {
    if let flaw = flaw(of: program) { return GLPKOutcome(ending: .failed(flaw), nodeCount: 0) }
    // GLPK takes no empty ranges, and aborts where whole columns have bounds that are not.
    let bounds = program.columns.map { column in
      column.isInteger ? (column.lower.rounded(.up), column.upper.rounded(.down)) : (column.lower, column.upper)
    }
    if bounds.contains(where: { $0.0 > $0.1 }) || program.rows.contains(where: { $0.lower > $0.upper }) {
      return GLPKOutcome(ending: .infeasible, nodeCount: 0)
    }
    if program.columns.isEmpty {
      let holds = program.rows.allSatisfy { $0.lower <= 0 && $0.upper >= 0 }
      if holds { observer.found([], objective: program.costConstant) }
      return GLPKOutcome(
        ending: holds ? .optimal : .infeasible, objective: holds ? program.costConstant : nil, nodeCount: 0)
    }
    var settings = cglpk_options()
    settings.cuts = options.cuts.rawValue
    settings.branching = options.branching.rawValue
    settings.node_choice = options.nodeChoice.rawValue
    settings.presolves = options.presolves ? 1 : 0
    settings.feasibility_pump = options.pumpsFeasibility ? 1 : 0
    settings.relaxation_only = isRelaxation ? 1 : 0
    settings.integrality = options.integrality
    settings.gap = options.gap
    settings.memory = Int32(clamping: options.memory.map { Swift.max(1, $0 >> 20) } ?? 0)
    let rowBegin = program.rows.map { Int32($0.entries.lowerBound) } + [Int32(program.entryColumns.count)]
    let listener = Listener(observer, columnCount: program.columns.count)
    var result = cglpk_result()
    withExtendedLifetime(listener) {
      rowBegin.withUnsafeBufferPointer { rowBegin in
        program.entryColumns.withUnsafeBufferPointer { entryColumns in
          program.entryValues.withUnsafeBufferPointer { entryValues in
            program.rows.map(\.lower).withUnsafeBufferPointer { rowLower in
              program.rows.map(\.upper).withUnsafeBufferPointer { rowUpper in
                bounds.map(\.0).withUnsafeBufferPointer { columnLower in
                  bounds.map(\.1).withUnsafeBufferPointer { columnUpper in
                    program.columns.map(\.cost).withUnsafeBufferPointer { cost in
                      program.columns.map { $0.isInteger ? UInt8(1) : 0 }.withUnsafeBufferPointer { isInteger in
                        var problem = cglpk_program(
                          row_count: Int32(program.rows.count), column_count: Int32(program.columns.count),
                          row_begin: rowBegin.baseAddress, entry_column: entryColumns.baseAddress,
                          entry_value: entryValues.baseAddress, row_lower: rowLower.baseAddress,
                          row_upper: rowUpper.baseAddress, column_lower: columnLower.baseAddress,
                          column_upper: columnUpper.baseAddress, cost: cost.baseAddress,
                          cost_constant: program.costConstant, maximizes: program.sense == .maximize ? 1 : 0,
                          is_integer: isInteger.baseAddress)
                        var hooks = listener.hooks
                        cglpk_solve(&problem, &settings, &hooks, &result)
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return GLPKOutcome(
      ending: ending(&result), objective: result.has_objective != 0 ? result.objective : nil,
      nodeCount: Int(result.node_count))
  }

  private static func ending(_ result: inout cglpk_result) -> GLPKOutcome.Ending {
    switch Int(result.outcome) {
    case CGLPK_OPTIMAL: return .optimal
    case CGLPK_INFEASIBLE: return .infeasible
    case CGLPK_UNBOUNDED: return .unbounded
    case CGLPK_STOPPED: return .stopped
    case CGLPK_OUT_OF_MEMORY: return .outOfMemory
    default:
      let message = withUnsafeBytes(of: &result.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      return .failed(message)
    }
  }
}

/// Passes what the library says on to an observer.
private final class Listener {
  private let observer: any GLPKObserver
  private let columnCount: Int

  init(_ observer: any GLPKObserver, columnCount: Int) {
    self.observer = observer
    self.columnCount = columnCount
  }

  /// Valid while the listener lives.
  var hooks: cglpk_hooks {
    cglpk_hooks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      stops: { Listener.at($0).observer.isStopped ? 1 : 0 },
      found: { context, values, objective in
        let listener = Listener.at(context)
        let values = Array(UnsafeBufferPointer(start: values, count: listener.columnCount))
        listener.observer.found(values, objective: objective)
      },
      bounded: { Listener.at($0).observer.bounded($1) },
      suggests: { context, hasObjective, objective, values in
        let listener = Listener.at(context)
        guard let values,
          let suggestion = listener.observer.suggestion(betterThan: hasObjective != 0 ? objective : nil),
          suggestion.count == listener.columnCount
        else { return 0 }
        for (index, value) in suggestion.enumerated() { values[index] = value }
        return 1
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> Listener {
    // The hooks are made with a context.
    Unmanaged<Listener>.fromOpaque(context!).takeUnretainedValue()
  }
}
