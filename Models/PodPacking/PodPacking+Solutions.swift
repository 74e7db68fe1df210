import ApusModel

extension PodPacking {
  /// The node of every pod in a solution of ``model()``. O(pods).
  public func placement(of solution: Solution) -> [Int?] {
    pods.indices.map { solution.integers[$0] < 0 ? nil : solution.integers[$0] }
  }

  /// Writes a placement into a solution file: where the pods are, and the plan that leads there.
  ///
  /// - Complexity: O(pods² × resources) at worst, for the plan.
  public func record(_ placement: [Int?], in file: inout SolutionFile) {
    file.placements = zip(pods, placement).map { pod, node in
      SolutionFile.Placement(pod: pod.name, node: node.map { nodes[$0].name })
    }
    file.plan = MovePlan(from: self, to: placement).steps.map { step in
      SolutionFile.Step(
        pod: pods[step.pod].name, from: step.from.map { nodes[$0].name }, to: step.to.map { nodes[$0].name })
    }
  }

  /// The levels of the objective with their values, the most important first. O(pods log pods).
  func levels(of placement: [Int?]) -> [(name: String, value: Int)] {
    let placed = zip(priorities, placedCounts(of: placement)).map { (name: Self.levelName(ofPriority: $0), value: $1) }
    return placed + [(name: Self.disturbanceName, value: disturbance(of: placement))]
  }

  /// What the last level is called.
  static let disturbanceName = "disturbance"

  /// The placement in a solution file.
  ///
  /// - Throws: ``InputError`` where it names pods or nodes that are not there.
  /// - Complexity: O(pods + nodes).
  public func placement(of file: SolutionFile) throws(InputError) -> [Int?] {
    var violations: [FamilyViolation] = []
    let placement = placement(of: file, &violations)
    if let violation = violations.first { throw InputError(file: name, message: violation.description) }
    return placement
  }

  /// What the file says, with no node for pods it leaves out; `violations` tells what it lacks and has too much.
  func placement(of file: SolutionFile, _ violations: inout [FamilyViolation]) -> [Int?] {
    func quoted(_ text: String) -> String { InputError.quoted(Array(text.utf8)[...]) }
    let podIndex = Dictionary(uniqueKeysWithValues: zip(pods.map(\.name), pods.indices))
    let nodeIndex = Dictionary(uniqueKeysWithValues: zip(nodes.map(\.name), nodes.indices))
    var placement = [Int?](repeating: nil, count: pods.count)
    var isSeen = [Bool](repeating: false, count: pods.count)
    for place in file.placements ?? [] {
      guard let pod = podIndex[place.pod] else {
        violations.append(FamilyViolation(.unknown, "the pod \(quoted(place.pod)) is not in the instance"))
        continue
      }
      guard !isSeen[pod] else {
        violations.append(FamilyViolation(.duplicate, "the pod \(quoted(place.pod)) is placed more than once"))
        continue
      }
      isSeen[pod] = true
      guard let name = place.node else { continue }
      guard let node = nodeIndex[name] else {
        violations.append(
          FamilyViolation(
            .assignment, "the pod \(quoted(place.pod)) is on \(quoted(name)), which is not in the instance"))
        continue
      }
      placement[pod] = node
    }
    for (pod, isSeen) in zip(pods, isSeen) where !isSeen {
      violations.append(FamilyViolation(.missing, "the pod \(quoted(pod.name)) is not in the solution"))
    }
    return placement
  }
}
