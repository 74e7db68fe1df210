import ApusModel

extension PodPacking {
  /// The cluster as a model: a Boolean for each pod and node it may run on and would fit alone, in the order of ``choices``.
  ///
  /// The group "pods" lets a pod run on one node at most and keeps the protected where they are, "nodes" has a linear constraint for
  /// each node and resource. The levels of the objective become one number in which each level outweighs all that follow; where that needs
  /// more than 64 bits, the model is refused when it is validated.
  ///
  /// - Complexity: O(pods × nodes × resources).
  public func model() -> Model {
    let model = Model(name)
    let capacities = effectiveCapacities()
    let choices = choices(capacities)
    let literals = choices.map { model.boolean("\(pods[$0.pod].name) on \(nodes[$0.node].name)") }
    var byPod: [[Int]] = Array(repeating: [], count: pods.count)
    var byNode: [[Int]] = Array(repeating: [], count: nodes.count)
    for (position, choice) in choices.enumerated() {
      byPod[choice.pod].append(position)
      byNode[choice.node].append(position)
    }
    model.require("pods") {
      for (pod, positions) in zip(pods, byPod) where positions.count > 1 || pod.isProtected {
        let places = sum(positions.map { literals[$0] })
        if pod.isProtected { places == 1 } else { places <= 1 }
      }
    }
    model.require("nodes") {
      for node in nodes.indices {
        for resource in resources.indices {
          let members = byNode[node].filter { pods[choices[$0].pod].requests[resource] > 0 }
          if !members.isEmpty {
            let load = dot(
              members.map { pods[choices[$0].pod].requests[resource] }, members.map { IntegerExpression(literals[$0]) })
            load <= capacities[node][resource]
          }
        }
      }
    }

    // Horner's scheme: each level is multiplied by more than all that follow can be worth.
    var objective = IntegerExpression(0)
    for priority in priorities {
      let members = pods.indices.filter { pods[$0].priority == priority }
      objective = objective * (members.count + 1) + sum(members.flatMap { byPod[$0] }.map { literals[$0] })
    }
    var disturbance = IntegerExpression(0)
    var running = 0
    for (index, pod) in pods.enumerated() {
      guard let home = pod.node else { continue }
      running += 1
      // Stay 0, evict 1, move 2: 1 + placed - 2 · stayed.
      disturbance += 1 + sum(byPod[index].map { literals[$0] })
      for position in byPod[index] where choices[position].node == home {
        disturbance -= 2 * IntegerExpression(literals[position])
      }
    }
    model.maximize(objective * (2 * running + 1) - disturbance)
    return model
  }

  /// A pod on a node.
  struct Choice {
    let pod: Int
    let node: Int
  }

  /// The pairs that ``model()`` chooses from: pod by pod, then in the order of the nodes. O(pods × nodes × resources).
  func choices(_ capacities: [[Int]]) -> [Choice] {
    var choices: [Choice] = []
    for (index, pod) in pods.enumerated() {
      let candidates = pod.isProtected ? pod.node.map { [$0] } ?? [] : Array(nodes.indices)
      for node in candidates where pod.mayRun(on: node) {
        guard zip(pod.requests, capacities[node]).allSatisfy({ $0 <= $1 }) else { continue }
        choices.append(Choice(pod: index, node: node))
      }
    }
    return choices
  }
}
