/// A cluster whose pods are to be placed anew: as many as possible run, the important ones first, and few that run are disturbed.
///
/// A pod asks for an amount of each resource and goes to one of the nodes that it may run on; on no node do the pods ask for more than
/// there is. The placements are ordered first by the number of placed pods of the highest priority, then of the next, and so on; among
/// those that are equal in this, by ``disturbance(of:)``, the less the better. The formulation is that of H. D. Christensen,
/// S. Giallorenzo and J. Mauro, *Priority Matters*, arXiv 2511.08373 (2025), except that there the disturbance of each priority comes
/// before the placing of the next.
///
/// All amounts are whole numbers of 64 bits: thousandths of a processor for `cpu`, bytes for memory, pieces of anything else. See the
/// README of this folder for formats.
public struct PodPacking: Sendable, Equatable {
  /// The instance's name.
  public let name: String
  /// What pods ask for, `cpu`, `memory`.
  public let resources: [String]
  /// The nodes in the order of the file.
  public let nodes: [Node]
  /// The pods in the order of the file, which is the order in which they came.
  public let pods: [Pod]
  /// What the input asks for and a placement does not honour, a sentence each.
  public let notes: [String]

  /// Where pods run.
  public struct Node: Sendable, Hashable {
    public let name: String
    /// How much there is of each resource.
    public let capacities: [Int]

    public init(name: String, capacities: [Int]) {
      self.name = name
      self.capacities = capacities
    }
  }

  /// What runs, or waits for a node.
  public struct Pod: Sendable, Hashable {
    /// `namespace/name`.
    public let name: String
    /// How much of each resource is kept for it.
    public let requests: [Int]
    /// The larger, the more important.
    public let priority: Int
    /// The node it runs on, nil where it waits.
    public let node: Int?
    /// Whether it must stay where it runs.
    public let isProtected: Bool
    /// The nodes that it may be moved to, in increasing order; nil for all. It may stay where it runs in any case.
    public let allowed: [Int]?
    /// What keeps so many equal pods running, such as a replica set; the default scheduler spreads these over the nodes.
    public let owner: String?

    public init(
      name: String, requests: [Int], priority: Int = 0, node: Int? = nil, isProtected: Bool = false,
      allowed: [Int]? = nil, owner: String? = nil
    ) {
      self.name = name
      self.requests = requests
      self.priority = priority
      self.node = node
      self.isProtected = isProtected
      self.allowed = allowed
      self.owner = owner
    }

    /// Whether it may run on a node. O(log nodes).
    public func mayRun(on node: Int) -> Bool {
      if node == self.node { return true }
      guard let allowed else { return true }
      let place = allowed.partitioningIndex { $0 >= node }
      return place < allowed.count && allowed[place] == node
    }
  }

  /// Creates a cluster.
  ///
  /// - Throws: ``InputError`` naming what is out of order: a name that is there twice, a number below 0, a node that is not there, a pod
  ///   that is protected and runs nowhere, or requests that together need more than 64 bits.
  /// - Complexity: O((pods + nodes) × resources).
  public init(
    name: String, resources: [String], nodes: [Node], pods: [Pod], notes: [String] = []
  ) throws(InputError) {
    self.name = name
    self.resources = resources
    self.nodes = nodes
    self.pods = pods
    self.notes = notes
    if let flaw = firstFlaw { throw InputError(file: name, message: flaw) }
  }
}

extension PodPacking {
  /// The priorities, highest first. O(pods log pods).
  public var priorities: [Int] { Set(pods.map(\.priority)).sorted(by: >) }

  /// Where every pod runs at present: a node, nil for none. O(pods).
  public var present: [Int?] { pods.map(\.node) }

  /// How many pods of each priority, highest first, a placement places. O(pods log pods).
  public func placedCounts(of placement: [Int?]) -> [Int] {
    var counts: [Int: Int] = [:]
    for (pod, node) in zip(pods, placement) where node != nil { counts[pod.priority, default: 0] += 1 }
    return priorities.map { counts[$0, default: 0] }
  }

  /// How much a placement disturbs the pods that run: 2 for each that moves, 1 for each that is evicted. O(pods).
  public func disturbance(of placement: [Int?]) -> Int {
    zip(pods, placement).reduce(0) { total, pair in
      guard let home = pair.0.node, pair.1 != home else { return total }
      return total + (pair.1 == nil ? 1 : 2)
    }
  }

  /// What the placed pods ask for, by node and resource. O(pods × resources).
  func loads(of placement: [Int?]) -> [[Int]] {
    var loads = nodes.map { _ in [Int](repeating: 0, count: resources.count) }
    for (pod, node) in zip(pods, placement) {
      guard let node else { continue }
      for resource in resources.indices { loads[node][resource] += pod.requests[resource] }
    }
    return loads
  }

  /// What there is on each node: its capacity, or more where protected pods alone use more, which nobody can change. O(pods × resources).
  func effectiveCapacities() -> [[Int]] {
    let fixed = loads(of: pods.map { $0.isProtected ? $0.node : nil })
    return zip(nodes, fixed).map { node, load in zip(node.capacities, load).map { Swift.max($0, $1) } }
  }
}

// MARK: - What a cluster must keep to

extension PodPacking {
  /// The most pods and nodes of a cluster.
  public static let maximumCount = 1_000_000

  private var firstFlaw: String? {
    func quoted(_ text: String) -> String { InputError.quoted(Array(text.utf8)[...]) }
    func duplicate(_ names: [String]) -> String? {
      var seen: Set<String> = []
      return names.first { !seen.insert($0).inserted }
    }
    if nodes.count > Self.maximumCount || pods.count > Self.maximumCount {
      return "there are \(nodes.count) nodes and \(pods.count) pods, expected at most \(Self.maximumCount)"
    }
    if let name = duplicate(resources) { return "the resource \(quoted(name)) is there twice, expected it once" }
    if let name = duplicate(nodes.map(\.name)) { return "the node \(quoted(name)) is there twice, expected it once" }
    if let name = duplicate(pods.map(\.name)) { return "the pod \(quoted(name)) is there twice, expected it once" }
    for node in nodes {
      if node.capacities.count != resources.count || node.capacities.contains(where: { $0 < 0 }) {
        return "the node \(quoted(node.name)) has a capacity below 0, expected one of 0 or more for each resource"
      }
    }
    var totals = [Int](repeating: 0, count: resources.count)
    for pod in pods {
      if pod.requests.count != resources.count || pod.requests.contains(where: { $0 < 0 }) {
        return "the pod \(quoted(pod.name)) has a request below 0, expected one of 0 or more for each resource"
      }
      if let node = pod.node, !nodes.indices.contains(node) {
        return "the pod \(quoted(pod.name)) runs on node \(node), expected one of \(nodes.count) nodes"
      }
      if pod.isProtected, pod.node == nil {
        return "the pod \(quoted(pod.name)) is protected and runs on no node, expected a node"
      }
      if let allowed = pod.allowed {
        let isSorted = zip(allowed, allowed.dropFirst()).allSatisfy { $0 < $1 }
        guard isSorted, allowed.allSatisfy(nodes.indices.contains) else {
          return "the nodes that pod \(quoted(pod.name)) may run on are not in increasing order, expected them so"
        }
      }
      for resource in resources.indices {
        let (total, overflow) = totals[resource].addingReportingOverflow(pod.requests[resource])
        if overflow {
          return "the requests for \(quoted(resources[resource])) need more than 64 bits together, expected less"
        }
        totals[resource] = total
      }
    }
    return nil
  }
}

extension Array {
  /// The first position from which on the predicate holds, where it holds on a suffix. O(log count).
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
