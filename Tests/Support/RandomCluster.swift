import ApusModel
import ApusProblems

/// Small clusters that can be enumerated: equal and unlike nodes, nodes that pods may not run on, several resources, protected pods.
public enum RandomCluster {
  /// - Complexity: enumeration takes at most 4⁷ placements.
  public static func make(seed: Int) throws -> PodPacking {
    var random = SplitMix64(seed: seed)
    let nodes = random.draw(1...3)
    let resources = random.draw(1...3)
    let priorities = random.draw(1...3)
    let same = (0..<resources).map { _ in random.draw(3...12) }
    var free = (0..<nodes).map { _ in random.chance(60) ? same : (0..<resources).map { _ in random.draw(0...12) } }
    let capacities = free
    var pods: [PodPacking.Pod] = []
    for index in 0..<random.draw(0...7) {
      var requests = (0..<resources).map { _ in random.draw(0...6) }
      if let last = pods.last, random.chance(40) { requests = last.requests }
      var home: Int?
      let node = random.draw(0...nodes - 1)
      if random.chance(70), zip(requests, free[node]).allSatisfy({ $0 <= $1 }) {
        home = node
        for resource in 0..<resources { free[node][resource] -= requests[resource] }
      }
      pods.append(
        PodPacking.Pod(
          name: "default/p\(index)", requests: requests, priority: random.draw(1...priorities), node: home,
          isProtected: home != nil && random.chance(15),
          allowed: random.chance(30) ? (0..<nodes).filter { _ in random.chance(60) } : nil))
    }
    return try PodPacking(
      name: "cluster \(seed)", resources: (0..<resources).map { "r\($0)" },
      nodes: capacities.enumerated().map { PodPacking.Node(name: "n\($0)", capacities: $1) }, pods: pods)
  }

  /// The levels of the best placement, by trying every node for every pod.
  public static func bestLevels(_ cluster: PodPacking) -> [Int] {
    var best: [Int]?
    var placement = [Int?](repeating: nil, count: cluster.pods.count)
    var free = cluster.nodes.map(\.capacities)
    func visit(_ pod: Int) {
      guard pod < cluster.pods.count else {
        let levels = cluster.placedCounts(of: placement) + [-cluster.disturbance(of: placement)]
        if best.map({ $0.lexicographicallyPrecedes(levels) }) ?? true { best = levels }
        return
      }
      let requests = cluster.pods[pod].requests
      if !cluster.pods[pod].isProtected { visit(pod + 1) }
      for node in cluster.nodes.indices where cluster.pods[pod].mayRun(on: node) {
        guard !cluster.pods[pod].isProtected || cluster.pods[pod].node == node else { continue }
        guard zip(requests, free[node]).allSatisfy({ $0 <= $1 }) else { continue }
        for resource in requests.indices { free[node][resource] -= requests[resource] }
        placement[pod] = node
        visit(pod + 1)
        placement[pod] = nil
        for resource in requests.indices { free[node][resource] += requests[resource] }
      }
    }
    visit(0)
    var levels = best ?? []
    levels[levels.count - 1] *= -1
    return levels
  }
}
