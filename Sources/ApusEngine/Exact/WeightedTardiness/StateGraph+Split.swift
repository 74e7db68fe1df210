/// The next relaxation: some more jobs are done exactly once.
extension StateGraph {
  /// The graph in which paths do each of some jobs exactly once: a state is split by which of them have been done; after both evaluations.
  ///
  /// What goes before what is kept among them, and what has a value above `limit` is left out. Nil where it would take more than so many bytes.
  func split(by chosen: [Int], _ jobs: WeightedJobs, limit: Double, bytes: Int) -> StateGraph? {
    var graph = StateGraph()
    var bit = [Int](repeating: 0, count: jobs.count)
    for (index, job) in chosen.enumerated() { bit[job] = 1 << index }
    let all = (1 << chosen.count) - 1
    // By job: which of the chosen are done when it begins, and which are not.
    let needed = (0..<jobs.count).map { job in chosen.reduce(0) { $0 | (jobs.order.isBefore($1, job) ? bit[$1] : 0) } }
    let barred = (0..<jobs.count).map { job in
      chosen.reduce(bit[job]) { $0 | (jobs.order.isBefore(job, $1) ? bit[$1] : 0) }
    }
    // By state, the first of its variants; by variant, which of the jobs are done, and the least value of a path.
    let variants = Column(repeating: Int32(0), count: stateCount + 1)
    var done = Column<Int32>()
    var value = Column<Double>()
    done.append(0)
    value.append(0)
    variants[1] = 1
    // By set of jobs: the arcs of the variant that is being made.
    var pending = [[Int32]](repeating: [], count: all + 1)
    var least = [Double](repeating: .infinity, count: all + 1)
    for state in 1..<max(1, stateCount) {
      let own = Int(job[state])
      let isLast = Int(end[state]) == jobs.horizon
      for arc in arcs(of: state) {
        let before = Int(source[arc])
        for variant in Int(variants[before])..<Int(variants[before + 1]) {
          let set = Int(done[variant])
          if set & barred[own] != 0 || needed[own] & ~set != 0 || isLast && set | bit[own] != all { continue }
          let reached = value[variant] + cost[state]
          if reached + tail(state, after: job[before]) > limit { continue }
          pending[set | bit[own]].append(Int32(variant))
          least[set | bit[own]] = Swift.min(least[set | bit[own]], reached)
        }
      }
      for set in 0...all where !pending[set].isEmpty {
        graph.addState(job: job[state], end: end[state])
        for variant in pending[set] { graph.addArc(from: variant) }
        done.append(Int32(set))
        value.append(least[set])
        pending[set].removeAll(keepingCapacity: true)
        least[set] = .infinity
      }
      variants[state + 1] = Int32(graph.stateCount)
      if graph.byteCount > bytes { return nil }
    }
    graph.finish()
    return graph
  }
}
