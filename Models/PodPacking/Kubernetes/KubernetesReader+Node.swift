extension KubernetesReader {
  /// Reads a node: what it can give to pods (`allocatable`, or `capacity` where that is missing), labels and taints.
  mutating func node(_ value: JSONDocument.Value) throws(InputError) -> KubernetesNode {
    let members = try json.object(value, "a node")
    let metadata = try json.members(members["metadata"], "the metadata of a node")
    guard let name = try json.string(metadata["name"], "the name of a node") else {
      throw json.error("the node has no name, expected one", at: value.offset)
    }
    let spec = try json.members(members["spec"], "the spec of a node")
    let status = try json.members(members["status"], "the status of a node")
    let reader = QuantityReader(json: json)
    var allocatable: [String: Int] = [:]
    for (resource, value) in try json.members(status["allocatable"] ?? status["capacity"], "what a node can give") {
      allocatable[resource] = try reader.amount(try reader.quantity(value, resource), of: resource, at: value.offset)
    }
    var taints: [NodeRules.Taint] = []
    for value in try json.array(spec["taints"], "the taints of a node") ?? [] {
      let members = try json.object(value, "a taint")
      guard let effect = try effect(members["effect"]) else {
        throw json.error("the taint has no effect, expected NoSchedule or NoExecute", at: value.offset)
      }
      if effect == .preferNoSchedule { leftOut["taints that only prefer", default: 0] += 1 }
      taints.append(
        NodeRules.Taint(
          key: try json.string(members["key"], "the key of a taint") ?? "",
          value: try json.string(members["value"], "the value of a taint") ?? "", effect: effect))
    }
    if try json.boolean(spec["unschedulable"], "whether a node is cordoned") == true,
      !taints.contains(.unschedulable)
    {
      taints.append(.unschedulable)
    }
    return KubernetesNode(
      rules: NodeRules.Node(name: name, labels: try texts(metadata["labels"], "the labels of a node"), taints: taints),
      allocatable: allocatable)
  }

  /// The effect of a taint or a toleration; nil for all.
  func effect(_ value: JSONDocument.Value?) throws(InputError) -> NodeRules.Taint.Effect? {
    guard let value, let text = try json.string(value, "the effect of a taint"), !text.isEmpty else { return nil }
    guard let effect = NodeRules.Taint.Effect(rawValue: text) else {
      throw json.unexpected("one of NoSchedule, PreferNoSchedule, NoExecute", at: value.offset)
    }
    return effect
  }

  /// Texts by key.
  func texts(_ value: JSONDocument.Value?, _ what: String) throws(InputError) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in try json.members(value, what) { texts[key] = try json.string(value, what) ?? "" }
    return texts
  }
}
