import ApusGLPK
import ApusHeuristics
import ApusProblems
import ApusStructure

/// What can be said of an instance without search.
struct InstanceFacts {
  let source: LoadedInstance
  let durations: [Int]
  /// The structure that solvers find in the model, if any.
  let structure: FoundStructure?
  /// Lower bounds, each with what gives it; the best last.
  let bounds: [InstanceBound]
  /// The best schedule of the dispatching rules, with its name.
  let best: (rule: String, objective: Int)?

  /// - Parameter relaxation: what the linear relaxation says, if it was solved.
  init(_ source: LoadedInstance, relaxation: RelaxationBound? = nil) {
    self.source = source
    durations = source.instance.durations
    let data = source.instance.model().data
    let structure = FoundStructure(data)
    self.structure = structure
    var bounds = source.instance.simpleBounds
    switch structure {
    case .shop(let shop)? where shop.measuresModelObjective:
      bounds.append(InstanceBound(Self.name(ofBoundOf: shop.objective), shop.trivialBound))
    case .flexibleShop(let shop)?:
      bounds.append(
        InstanceBound(
          "all work, split among the machines that can do it (linear program)",
          (shop.heads.min().map(Int.init) ?? 0) + shop.balancedLoad))
    case .taskGraph(let graph)?:
      bounds.append(InstanceBound("the longest path, with the data that must change the processor", graph.criticalPath))
    case .oneMachine(let machine)?:
      let bound = machine.trivialBound
      // The family may have said as much.
      if bounds.allSatisfy({ $0.value < bound }) { bounds.append(InstanceBound("one job at a time", bound)) }
    case .shop?, .project?, .packing?, nil: break
    }
    if case .bound(let value)? = relaxation { bounds.append(InstanceBound("linear relaxation", value)) }
    self.bounds = bounds.sorted { $0.value < $1.value }
    switch structure {
    case .shop(let shop)?: best = Self.bestSchedule(shop)
    case .flexibleShop(let shop)?:
      best = FlexibleRule.allCases.map { (rule: $0.rawValue, objective: shop.schedule(by: $0).makespan) }
        .min { $0.objective < $1.objective }
    case .oneMachine(let machine)?: best = Self.bestSchedule(machine)
    case .taskGraph(let graph)?: best = Self.bestSchedule(graph)
    // Processors that are all alike are a resource with as many units.
    case .project?: best = TaskGraph(recognizing: data).flatMap(Self.bestSchedule)
    case .packing?, nil: best = nil
    }
  }

  var bound: Int? { bounds.last?.value }

  private static func name(ofBoundOf objective: Shop.Objective) -> String {
    switch objective {
    case .makespan: "one machine at a time, preemptive (Jackson)"
    case .weightedTardiness: "every job alone"
    }
  }

  private static func bestSchedule(_ graph: TaskGraph) -> (rule: String, objective: Int)? {
    TaskGraphHeuristic.allCases.map { (rule: $0.name, objective: graph.schedule(by: $0).makespan) }
      .min { $0.objective < $1.objective }
  }

  /// Of rules that take the square of the jobs at most, and for very many jobs of those that sort.
  private static func bestSchedule(_ machine: OneMachine) -> (rule: String, objective: Int) {
    let rules = machine.jobCount <= 2000 ? OneMachineRule.allCases.filter { $0 != .nbr } : [.edd, .spt]
    return rules.map { (rule: $0.rawValue, objective: machine.schedule(by: OneMachineHeuristic($0)).objective) }
      .min { $0.objective < $1.objective } ?? ("", 0)
  }

  private static func bestSchedule(_ shop: Shop) -> (rule: String, objective: Int)? {
    guard shop.exactness == .exact else { return nil }
    var rules = DispatchingRule.classic
    if case .weightedTardiness = shop.objective { rules += DispatchingRule.dueDate }
    return rules.map { (rule: $0.rawValue, objective: shop.schedule(by: $0).objective) }
      .min { $0.objective < $1.objective }
  }
}
