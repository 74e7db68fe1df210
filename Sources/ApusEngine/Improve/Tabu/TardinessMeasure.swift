import ApusModel

/// Total weighted tardiness: the sum over the jobs of weight · max(0, completion − due date).
///
/// For every node and every job that counts it keeps the longest path from the node to the job's end, as S. Kreipl, "A large step
/// random walk for minimizing total weighted tardiness in a job shop", Journal of Scheduling 3 (2000), and Y. Mati,
/// S. Dauzère-Pérès and C. Lahlou, "A general approach for optimizing regular criteria in the job-shop scheduling problem", EJOR
/// 212 (2011) do. Complexity of a move: O(*operations* · *jobs*), in steps that the processor does several at a time.
final class TardinessMeasure {
  /// The jobs that count, with their weights and due dates.
  private let jobs: [Int32]
  private let weight: [Int64]
  private let due: [Int32]
  /// By node and counting job: the longest path that begins with the node and ends with the job; ``never`` where there is none.
  private let tail: Column<Int32>
  /// By counting job: its completion.
  private let completion: Column<Int32>
  // Scratch of the estimate, by counting job.
  private let left: Column<Int32>
  private let reached: Column<Int32>
  private let through: Column<Int32>
  /// Scratch of the estimate, by position in the path: starts after the move.
  private let start: Column<Int32>

  /// Less than any path, and far from the end of 32 bits.
  private static let never = Int32.min / 2

  /// A measure for the jobs of a graph; a weight of 0 says that a job does not count. Nil where times are too long or the graph too
  /// large for it.
  init?(_ graph: DisjunctiveGraph, due: [Int32], weight: [Int32]) {
    let jobs = weight.indices.filter { weight[$0] > 0 }
    let work = (0..<graph.nodeCount).reduce(0) { $0 + Int(graph.duration[$1]) }
    guard work < Int(Int32.max / 4), graph.nodeCount * jobs.count <= Self.largestTable else { return nil }
    self.jobs = jobs.map(Int32.init)
    self.weight = jobs.map { Int64(weight[$0]) }
    self.due = jobs.map { due[$0] }
    tail = Column(repeating: Self.never, count: graph.nodeCount * max(1, jobs.count))
    completion = Column(repeating: 0, count: jobs.count)
    left = Column(repeating: 0, count: jobs.count)
    reached = Column(repeating: 0, count: jobs.count)
    through = Column(repeating: 0, count: jobs.count)
    start = Column(repeating: 0, count: graph.operationCount)
  }

  /// Beyond so many tails a move takes longer than it is worth.
  private static let largestTable = 1 << 22

  var nodesPerMove: Int { start.count + tail.count / 8 }
  var byteCount: Int { tail.byteCount + start.byteCount }

  func value(of graph: DisjunctiveGraph) -> Int {
    computeTails(graph)
    for index in jobs.indices { completion[index] = graph.completion[graph.lastNode(ofJob: Int(jobs[index]))] }
    return Int(cost(of: completion.pointer))
  }

  private func cost(of completion: UnsafePointer<Int32>) -> Int64 {
    var sum: Int64 = 0
    for index in jobs.indices { sum &+= weight[index] &* Int64(max(0, completion[index] &- due[index])) }
    return sum
  }

  private func computeTails(_ graph: DisjunctiveGraph) {
    let count = jobs.count
    // Behind a job's last operation there is nothing but the job's own end.
    for index in 0..<count { tail[Int(graph.lastNode(ofJob: Int(jobs[index])) + 1) * count + index] = 0 }
    for position in stride(from: graph.operationCount - 1, through: 0, by: -1) {
      let node = Int(graph.order[position])
      let duration = graph.duration[node]
      let own = tail.pointer + node * count
      let inJob = tail.pointer + (node + 1) * count
      let after = Int(graph.after[node])
      if after == 0 {
        for index in 0..<count { own[index] = inJob[index] &+ duration }
      } else {
        let onMachine = tail.pointer + after * count
        for index in 0..<count { own[index] = max(inJob[index], onMachine[index]) &+ duration }
      }
    }
  }

  /// The end of a late job, at random by what its lateness costs; nil where no job is late.
  func bottleneck(_ graph: DisjunctiveGraph, value: Int, _ random: inout SplitMix64) -> Int32? {
    guard value > 0 else { return nil }
    var rest = Int64(random.nextUnit() * Double(value))
    var last: Int32?
    for index in jobs.indices where completion[index] > due[index] {
      last = graph.lastNode(ofJob: Int(jobs[index]))
      rest -= weight[index] * Int64(completion[index] - due[index])
      if rest < 0 { break }
    }
    return last
  }

  /// For each job the longest path through an operation of the part that changes, as for the makespan; jobs whose longest
  /// path does not lead through that part end no sooner than they do.
  func estimate(_ move: BlockMove, _ path: UnsafeMutablePointer<Int32>, _ graph: DisjunctiveGraph) -> Int {
    let first = Int(move.first)
    let last = Int(move.last)
    let nodes = path
    let count = jobs.count
    let through = through.pointer
    through.update(repeating: Self.never, count: count)
    for index in first...last {
      let node = Int(nodes[index])
      let head = graph.completion[node] &- graph.duration[node]
      let tail = tail.pointer + node * count
      for job in 0..<count { through[job] = max(through[job], head &+ tail[job]) }
    }
    // Starts in the new order, front to back.
    var time = graph.completion[graph.before[nodes[first]]]
    func place(_ index: Int) {
      let node = nodes[index]
      start[index] = max(graph.completion[node &- 1], time)
      time = start[index] &+ graph.duration[node]
    }
    if move.isForward {
      for index in (first &+ 1)...last { place(index) }
      place(first)
    } else {
      place(last)
      for index in first..<last { place(index) }
    }
    // Tails in the new order, back to front.
    let reached = reached.pointer
    let left = left.pointer
    reached.update(repeating: Self.never, count: count)
    left.update(from: tail.pointer + Int(graph.after[nodes[last]]) * count, count: count)
    if graph.after[nodes[last]] == 0 { left.update(repeating: Self.never, count: count) }
    func look(_ index: Int) {
      let node = Int(nodes[index])
      let duration = graph.duration[node]
      let begin = start[index]
      let inJob = tail.pointer + (node + 1) * count
      for job in 0..<count {
        left[job] = max(left[job], inJob[job]) &+ duration
        reached[job] = max(reached[job], begin &+ left[job])
      }
    }
    if move.isForward {
      look(first)
      for index in stride(from: last, to: first, by: -1) { look(index) }
    } else {
      for index in stride(from: last - 1, through: first, by: -1) { look(index) }
      look(last)
    }
    for job in 0..<count where through[job] < completion[job] { reached[job] = max(reached[job], completion[job]) }
    return Int(cost(of: reached))
  }
}
