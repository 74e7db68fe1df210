/// Judges claimed solutions by the instance alone. No model is built, so that a wrong model cannot hide a wrong answer.
extension PodPacking {
  /// Everything that is wrong with a claimed solution; empty if it is right.
  ///
  /// Every pod is there once, on a node that it may run on, protected pods where they are; no node is asked for more than it has; the
  /// levels have the values of the placement, their bounds are not beyond the values, and `optimal` means that they are equal; and the plan,
  /// where there is one, leads to the placement step by step without ever overfilling a node.
  ///
  /// - Complexity: O((pods + steps) × resources).
  public func violations(of file: SolutionFile) -> [FamilyViolation] {
    if let violation = file.violation(ofFamily: family) { return [violation] }
    var violations: [FamilyViolation] = []
    guard file.placements != nil else {
      let message = "the status is \(file.status.rawValue) and there are no placements to check"
      return [FamilyViolation(.status, message)]
    }
    if file.status == .infeasible {
      violations.append(FamilyViolation(.status, "the status is infeasible, but every cluster has a placement"))
    }
    let placement = placement(of: file, &violations)
    check(placement, &violations)
    checkLevels(file, placement, &violations)
    if let plan = file.plan { check(plan, to: placement, &violations) }
    return violations
  }

  private func check(_ placement: [Int?], _ violations: inout [FamilyViolation]) {
    for (pod, node) in zip(pods, placement) {
      if pod.isProtected, node != pod.node {
        violations.append(FamilyViolation(.assignment, "the protected pod \(pod.name) does not stay where it is"))
      } else if let node, !pod.mayRun(on: node) {
        violations.append(FamilyViolation(.assignment, "the pod \(pod.name) may not run on \(nodes[node].name)"))
      }
    }
    for (node, (load, capacity)) in zip(loads(of: placement), effectiveCapacities()).enumerated() {
      for resource in resources.indices where load[resource] > capacity[resource] {
        let excess = load[resource] - capacity[resource]
        let name = "\(resources[resource]) on \(nodes[node].name)"
        violations.append(FamilyViolation(.capacity, amount: excess, "\(name) is overfull by \(excess)"))
      }
    }
  }

  private func checkLevels(
    _ file: SolutionFile, _ placement: [Int?], _ violations: inout [FamilyViolation]
  ) {
    let claimed = file.levels ?? []
    let actual = levels(of: placement)
    guard claimed.map(\.name) == actual.map(\.name) else {
      let expected = actual.map { "'\($0.name)'" }.joined(separator: ", ")
      violations.append(FamilyViolation(.objective, "the levels are not \(expected)"))
      return
    }
    for (level, actual) in zip(claimed, actual) {
      if level.value != actual.value {
        let amount = FamilyViolation.distance(level.value, actual.value)
        let message = "the level '\(level.name)' is \(level.value), but the placement has \(actual.value)"
        violations.append(FamilyViolation(.objective, amount: amount, message))
      }
      guard let bound = level.bound else { continue }
      let isBeyond = level.name == Self.disturbanceName ? bound > level.value : bound < level.value
      if isBeyond {
        let message = "the bound \(bound) of the level '\(level.name)' is worse than its value \(level.value)"
        violations.append(FamilyViolation(.bound, message))
      }
    }
    // With a single level the head of the file has its value; with several, that of the first.
    if let first = actual.first, let objective = file.objective, objective != first.value {
      let amount = FamilyViolation.distance(objective, first.value)
      let message = "the objective is \(objective), but the level '\(first.name)' is \(first.value)"
      violations.append(FamilyViolation(.objective, amount: amount, message))
    }
    if file.status == .optimal, let open = claimed.first(where: { $0.bound != $0.value }) {
      let message = "the status is optimal, but the level '\(open.name)' is not proven"
      violations.append(FamilyViolation(.bound, message))
    }
  }

  /// Takes the steps of a plan one by one.
  private func check(
    _ plan: [SolutionFile.Step], to target: [Int?], _ violations: inout [FamilyViolation]
  ) {
    let podIndex = Dictionary(uniqueKeysWithValues: zip(pods.map(\.name), pods.indices))
    let nodeIndex = Dictionary(uniqueKeysWithValues: zip(nodes.map(\.name), nodes.indices))
    let capacities = effectiveCapacities()
    var loads = loads(of: present)
    var position = present
    for (number, step) in plan.enumerated() {
      func refuse(_ reason: String) {
        let pod = InputError.quoted(Array(step.pod.utf8)[...])
        violations.append(FamilyViolation(.plan, "step \(number) of the plan, pod \(pod), \(reason)"))
      }
      guard let pod = podIndex[step.pod] else { return refuse("is not in the instance") }
      let from = step.from.flatMap { nodeIndex[$0] }
      let to = step.to.flatMap { nodeIndex[$0] }
      guard (from == nil) == (step.from == nil), (to == nil) == (step.to == nil) else {
        return refuse("names a node that is not in the instance")
      }
      guard position[pod] == from else { return refuse("does not begin where the pod is") }
      guard from != to else { return refuse("leads nowhere") }
      guard !pods[pod].isProtected else { return refuse("is protected and must stay") }
      if let to, !pods[pod].mayRun(on: to) { return refuse("may not run on \(nodes[to].name)") }
      for resource in resources.indices {
        let request = pods[pod].requests[resource]
        if let from { loads[from][resource] -= request }
        guard let to else { continue }
        loads[to][resource] += request
        if request > 0, loads[to][resource] > capacities[to][resource] {
          return refuse("overfills \(resources[resource]) on \(nodes[to].name)")
        }
      }
      position[pod] = to
    }
    if let pod = pods.indices.first(where: { position[$0] != target[$0] }) {
      violations.append(FamilyViolation(.plan, "the plan does not lead the pod \(pods[pod].name) to its placement"))
    }
  }
}
