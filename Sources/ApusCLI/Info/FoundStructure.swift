import ApusModel
import ApusStructure

/// The structure that solvers find in a model.
enum FoundStructure {
  case shop(Shop)
  case flexibleShop(FlexibleShop)
  case taskGraph(TaskGraph)
  case project(Project)
  case packing
  case oneMachine(OneMachine)

  /// Nil where there is none. What fits exactly is preferred.
  init?(_ data: ModelData) {
    let shop = Shop(recognizing: data)
    if PackingModel(recognizing: data.firstLevel) != nil {
      self = .packing
    } else if let machine = OneMachine(recognizing: data) {
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
    case .packing: "packing"
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
    case .packing: "packing"
    case .oneMachine: "machine"
    }
  }

  /// What the structure leaves out of the model.
  var leftOut: [String] {
    if case .shop(let shop) = self, case .relaxation(let leftOut) = shop.exactness { return leftOut }
    return []
  }
}

extension ModelData {
  /// The model with the first level of its objective alone.
  fileprivate var firstLevel: ModelData {
    var model = self
    model.objective = objective.map { Objective($0.sense, $0.expression) }
    return model
  }
}
