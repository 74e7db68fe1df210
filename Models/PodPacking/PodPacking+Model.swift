import ApusModel

extension PodPacking {
  /// The cluster as a model: a variable for each pod, the number of its node or -1 for none.
  ///
  /// The first variables are those of the pods in their order. Behind them come Booleans: that a pod is placed, and that one that runs and may
  /// be moved stays. The group "nodes" is a `Pack`. The objective has a level for each priority, the highest first: as many placed pods as
  /// possible; and a last one: as little disturbance as possible.
  ///
  /// - Complexity: O(pods × resources + nodes × resources).
  public func model() -> Model {
    let model = Model(name)
    let last = nodes.count - 1
    let places = pods.map { pod in
      model.integer(pod.isProtected ? pod.node!...pod.node! : -1...last, pod.name)
    }
    let placed = pods.map { model.boolean("\($0.name) is placed") }
    let running = pods.indices.filter { pods[$0].node != nil && !pods[$0].isProtected }
    let stays = running.map { model.boolean("\(pods[$0].name) stays") }
    model.require("pods") {
      for (place, literal) in zip(places, placed) { Within(place, 0...max(0, last), isSaidBy: literal) }
      for (pod, literal) in zip(running, stays) {
        Within(places[pod], pods[pod].node!...pods[pod].node!, isSaidBy: literal)
      }
    }
    model.require("nodes") {
      Pack(
        zip(pods, places).map { pod, place in
          Pack.Item(place, sizes: resources.isEmpty ? [0] : pod.requests, in: pod.allowedWithHome)
        }, into: resources.isEmpty ? nodes.map { _ in [0] } : effectiveCapacities())
    }
    var levels = priorities.map { priority in
      let members = pods.indices.filter { pods[$0].priority == priority }
      return Objective(.maximize, sum(members.map { placed[$0] }), name: Self.levelName(ofPriority: priority))
    }
    // Stay 0, evict 1, move 2: 1 + placed - 2 · stayed.
    let disturbance =
      sum(running.map { placed[$0] }) - dot(stays.map { _ in 2 }, stays.map { IntegerExpression($0) }) + running.count
    levels.append(Objective(.minimize, disturbance, name: Self.disturbanceName))
    model.optimize(levels)
    return model
  }

  /// What the level of a priority is called.
  static func levelName(ofPriority priority: Int) -> String { "placed, priority \(priority)" }
}

extension PodPacking.Pod {
  /// The nodes that it may be on, the one that it runs on among them; nil for all.
  fileprivate var allowedWithHome: [Int]? {
    guard let allowed, let node, !allowed.contains(node) else { return allowed }
    return (allowed + [node]).sorted()
  }
}
