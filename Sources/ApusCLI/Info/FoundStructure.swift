import ApusModel
import ApusStructure

/// The structure that solvers find in a model.
enum FoundStructure {
  case shop(Shop)
  case flexibleShop(FlexibleShop)
  case taskGraph(TaskGraph)
  case project(Project)
  case oneMachine(OneMachine)

  /// Nil where there is none. What fits exactly is preferred.
  init?(_ data: ModelData) {
    let shop = Shop(recognizing: data)
    if let machine = OneMachine(recognizing: data) {
      self = .oneMachine(machine)
    } else if let shop, shop.exactness == .exact {
      self = .shop(shop)
    } else if let flexible = FlexibleShop(recognizing: data) {
      self = .flexibleShop(flexible)
    } else if let graph = TaskGraph(recognizing: data), graph.hasDelays {
      self = .taskGraph(graph)
    } else if let project = Project(recognizing: data) {
      self = .project(project)
    } else if let shop {
      self = .shop(shop)
    } else {
      return nil
    }
  }

  /// The name for people.
  var name: String {
    switch self {
    case .shop: "job shop"
    case .flexibleShop: "flexible job shop"
    case .taskGraph: "task graph"
    case .project: "project"
    case .oneMachine: "one machine"
    }
  }

  /// The name for programs.
  var key: String {
    switch self {
    case .shop: "shop"
    case .flexibleShop: "flexible-shop"
    case .taskGraph: "task-graph"
    case .project: "project"
    case .oneMachine: "machine"
    }
  }

  /// What the structure leaves out of the model.
  var leftOut: [String] {
    if case .shop(let shop) = self, case .relaxation(let leftOut) = shop.exactness { return leftOut }
    return []
  }
}
