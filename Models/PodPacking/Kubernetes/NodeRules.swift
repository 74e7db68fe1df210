/// What a pod asks of the nodes it may run on, apart from room: its selector, its required affinity and what it tolerates.
struct NodeRules: Hashable {
  /// Labels that the node must have.
  var selector: [String: String] = [:]
  /// One of these must match; nil if nothing is asked.
  var terms: [Term]?
  var tolerations: [Toleration] = []

  /// A node as the rules see it.
  struct Node {
    let name: String
    let labels: [String: String]
    let taints: [Taint]
  }

  /// Requirements that hold together. Without any it matches no node.
  struct Term: Hashable {
    var labels: [Requirement] = []
    var fields: [Requirement] = []
  }

  /// A requirement on one label or field.
  struct Requirement: Hashable {
    enum Operator: String, CaseIterable {
      case isIn = "In"
      case notIn = "NotIn"
      case exists = "Exists"
      case doesNotExist = "DoesNotExist"
      case greater = "Gt"
      case less = "Lt"
    }

    let key: String
    let test: Operator
    let values: [String]

    /// Whether a value, nil for none, meets it.
    func isMet(by value: String?) -> Bool {
      switch test {
      case .isIn: value.map(values.contains) ?? false
      case .notIn: !(value.map(values.contains) ?? false)
      case .exists: value != nil
      case .doesNotExist: value == nil
      case .greater, .less: isMet(byNumber: value.flatMap { Int($0) })
      }
    }

    private func isMet(byNumber value: Int?) -> Bool {
      guard let value, let limit = values.first.flatMap({ Int($0) }) else { return false }
      return test == .greater ? value > limit : value < limit
    }
  }

  /// What keeps pods away from a node.
  struct Taint: Hashable {
    /// What it does to pods that do not tolerate it.
    enum Effect: String, CaseIterable {
      case noSchedule = "NoSchedule"
      case preferNoSchedule = "PreferNoSchedule"
      case noExecute = "NoExecute"
    }

    let key: String
    let value: String
    let effect: Effect

    /// What a cordoned node has.
    static let unschedulable = Taint(key: "node.kubernetes.io/unschedulable", value: "", effect: .noSchedule)
  }

  /// What lets a pod run on a tainted node.
  struct Toleration: Hashable {
    /// Empty for all keys.
    let key: String
    /// The value that is tolerated; nil for all.
    let value: String?
    /// Nil for all.
    let effect: Taint.Effect?

    func covers(_ taint: Taint) -> Bool {
      if let effect, effect != taint.effect { return false }
      if key.isEmpty { return value == nil }
      return key == taint.key && (value == nil || value == taint.value)
    }
  }

  /// Whether a node may be given to the pod. O(rules).
  func admit(_ node: Node) -> Bool {
    for taint in node.taints where taint.effect != .preferNoSchedule {
      guard tolerations.contains(where: { $0.covers(taint) }) else { return false }
    }
    guard selector.allSatisfy({ node.labels[$0.key] == $0.value }) else { return false }
    guard let terms else { return true }
    return terms.contains { term in
      guard !(term.labels.isEmpty && term.fields.isEmpty) else { return false }
      return term.labels.allSatisfy { $0.isMet(by: node.labels[$0.key]) }
        && term.fields.allSatisfy { $0.key == "metadata.name" && $0.isMet(by: node.name) }
    }
  }
}
