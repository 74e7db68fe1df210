import ApusModel

/// The jobs of a shop, and the precedences that do not follow from the order of the jobs.
struct ShopOrder {
  /// The jobs: chains of intervals.
  let chains: ShopChains
  /// The constraints that say more than the chains do.
  private(set) var leftOut: [Int] = []

  /// Finds the jobs, or nil where precedences run in a circle or speak of intervals that do not exist.
  ///
  /// With fixed lengths, every precedence is one from an end to a start with some lag. A lag of 0 or more puts two intervals in
  /// order. Complexity: linear in intervals and precedences.
  init?(_ data: ModelData, duration: [Int32]) {
    var links: [(constraint: Int, link: Link)] = []
    var before: [Int32] = []
    var after: [Int32] = []
    for (index, constraint) in data.constraints.enumerated() {
      guard case .precedence(let precedence) = constraint else { continue }
      guard duration.indices.contains(Int(precedence.before)), duration.indices.contains(Int(precedence.after)) else {
        return nil
      }
      let link = Link(precedence, duration: duration)
      if link.before == link.after {
        // An interval starts its own duration before its end.
        if link.lag > -Int(duration[Int(link.before)]) { return nil }
        continue
      }
      links.append((index, link))
      if link.lag >= 0 {
        before.append(link.before)
        after.append(link.after)
      }
    }
    guard let chains = ShopChains(nodeCount: duration.count, before: before, after: after) else { return nil }
    self.chains = chains

    // The earliest start of every interval within its job, which measures the distance between two of one job.
    var offset = [Int](repeating: 0, count: duration.count)
    for job in 0..<chains.chainStart.count - 1 {
      var time = 0
      for node in chains.nodes[Int(chains.chainStart[job])..<Int(chains.chainStart[job + 1])] {
        offset[Int(node)] = time
        time += Int(duration[Int(node)])
      }
    }
    var position = [Int32](repeating: 0, count: duration.count)
    for (place, node) in chains.nodes.enumerated() { position[Int(node)] = Int32(place) }
    for (constraint, link) in links {
      let (first, second) = (Int(link.before), Int(link.after))
      let distance = offset[second] - offset[first] - Int(duration[first])
      let follows =
        chains.chain[first] == chains.chain[second] && position[first] < position[second] && link.lag <= distance
      if !follows { leftOut.append(constraint) }
    }
  }
}

/// A precedence between intervals of fixed length: `after` starts at the earliest `lag` ticks after the end of `before`.
private struct Link {
  var before: Int32
  var after: Int32
  var lag: Int

  init(_ precedence: Precedence, duration: [Int32]) {
    before = precedence.before
    after = precedence.after
    // Beyond these limits a lag is as good as infinite.
    lag = Swift.min(Swift.max(precedence.lag, -1 << 40), 1 << 40)
    if precedence.source == .start { lag -= Int(duration[Int(before)]) }
    if precedence.target == .end { lag -= Int(duration[Int(after)]) }
  }
}
