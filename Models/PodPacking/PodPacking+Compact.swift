/// A format of our own: one node and one pod a line, with nothing that a placement does not need.
extension PodPacking {
  /// The value of the key `format`.
  static let compactFormat = "apus-cluster"

  /// The cluster in the compact format; the same for equal clusters, to the byte. O(length).
  ///
  /// Notes are not written: a compact file has nothing that is not honoured.
  public var compactText: String {
    func amounts(_ values: [Int]) -> String {
      JSONText.object(zip(resources, values).map { ($0, Self.text(of: $1, as: $0)) })
    }
    let nodeLines = nodes.map {
      JSONText.object([("name", JSONText.string($0.name)), ("capacity", amounts($0.capacities))])
    }
    let podLines = pods.map { pod in
      var members = [("name", JSONText.string(pod.name)), ("requests", amounts(pod.requests))]
      if pod.priority != 0 { members.append(("priority", "\(pod.priority)")) }
      if let node = pod.node { members.append(("node", JSONText.string(nodes[node].name))) }
      if pod.isProtected { members.append(("protected", "true")) }
      if let owner = pod.owner { members.append(("owner", JSONText.string(owner))) }
      if let allowed = pod.allowed {
        members.append(("allowed", JSONText.array(allowed.map { JSONText.string(nodes[$0].name) })))
      }
      return JSONText.object(members)
    }
    func list(_ key: String, _ lines: [String]) -> String {
      JSONText.string(key) + ":[" + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n") + "]"
    }
    let head = [
      ("format", JSONText.string(Self.compactFormat)), ("version", "1"), ("name", JSONText.string(name)),
      ("resources", JSONText.array(resources.map { JSONText.string($0) })),
    ].map { JSONText.string($0.0) + ":" + $0.1 }.joined(separator: ",")
    return "{\(head),\n\(list("nodes", nodeLines)),\n\(list("pods", podLines))}\n"
  }

  /// An amount as a quantity: processors in thousandths.
  static func text(of amount: Int, as resource: String) -> String {
    guard resource == cpu, amount % 1000 != 0 else { return "\(resource == cpu ? amount / 1000 : amount)" }
    return "\"\(amount)m\""
  }

  /// The name of the resource that is counted in thousandths.
  static let cpu = "cpu"

  /// Reads the compact format. O(bytes).
  init(compact json: JSONDocument, name: String) throws(InputError) {
    let head = try json.members(json.root, "a cluster")
    let reader = QuantityReader(json: json)
    guard try json.integer(head["version"], "the version") == 1 else {
      throw json.error("expected version 1 of \(Self.compactFormat)", at: head["version"]?.offset ?? json.root.offset)
    }
    var resources: [String] = []
    for value in try json.array(head["resources"], "the resources") ?? [] {
      resources.append(try json.string(value, "the name of a resource") ?? "")
    }
    func amounts(_ value: JSONDocument.Value?, _ what: String) throws(InputError) -> [Int] {
      let members = try json.members(value, what)
      let known = Set(resources)
      if let (name, value) = members.first(where: { !known.contains($0.key) }) {
        throw json.error(
          "\(what) has \(InputError.quoted(Array(name.utf8)[...])), which is not among the resources", at: value.offset)
      }
      var amounts: [Int] = []
      for resource in resources {
        guard let value = members[resource] else {
          amounts.append(0)
          continue
        }
        amounts.append(try reader.amount(try reader.quantity(value, resource), of: resource, at: value.offset))
      }
      return amounts
    }

    var nodes: [Node] = []
    var indices: [String: Int] = [:]
    for value in try json.array(head["nodes"], "the nodes") ?? [] {
      let members = try json.object(value, "a node")
      guard let name = try json.string(members["name"], "the name of a node") else {
        throw json.error("the node has no name, expected one", at: value.offset)
      }
      indices[name] = nodes.count
      nodes.append(Node(name: name, capacities: try amounts(members["capacity"], "the capacity of a node")))
    }
    func index(_ value: JSONDocument.Value?) throws(InputError) -> Int? {
      guard let value, let name = try json.string(value, "the name of a node") else { return nil }
      guard let index = indices[name] else {
        throw json.error(
          "there is no node \(InputError.quoted(Array(name.utf8)[...])), expected one of the nodes", at: value.offset)
      }
      return index
    }
    var pods: [Pod] = []
    for value in try json.array(head["pods"], "the pods") ?? [] {
      let members = try json.object(value, "a pod")
      guard let name = try json.string(members["name"], "the name of a pod") else {
        throw json.error("the pod has no name, expected one", at: value.offset)
      }
      var allowed: [Int]?
      if let names = try json.array(members["allowed"], "the nodes that a pod may run on") {
        var set: Set<Int> = []
        for name in names {
          if let node = try index(name) { set.insert(node) }
        }
        allowed = set.sorted()
      }
      pods.append(
        Pod(
          name: name, requests: try amounts(members["requests"], "the requests of a pod"),
          priority: try json.integer(members["priority"], "the priority of a pod") ?? 0,
          node: try index(members["node"]),
          isProtected: try json.boolean(members["protected"], "whether a pod is protected") ?? false,
          allowed: allowed, owner: try json.string(members["owner"], "the owner of a pod")))
    }
    let ownName = try json.string(head["name"], "the name of the cluster") ?? name
    do {
      try self.init(name: ownName, resources: resources, nodes: nodes, pods: pods)
    } catch { throw InputError(file: json.file, message: error.message) }
  }
}
