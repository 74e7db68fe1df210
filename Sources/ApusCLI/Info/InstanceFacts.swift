import ApusHeuristics
import ApusProblems
import ApusStructure

/// What can be said of an instance without search.
struct InstanceFacts {
  let source: LoadedInstance
  let durations: [Int]
  /// The structure that solvers find in the model, if any.
  let shop: Shop?
  /// The same, where the shop is a single machine.
  let machine: OneMachine?
  /// Lower bounds, each with what gives it; the best last.
  let bounds: [InstanceBound]
  /// The best schedule of the dispatching rules, with its name.
  let best: (rule: String, objective: Int)?

  init(_ source: LoadedInstance) {
    self.source = source
    durations = source.instance.durations
    let model = source.instance.model().data
    let shop = Shop(recognizing: model)
    let machine = OneMachine(recognizing: model)
    self.shop = shop
    self.machine = machine
    var bounds = source.instance.simpleBounds
    if let machine {
      let bound = machine.trivialBound
      // The family may have said as much.
      if bounds.allSatisfy({ $0.value < bound }) { bounds.append(InstanceBound("one job at a time", bound)) }
    } else if let shop, shop.measuresModelObjective {
      bounds.append(InstanceBound(Self.name(ofBoundOf: shop.objective), shop.trivialBound))
    }
    self.bounds = bounds.sorted { $0.value < $1.value }
    best = machine.map(Self.bestSchedule) ?? shop.flatMap(Self.bestSchedule)
  }

  var bound: Int? { bounds.last?.value }

  /// What the structure leaves out of the model; nil where there is no structure.
  var leftOut: [String]? {
    switch shop?.exactness {
    case .exact?: []
    case .relaxation(let leftOut)?: leftOut
    case nil: nil
    }
  }

  private static func name(ofBoundOf objective: Shop.Objective) -> String {
    switch objective {
    case .makespan: "one machine at a time, preemptive (Jackson)"
    case .weightedTardiness: "every job alone"
    }
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
