import ApusEngine
import ApusGLPK
import ApusHeuristics
import ApusLinear
import ApusModel
import Foundation

/// Limits and settings of a solve. The defaults: no limit, one thread for each core up to two, seed 0.
public struct SolveOptions: Sendable {
  /// Wall-clock time, from the call on; nil for no limit.
  public var timeLimit: Duration?
  /// Threads.
  public var workers = SolveOptions.defaultWorkers
  public var seed: UInt64 = 0
  /// Deterministic effort of each thread, in ticks of some tens of nanoseconds; nil for no limit. With it, runs are repeatable to the byte.
  public var work: Int?
  /// Whether several threads exchange at fixed amounts of work, so that a run can be repeated.
  public var isDeterministic = false
  /// Bytes that the search may hold; nil for no limit.
  public var memory: Int?
  /// When to stop early.
  public var stopRules: [StopRule] = []
  /// Whether every inference is judged while it is made, by what its constraint means. Some hundred times slower; for tests and
  /// for those who doubt an answer.
  public var checksInferences = false
  /// How much the native solver infers before it decides.
  public var filtering = Filtering.standard
  /// The ways to search that may be used, for those who compare them; where none of them fits the model, the learning search is.
  public var strategies = Set(StrategyKind.allCases)
  /// What to begin with.
  public var start = WarmStart.automatic
  /// What solves.
  public var backend = Backend.automatic
  /// How the model becomes a mixed-integer program, where that is solved.
  public var formulation = Formulation.automatic
  /// How GLPK searches, where it solves. ``memory`` and the rules of ``stopRules`` hold there too.
  public var glpk = GLPKOptions()
  /// Whether to search. Without, the best of ``start`` is the answer.
  public var isSearching = true

  public init() {}

  /// The cores of the machine, as far as the engine makes good use of them.
  public static let defaultWorkers = min(2, ProcessInfo.processInfo.activeProcessorCount)
}

/// What solves a model.
public enum Backend: String, Sendable, Hashable, CaseIterable {
  /// Whatever suits the model. `Docs/MixedIntegerPrograms.md` says what was measured.
  case automatic = "auto"
  /// Propagation and search.
  case native
  /// Mixed-integer programming by GLPK, on one thread: an independent second opinion.
  case glpk
}

/// A reason to stop before the proof or the limits.
public enum StopRule: Sendable, Hashable {
  /// The first solution is enough.
  case firstSolution
  /// |objective − bound| / max(1, |objective|) is at most this.
  case gap(Double)
  /// No better solution was found for so long.
  case stall(Duration)
}

/// Solutions to begin with.
public struct WarmStart: Sendable {
  var heuristics: [ShopHeuristic] = []
  var projectHeuristics: [ProjectHeuristic] = []
  var taskGraphHeuristics: [TaskGraphHeuristic] = []
  var machineHeuristics: [OneMachineHeuristic] = []
  var solutions: [Solution] = []
  /// Starts that are partial or may break constraints.
  var drafts: [PartialSolution] = []
  var isAutomatic = false

  /// Whatever fits the structure of the model.
  public static let automatic = WarmStart(isAutomatic: true)
  /// Nothing: the search finds its first solution itself.
  public static let none = WarmStart()

  /// The best schedule of some rules, where they apply to the model.
  public static func best(of rules: [DispatchingRule]) -> WarmStart {
    WarmStart(heuristics: rules.map(ShopHeuristic.rule))
  }

  /// The best schedule of some heuristics, where they apply to the model.
  public static func best(of heuristics: [ShopHeuristic]) -> WarmStart { WarmStart(heuristics: heuristics) }

  /// The best schedule of some heuristics for projects, where they apply to the model.
  public static func best(of heuristics: [ProjectHeuristic]) -> WarmStart { WarmStart(projectHeuristics: heuristics) }

  /// The best schedule of some heuristics for task graphs, where they apply to the model.
  public static func best(of heuristics: [TaskGraphHeuristic]) -> WarmStart {
    WarmStart(taskGraphHeuristics: heuristics)
  }

  /// The best schedule of some heuristics for one machine, where they apply to the model.
  public static func best(of heuristics: [OneMachineHeuristic]) -> WarmStart {
    WarmStart(machineHeuristics: heuristics)
  }

  /// Solutions of the model, the best of which is the first incumbent. One that breaks a constraint is an error.
  public static func solutions(_ solutions: [Solution]) -> WarmStart { WarmStart(solutions: solutions) }

  /// What is known of a solution. Where it is not all or breaks constraints, it is repaired: the search goes along its values as far as it
  /// can, and ``SolveReport/startChanges`` tells what became another. Where that fails, the solve goes on without it.
  public static func near(_ draft: PartialSolution) -> WarmStart { WarmStart(drafts: [draft]) }

  /// An assignment that may break constraints, such as the plan of yesterday; repaired like a draft.
  public static func near(_ assignment: Solution) -> WarmStart { WarmStart(drafts: [PartialSolution(assignment)]) }

  /// Both these starts and others: the best of all is the first incumbent.
  public func and(_ other: WarmStart) -> WarmStart {
    WarmStart(
      heuristics: heuristics + other.heuristics,
      projectHeuristics: projectHeuristics + other.projectHeuristics,
      taskGraphHeuristics: taskGraphHeuristics + other.taskGraphHeuristics,
      machineHeuristics: machineHeuristics + other.machineHeuristics, solutions: solutions + other.solutions,
      drafts: drafts + other.drafts, isAutomatic: isAutomatic || other.isAutomatic)
  }

  init(
    heuristics: [ShopHeuristic] = [], projectHeuristics: [ProjectHeuristic] = [],
    taskGraphHeuristics: [TaskGraphHeuristic] = [], machineHeuristics: [OneMachineHeuristic] = [],
    solutions: [Solution] = [], drafts: [PartialSolution] = [], isAutomatic: Bool = false
  ) {
    self.heuristics = heuristics
    self.projectHeuristics = projectHeuristics
    self.taskGraphHeuristics = taskGraphHeuristics
    self.machineHeuristics = machineHeuristics
    self.solutions = solutions
    self.drafts = drafts
    self.isAutomatic = isAutomatic
  }
}
