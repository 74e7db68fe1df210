/// Steps that lead from where the pods run to a placement, such that none overfills a node.
///
/// Evictions come first, for they only make room; then every move that has room at its time; then the pods that wait, the important ones
/// first. Where the moves that are left wait for each other in circles, a pod of a circle is evicted and started anew when there is room:
/// since the placement itself fits, this always ends.
public struct MovePlan: Sendable, Equatable {
  /// A pod leaves a node (`to` is nil), comes to one (`from` is nil), or goes from one to another.
  public struct Step: Sendable, Hashable {
    public let pod: Int
    public let from: Int?
    public let to: Int?
  }

  public private(set) var steps: [Step] = []

  /// Plans the way to a placement that keeps all capacities. O(steps² × resources) at worst.
  init(from cluster: PodPacking, to target: [Int?]) {
    var free = zip(cluster.effectiveCapacities(), cluster.loads(of: cluster.present)).map {
      zip($0, $1).map { $0 - $1 }
    }
    var steps: [Step] = []
    func take(_ pod: Int, from: Int?, to: Int?) {
      let requests = cluster.pods[pod].requests
      for resource in requests.indices {
        if let from { free[from][resource] += requests[resource] }
        if let to { free[to][resource] -= requests[resource] }
      }
      steps.append(Step(pod: pod, from: from, to: to))
    }
    func hasRoom(_ pod: Int, on node: Int) -> Bool {
      zip(cluster.pods[pod].requests, free[node]).allSatisfy { $0 == 0 || $0 <= $1 }
    }

    var moving: [(pod: Int, from: Int, to: Int)] = []
    var starting: [(pod: Int, to: Int)] = []
    for (pod, to) in target.enumerated() where to != cluster.pods[pod].node {
      switch (cluster.pods[pod].node, to) {
      case (let from?, nil): take(pod, from: from, to: nil)
      case (let from?, let to?): moving.append((pod, from, to))
      case (nil, let to?): starting.append((pod, to))
      case (nil, nil): break
      }
    }
    while !moving.isEmpty {
      let waiting = moving.filter { move in
        guard hasRoom(move.pod, on: move.to) else { return true }
        take(move.pod, from: move.from, to: move.to)
        return false
      }
      if waiting.count == moving.count {
        // The least important of those that wait; it starts anew when all that move have moved.
        let victim = waiting.indices.min {
          cluster.pods[waiting[$0].pod].priority < cluster.pods[waiting[$1].pod].priority
        }!
        take(waiting[victim].pod, from: waiting[victim].from, to: nil)
        starting.append((waiting[victim].pod, waiting[victim].to))
        moving.remove(at: victim)
      } else {
        moving = waiting
      }
    }
    starting.sort { (-cluster.pods[$0.pod].priority, $0.pod) < (-cluster.pods[$1.pod].priority, $1.pod) }
    for start in starting { take(start.pod, from: nil, to: start.to) }
    self.steps = steps
  }
}
