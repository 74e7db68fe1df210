/// Reads what `kubectl get nodes,pods -A -o json` prints, or `-o yaml`: a `List`, or single objects, of nodes, pods and priority classes, in one
/// document or several.
///
/// Kinds and fields that a placement would have to honour and does not are counted and become the cluster's notes.
struct KubernetesReader {
  let json: JSONDocument
  var nodes: [JSONDocument.Value] = []
  var pods: [JSONDocument.Value] = []
  var priorityClasses: [String: Int] = [:]
  /// What is not honoured, and how often.
  var leftOut: [String: Int] = [:]

  /// - Parameter documents: The documents of one file, at least one.
  init(_ documents: [JSONDocument]) throws(InputError) {
    json = documents[0]
    for document in documents { try collect(document.root, kind: nil) }
  }

  /// Sorts an object, or the objects of a list, by kind.
  private mutating func collect(_ value: JSONDocument.Value, kind inherited: String?) throws(InputError) {
    let members = try json.object(value, "an object of Kubernetes")
    guard let kind = try json.string(members["kind"], "the kind") ?? inherited else {
      throw json.error("the object has no kind, expected a List of nodes and pods", at: value.offset)
    }
    if let items = try json.array(members["items"], "the items") {
      // The items of a NodeList need not say that they are nodes.
      let itemKind = kind.hasSuffix("List") && kind != "List" ? String(kind.dropLast(4)) : nil
      for item in items { try collect(item, kind: itemKind) }
      return
    }
    switch kind {
    case "Node": nodes.append(value)
    case "Pod": pods.append(value)
    case "PriorityClass":
      let metadata = try json.members(members["metadata"], "the metadata")
      if let name = try json.string(metadata["name"], "the name"),
        let number = try json.integer(members["value"], "the value of a priority class")
      {
        priorityClasses[name] = number
      }
    case "List", "NodeList", "PodList": break
    default: leftOut["objects of the kind \(kind)", default: 0] += 1
    }
  }

  /// The cluster. O(bytes + pods × nodes).
  func cluster(_ name: String) throws(InputError) -> PodPacking {
    var reader = self
    var readNodes: [KubernetesNode] = []
    for node in nodes { readNodes.append(try reader.node(node)) }
    var readPods: [KubernetesPod] = []
    for pod in pods {
      if let pod = try reader.pod(pod) { readPods.append(pod) }
    }
    do {
      return try reader.assemble(readNodes, readPods, name)
    } catch {
      throw error.line == nil ? InputError(file: json.file, message: error.message) : error
    }
  }

  private func assemble(
    _ nodes: [KubernetesNode], _ pods: [KubernetesPod], _ name: String
  ) throws(InputError) -> PodPacking {
    let requested = Set(pods.flatMap(\.requests.keys)).union(["cpu", "memory", "pods"])
    let usual = ["cpu", "memory", "pods"]
    let resources = usual + requested.subtracting(usual).sorted()
    var index: [String: Int] = [:]
    for (position, node) in nodes.enumerated() { index[node.rules.name] = position }
    // Pods that are made from one template share their rules.
    var allowedNodes: [NodeRules: [Int]] = [:]
    var result: [PodPacking.Pod] = []
    for pod in pods {
      var home: Int?
      if let node = pod.node {
        guard let position = index[node] else {
          throw json.error(
            "the pod runs on \(InputError.quoted(Array(node.utf8)[...])), which is not in the input, expected its node",
            at: pod.offset)
        }
        home = position
      }
      let allowed = allowedNodes[pod.rules] ?? nodes.indices.filter { pod.rules.admit(nodes[$0].rules) }
      allowedNodes[pod.rules] = allowed
      result.append(
        PodPacking.Pod(
          name: pod.name, requests: resources.map { pod.requests[$0] ?? 0 }, priority: pod.priority, node: home,
          isProtected: pod.isProtected && home != nil, allowed: allowed.count == nodes.count ? nil : allowed,
          owner: pod.owner))
    }
    let notes = leftOut.sorted { $0.key < $1.key }.map { "\($0.key): not honoured (\($0.value))" }
    return try PodPacking(
      name: name, resources: resources,
      nodes: nodes.map { node in
        PodPacking.Node(
          name: node.rules.name,
          capacities: resources.map { $0.hasPrefix(KubernetesPod.portPrefix) ? 1 : node.allocatable[$0] ?? 0 })
      }, pods: result, notes: notes)
  }
}

/// A node as the reader understands it.
struct KubernetesNode {
  let rules: NodeRules.Node
  let allocatable: [String: Int]
}

/// A pod as the reader understands it.
struct KubernetesPod {
  /// `namespace/name`.
  let name: String
  let offset: Int
  let requests: [String: Int]
  let priority: Int
  let node: String?
  let isProtected: Bool
  /// `namespace/name` of the replica set or stateful set that made it.
  let owner: String?
  let rules: NodeRules

  /// A port of the node is a resource of which each node has one.
  static let portPrefix = "hostPort/"
}
