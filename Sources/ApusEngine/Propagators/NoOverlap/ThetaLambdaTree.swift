/// The earliest completion of a set of tasks Θ on one resource, and of Θ with the best single task of a second set Λ, while tasks
/// come and go (Vilím, "Global constraints in scheduling", 2007).
///
/// A balanced tree over the tasks by ascending est. For a node over some of the leaves:
///
///     length = p(Θ)            ect = max over Ω ⊆ Θ of est(Ω) + p(Ω)
///
/// and, with a bar, the same where at most one task of Λ counts as well; `responsible` is that task. Every change is O(log n),
/// the answers are O(1). A kernel on plain columns: it knows nothing of the engine.
struct ThetaLambdaTree: ~Copyable {
  private struct Node: BitwiseCopyable {
    var length: Int32 = 0
    var ect = ThetaLambdaTree.never
    var lengthBar: Int32 = 0
    var ectBar = ThetaLambdaTree.never
    /// The task of Λ that `lengthBar` and `ectBar` count, or -1.
    var byLength: Int32 = -1
    var byEct: Int32 = -1
  }

  /// The completion of the empty set: below any time, with room to add lengths.
  static let never: Int32 = -2_000_000_000

  private let leafCount: Int
  private let nodes: UnsafeMutablePointer<Node>

  init(count: Int) {
    var size = 1
    while size < count { size *= 2 }
    leafCount = size
    nodes = .allocate(capacity: 2 * size)
    nodes.initialize(repeating: Node(), count: 2 * size)
  }

  deinit { nodes.deallocate() }

  /// Empties both sets.
  func clear() { nodes.update(repeating: Node(), count: 2 * leafCount) }

  /// The earliest completion of Θ; `never` where it is empty.
  @inline(__always) var ect: Int32 { nodes[1].ect }
  /// The earliest completion of Θ with the one task of Λ that makes it latest.
  @inline(__always) var ectWithOne: Int32 { nodes[1].ectBar }
  /// That task, or -1 where none makes a difference.
  @inline(__always) var responsible: Int32 { nodes[1].byEct }

  /// Puts a task into Θ, at its place in the order by est; takes it out of Λ.
  @inline(__always) func insert(at place: Int, est: Int32, length: Int32) {
    let ect = est &+ length
    update(place, Node(length: length, ect: ect, lengthBar: length, ectBar: ect))
  }

  /// Puts a task into Λ; takes it out of Θ.
  @inline(__always) func insertGrey(_ task: Int32, at place: Int, est: Int32, length: Int32) {
    update(place, Node(lengthBar: length, ectBar: est &+ length, byLength: task, byEct: task))
  }

  /// Takes a task out of both sets.
  @inline(__always) func remove(at place: Int) { update(place, Node()) }

  @inline(__always) private func update(_ place: Int, _ leaf: Node) {
    var index = leafCount &+ place
    nodes[index] = leaf
    index >>= 1
    while index > 0 {
      nodes[index] = ThetaLambdaTree.join(nodes[2 &* index], nodes[2 &* index &+ 1])
      index >>= 1
    }
  }

  @inline(__always) private static func join(_ left: Node, _ right: Node) -> Node {
    var node = Node()
    node.length = left.length &+ right.length
    node.ect = max(right.ect, left.ect &+ right.length)
    if left.lengthBar &+ right.length >= left.length &+ right.lengthBar {
      node.lengthBar = left.lengthBar &+ right.length
      node.byLength = left.byLength
    } else {
      node.lengthBar = left.length &+ right.lengthBar
      node.byLength = right.byLength
    }
    node.ectBar = right.ectBar
    node.byEct = right.byEct
    if left.ect &+ right.lengthBar > node.ectBar {
      node.ectBar = left.ect &+ right.lengthBar
      node.byEct = right.byLength
    }
    if left.ectBar &+ right.length > node.ectBar {
      node.ectBar = left.ectBar &+ right.length
      node.byEct = left.byEct
    }
    return node
  }
}
