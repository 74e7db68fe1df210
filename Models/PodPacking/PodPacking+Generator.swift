extension PodPacking {
  /// What a generated cluster looks like.
  public struct Recipe: Sendable, Equatable {
    /// The number of identical nodes.
    public var nodes = 4
    /// The number of pods.
    public var pods = 16
    /// The number of priorities, drawn from 1 on.
    public var priorities = 1
    /// What all pods ask for, as a share of what there is: .90 to 1.05 in the paper.
    public var utilisation = 0.9

    public init() {}
  }

  /// A cluster of the paper *Priority Matters*, exactly: its workload generator with this seed, placed by the default scheduler.
  ///
  /// Replica sets of one to four equal pods ask for 100 to 1,000 thousandths of a processor and 100 to 1,000 million bytes; the nodes
  /// have what utilisation asks for. Each kind of choice has its own stream of Python's random numbers, seeded by the BLAKE2b digest of
  /// the seed and the stream's name.
  ///
  /// - Parameters:
  ///   - isPlaced: Whether the default scheduler, in the paper's deterministic variant, has placed what it can. Otherwise all wait.
  /// - Throws: ``InputError`` naming the parameter that is out of range.
  /// - Complexity: O(pods × nodes).
  public static func priorityMatters(
    _ recipe: Recipe, seed: UInt64, isPlaced: Bool = true, name: String? = nil
  ) throws(InputError) -> PodPacking {
    let percent = Int((recipe.utilisation * 100).rounded())
    let name = name ?? "pods-\(recipe.nodes)x\(recipe.pods)-p\(recipe.priorities)-u\(percent)-s\(seed)"
    for (value, what) in [
      (recipe.nodes, "nodes"), (recipe.pods, "pods"), (recipe.priorities, "priorities"),
    ] where !(1...100_000 ~= value) {
      throw InputError(file: name, message: "the number of \(what) is \(value), expected 1 to 100000")
    }
    guard 0.01...10 ~= recipe.utilisation else {
      throw InputError(file: name, message: "the utilisation is \(recipe.utilisation), expected 0.01 to 10")
    }
    var sizeRandom = stream("rs-sizes", of: seed)
    var processorRandom = stream("rs-cpu", of: seed)
    var memoryRandom = stream("rs-mem", of: seed)
    var baseRandom = stream("base", of: seed)
    var pods: [Pod] = []
    var set = 0
    while pods.count < recipe.pods {
      let left = recipe.pods - pods.count
      let size = sizeRandom.integer(in: 1...min(4, left))
      let processor = processorRandom.integer(in: 100...1000)
      let memory = memoryRandom.integer(in: 100_000_000...1_000_000_000)
      let priority = baseRandom.integer(in: 1...recipe.priorities)
      set += 1
      for replica in 1...size {
        pods.append(
          Pod(
            name: "default/rs-\(set)-\(replica)", requests: [processor, memory], priority: priority,
            owner: "default/rs-\(set)"))
      }
    }
    let capacities = [0, 1].map { resource in
      let total = pods.reduce(0) { $0 + $1.requests[resource] }
      let largest = pods.reduce(0) { Swift.max($0, $1.requests[resource]) }
      let wanted = Int((Double(total) / recipe.utilisation).rounded(.up))
      return Swift.max(largest, (wanted + recipe.nodes - 1) / recipe.nodes)
    }
    let width = "\(recipe.nodes)".count
    let nodes = (1...recipe.nodes).map { number in
      let digits = "\(number)"
      let name = "node-" + String(repeating: "0", count: width - digits.count) + digits
      return Node(name: name, capacities: capacities)
    }
    let empty = try PodPacking(name: name, resources: [cpu, "memory"], nodes: nodes, pods: pods)
    return isPlaced ? try empty.placed(as: DefaultScheduler.placement(of: empty, queue: .byArrival)) : empty
  }

  /// The random numbers of one kind of choice.
  private static func stream(_ label: String, of seed: UInt64) -> MersenneTwister {
    let bytes = (0..<16).map { $0 < 8 ? 0 : UInt8(truncatingIfNeeded: seed >> UInt64(8 * (15 - $0))) }
    return MersenneTwister(bigEndian: BLAKE2b.digest(of: bytes + [0] + Array(label.utf8), length: 16))
  }

  /// The cluster with every pod where a placement has it. O(pods).
  func placed(as placement: [Int?]) throws(InputError) -> PodPacking {
    let placed = zip(pods, placement).map { pod, node in
      Pod(
        name: pod.name, requests: pod.requests, priority: pod.priority, node: node,
        isProtected: pod.isProtected && node == pod.node, allowed: pod.allowed, owner: pod.owner)
    }
    return try PodPacking(name: name, resources: resources, nodes: nodes, pods: placed, notes: notes)
  }
}
