extension KubernetesReader {
  /// Reads a pod; nil where it has ended and holds nothing any more.
  mutating func pod(_ value: JSONDocument.Value) throws(InputError) -> KubernetesPod? {
    let members = try json.object(value, "a pod")
    let metadata = try json.members(members["metadata"], "the metadata of a pod")
    guard let name = try json.string(metadata["name"], "the name of a pod") else {
      throw json.error("the pod has no name, expected one", at: value.offset)
    }
    let namespace = try json.string(metadata["namespace"], "the namespace of a pod") ?? "default"
    let spec = try json.members(members["spec"], "the spec of a pod")
    let status = try json.members(members["status"], "the status of a pod")
    if let phase = try json.string(status["phase"], "the phase of a pod"), phase == "Succeeded" || phase == "Failed" {
      return nil
    }
    var isProtected =
      try json.members(metadata["annotations"], "the annotations of a pod")["kubernetes.io/config.mirror"] != nil
    var owner: String?
    for value in try json.array(metadata["ownerReferences"], "the owners of a pod") ?? [] {
      let members = try json.object(value, "an owner")
      switch try json.string(members["kind"], "the kind of an owner") {
      case "DaemonSet", "Node": isProtected = true
      case "ReplicaSet", "StatefulSet", "ReplicationController":
        owner = try json.string(members["name"], "the name of an owner").map { "\(namespace)/\($0)" }
      default: break
      }
    }
    if let time = metadata["deletionTimestamp"], try json.string(time, "the time of deletion") != nil {
      // It still holds what it has, and is moved nowhere.
      isProtected = true
    }
    try noteWhatIsLeftOut(spec)
    let className = try json.string(spec["priorityClassName"], "the priority class of a pod")
    let priority =
      try json.integer(spec["priority"], "the priority of a pod") ?? className.flatMap { priorityClasses[$0] } ?? 0
    let node = try json.string(spec["nodeName"], "the node of a pod")
    return KubernetesPod(
      name: "\(namespace)/\(name)", offset: value.offset, requests: try requests(spec, at: value.offset),
      priority: priority, node: node.flatMap { $0.isEmpty ? nil : $0 }, isProtected: isProtected, owner: owner,
      rules: try rules(spec))
  }

  // MARK: What it needs

  private func requests(
    _ spec: [String: JSONDocument.Value], at offset: Int
  ) throws(InputError) -> [String: Int] {
    var effective = EffectiveRequests()
    var result: [String: Int] = ["pods": 1]
    let containers = try json.array(spec["containers"], "the containers of a pod") ?? []
    let initContainers = try json.array(spec["initContainers"], "the init containers of a pod") ?? []
    for container in containers {
      let members = try json.object(container, "a container")
      effective.addContainer(try amounts(members["resources"]))
      for port in try ports(members) { result[port] = 1 }
    }
    for container in initContainers {
      let members = try json.object(container, "an init container")
      let isSidecar = try json.string(members["restartPolicy"], "the restart policy") == "Always"
      effective.addInitContainer(try amounts(members["resources"]), isSidecar: isSidecar)
      if isSidecar { for port in try ports(members) { result[port] = 1 } }
    }
    effective.wholePod = try amounts(spec["resources"])
    effective.overhead = try quantities(spec["overhead"], "the overhead of a pod")
    let reader = QuantityReader(json: json)
    for (resource, quantity) in effective.total where resource != "pods" {
      result[resource] = try reader.amount(quantity, of: resource, at: offset)
    }
    return result
  }

  /// Requests, and limits for what is not requested.
  private func amounts(_ value: JSONDocument.Value?) throws(InputError) -> [String: Quantity] {
    let members = try json.members(value, "the resources of a container")
    let requests = try quantities(members["requests"], "the requests of a container")
    return requests.merging(try quantities(members["limits"], "the limits of a container")) { request, _ in request }
  }

  private func quantities(_ value: JSONDocument.Value?, _ what: String) throws(InputError) -> [String: Quantity] {
    let reader = QuantityReader(json: json)
    var quantities: [String: Quantity] = [:]
    for (resource, value) in try json.members(value, what) {
      let quantity = try reader.quantity(value, resource)
      _ = try reader.amount(quantity, of: resource, at: value.offset)
      quantities[resource] = quantity
    }
    return quantities
  }

  /// The ports of the node that a container takes. Addresses are not told apart: a port is taken on all of them.
  private func ports(_ container: [String: JSONDocument.Value]) throws(InputError) -> [String] {
    var ports: [String] = []
    for port in try json.array(container["ports"], "the ports of a container") ?? [] {
      let members = try json.object(port, "a port")
      guard let number = try json.integer(members["hostPort"], "a port of the host"), number != 0 else { continue }
      let kind = try json.string(members["protocol"], "the protocol of a port") ?? "TCP"
      ports.append("\(KubernetesPod.portPrefix)\(kind)/\(number)")
    }
    return ports
  }

  // MARK: Where it may run

  private func rules(_ spec: [String: JSONDocument.Value]) throws(InputError) -> NodeRules {
    var rules = NodeRules()
    rules.selector = try texts(spec["nodeSelector"], "the node selector of a pod")
    for value in try json.array(spec["tolerations"], "the tolerations of a pod") ?? [] {
      let members = try json.object(value, "a toleration")
      let isForAll = try json.string(members["operator"], "the operator of a toleration") == "Exists"
      rules.tolerations.append(
        NodeRules.Toleration(
          key: try json.string(members["key"], "the key of a toleration") ?? "",
          value: isForAll ? nil : try json.string(members["value"], "the value of a toleration") ?? "",
          effect: try effect(members["effect"])))
    }
    let affinity = try json.members(spec["affinity"], "the affinity of a pod")
    let nodeAffinity = try json.members(affinity["nodeAffinity"], "the node affinity of a pod")
    if let required = nodeAffinity["requiredDuringSchedulingIgnoredDuringExecution"] {
      let members = try json.members(required, "the required node affinity")
      var terms: [NodeRules.Term] = []
      for value in try json.array(members["nodeSelectorTerms"], "the terms of a node affinity") ?? [] {
        let members = try json.object(value, "a term of a node affinity")
        terms.append(
          NodeRules.Term(
            labels: try requirements(members["matchExpressions"]), fields: try requirements(members["matchFields"])))
      }
      rules.terms = terms
    }
    return rules
  }

  private func requirements(_ value: JSONDocument.Value?) throws(InputError) -> [NodeRules.Requirement] {
    var requirements: [NodeRules.Requirement] = []
    for value in try json.array(value, "the requirements of a term") ?? [] {
      let members = try json.object(value, "a requirement")
      let word = try json.string(members["operator"], "the operator of a requirement")
      guard let test = word.flatMap(NodeRules.Requirement.Operator.init) else {
        let names = NodeRules.Requirement.Operator.allCases.map(\.rawValue).joined(separator: ", ")
        throw json.unexpected("an operator, one of \(names)", at: members["operator"]?.offset ?? value.offset)
      }
      var values: [String] = []
      for value in try json.array(members["values"], "the values of a requirement") ?? [] {
        values.append(try json.string(value, "a value of a requirement") ?? "")
      }
      requirements.append(
        NodeRules.Requirement(
          key: try json.string(members["key"], "the key of a requirement") ?? "", test: test, values: values))
    }
    return requirements
  }

  /// Counts what the pod asks for and a placement does not honour.
  private mutating func noteWhatIsLeftOut(_ spec: [String: JSONDocument.Value]) throws(InputError) {
    let affinity = try json.members(spec["affinity"], "the affinity of a pod")
    let nodeAffinity = try json.members(affinity["nodeAffinity"], "the node affinity of a pod")
    let asked: [(what: String, value: JSONDocument.Value?)] = [
      ("pod affinity", affinity["podAffinity"]), ("pod anti-affinity", affinity["podAntiAffinity"]),
      ("topology spread constraints", spec["topologySpreadConstraints"]),
      ("preferred node affinity", nodeAffinity["preferredDuringSchedulingIgnoredDuringExecution"]),
      ("scheduling gates", spec["schedulingGates"]), ("resource claims", spec["resourceClaims"]),
    ]
    for (what, value) in asked {
      switch value?.content {
      case .array(let elements)? where !elements.isEmpty: leftOut[what, default: 0] += 1
      case .object(let members)? where !members.isEmpty: leftOut[what, default: 0] += 1
      default: break
      }
    }
    // A claim may tie a pod to the zone or the node where its volume is.
    for volume in try json.array(spec["volumes"], "the volumes of a pod") ?? []
    where try json.object(volume, "a volume")["persistentVolumeClaim"] != nil {
      leftOut["persistent volume claims", default: 0] += 1
    }
  }
}
