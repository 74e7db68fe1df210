import ApusModel

/// One longest path of a disjunctive graph, chosen at random where there are several, cut into blocks: maximal runs of operations
/// that follow each other on one machine.
struct CriticalPath: ~Copyable {
  /// The nodes from first to last are `nodes[start...]`.
  let nodes: Column<Int32>
  private(set) var start = 0
  /// By position in ``nodes``: whether the node is on the path because of the one before it on its machine.
  let isLinked: Column<Bool>
  /// Whether the path begins when the first job is released, so that nothing on it can begin sooner.
  private(set) var beginsAtRelease = true

  init(operationCount: Int) {
    nodes = Column(repeating: 0, count: operationCount)
    isLinked = Column(repeating: false, count: operationCount)
  }

  var end: Int { nodes.count }

  /// Finds a longest path that ends with a node.
  mutating func trace(_ graph: DisjunctiveGraph, endingWith last: Int32, _ random: inout SplitMix64) {
    let completion = graph.completion.pointer
    let before = graph.before.pointer
    var bits = random.next()
    var index = nodes.count
    var node = last
    while true {
      index &-= 1
      nodes[index] = node
      let begin = completion[Int(node)] &- graph.duration[node]
      let onMachine = before[Int(node)]
      let inJob = node &- 1
      let isMachineTight = onMachine != 0 && completion[Int(onMachine)] == begin
      let isJobTight = completion[Int(inJob)] == begin && !graph.isDummy(inJob)
      // Two operations of one job in a row on a machine cannot change places: no block goes over them.
      let isByMachine = isMachineTight && (!isJobTight || (bits & 1 == 0 && onMachine != inJob))
      isLinked[index] = isByMachine
      if isMachineTight && isJobTight { bits = bits == 0 ? random.next() : bits >> 1 }
      if isByMachine {
        node = onMachine
      } else if isJobTight {
        node = inJob
      } else {
        beginsAtRelease = begin == graph.firstRelease
        break
      }
    }
    start = index
  }
}
