#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the scheduler of Kubernetes does with the pods that wait: one after the other, each on the node that scores best.
///
/// Filters are the pod's nodes and what is free on them. A node scores the sum of LeastAllocated, the mean over the resources `cpu` and
/// `memory` (the first two, where these are missing) of the percentage that would be left free, and BalancedAllocation, 100 less half
/// the difference of their shares; both rounded down, as in `least_allocated.go` and `balanced_allocation.go`. Pods with one owner are
/// spread over the nodes by the system's default of PodTopologySpread with its weight of 2, zones apart. Ties, which the real
/// scheduler breaks by chance, go to the earlier node, by the rank that the authors of *Priority Matters* add to make runs repeatable.
struct DefaultScheduler {
  /// How equal scores are told apart.
  enum Ties {
    /// 100 · (n − 1 − rank) / (n − 1) is added for the node's rank by name.
    case byRank
    /// One of the best, by chance.
    case random(MersenneTwister)
  }

  /// In which order the pods that wait are taken.
  enum Queue {
    /// The highest priority first, then the first that came: what happens to pods that come together.
    case byPriority
    /// The first that came: what happens to pods that come one after the other.
    case byArrival
  }

  private let cluster: PodPacking
  private let scored: [Int]
  private let bonus: [Int]
  private var ties: Ties
  private var free: [[Int]]
  private var placement: [Int?]
  /// How many pods of each owner are on each node.
  private var replicas: [String: [Int]] = [:]

  /// Starts from where the pods run. O(pods × resources + nodes log nodes).
  init(_ cluster: PodPacking, ties: Ties = .byRank) {
    self.cluster = cluster
    self.ties = ties
    let named = ["cpu", "memory"].compactMap(cluster.resources.firstIndex)
    scored = named.count == 2 ? named : Array(cluster.resources.indices.prefix(2))
    let count = cluster.nodes.count
    var bonus = [Int](repeating: 0, count: count)
    if case .byRank = ties, count > 1 {
      let ranked = cluster.nodes.indices.sorted { cluster.nodes[$0].name < cluster.nodes[$1].name }
      for (rank, node) in ranked.enumerated() { bonus[node] = 100 * (count - 1 - rank) / (count - 1) }
    }
    self.bonus = bonus
    placement = cluster.present
    let loads = cluster.loads(of: cluster.present)
    for pod in cluster.pods {
      guard let owner = pod.owner, let node = pod.node else { continue }
      replicas[owner, default: Array(repeating: 0, count: count)][node] += 1
    }
    free = zip(cluster.nodes, loads).map { node, load in zip(node.capacities, load).map { $0 - $1 } }
  }

  /// Where the scheduler leaves the pods of a cluster. O(pods × nodes).
  static func placement(of cluster: PodPacking, queue: Queue = .byPriority, ties: Ties = .byRank) -> [Int?] {
    var scheduler = DefaultScheduler(cluster, ties: ties)
    var waiting = cluster.pods.indices.filter { cluster.pods[$0].node == nil }
    if case .byPriority = queue {
      waiting.sort { (-cluster.pods[$0].priority, $0) < (-cluster.pods[$1].priority, $1) }
    }
    for pod in waiting { scheduler.place(pod) }
    return scheduler.placement
  }

  private mutating func place(_ pod: Int) {
    let requests = cluster.pods[pod].requests
    let feasible = cluster.nodes.indices.filter { node in
      zip(requests, free[node]).allSatisfy { $0 == 0 || $0 <= $1 } && cluster.pods[pod].mayRun(on: node)
    }
    guard !feasible.isEmpty else { return }
    let spread = spreadScores(of: cluster.pods[pod].owner, on: feasible)
    let scores = zip(feasible, spread).map { score(requests, $0) + 2 * $1 }
    let best = scores.max()!
    let candidates = zip(feasible, scores).filter { $0.1 == best }.map(\.0)
    var chosen = candidates[0]
    if case .random(var random) = ties {
      chosen = candidates[random.integer(in: 0...candidates.count - 1)]
      ties = .random(random)
    }
    placement[pod] = chosen
    for resource in requests.indices { free[chosen][resource] -= requests[resource] }
    guard let owner = cluster.pods[pod].owner else { return }
    replicas[owner, default: Array(repeating: 0, count: cluster.nodes.count)][chosen] += 1
  }

  /// The scores of `podtopologyspread/scoring.go` for one constraint on host names with a maximal skew of 3.
  private func spreadScores(of owner: String?, on nodes: [Int]) -> [Int] {
    guard let owner else { return Array(repeating: 0, count: nodes.count) }
    let counts = replicas[owner]
    let weight = log(Double(nodes.count + 2))
    let raw = nodes.map { Int((Double(counts?[$0] ?? 0) * weight + 2).rounded()) }
    let (low, high) = (raw.min() ?? 0, raw.max() ?? 0)
    return raw.map { 100 * (high + low - $0) / high }
  }

  private func score(_ requests: [Int], _ node: Int) -> Int {
    guard !scored.isEmpty else { return bonus[node] }
    let capacities = cluster.nodes[node].capacities
    var least = 0
    var shares: [Double] = []
    for resource in scored {
      let capacity = capacities[resource]
      let left = free[node][resource] - requests[resource]
      guard capacity > 0 else { continue }
      least += Int(Int128(left) * 100 / Int128(capacity))
      shares.append(min(1, Double(capacity - left) / Double(capacity)))
    }
    let spread = shares.count == 2 ? abs(shares[0] - shares[1]) / 2 : 0
    return least / scored.count + Int((1 - spread) * 100) + bonus[node]
  }
}
