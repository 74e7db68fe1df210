import ApusStructure

/// The tasks that wait for nothing more, by falling keys; of equal ones the first in topological order goes first.
struct ReadyTasks {
  private let graph: TaskGraph
  private let keys: [Int]
  private var waitsFor: [Int]
  private var position: [Int]
  private var ready: [Int]

  init(_ graph: TaskGraph, byFalling keys: [Int]) {
    self.graph = graph
    self.keys = keys
    waitsFor = (0..<graph.taskCount).map { graph.predecessors.of($0).count }
    position = waitsFor
    for (place, task) in graph.topologicalOrder.enumerated() { position[Int(task)] = place }
    ready = (0..<graph.taskCount).filter { graph.predecessors.of($0).isEmpty }
  }

  /// Takes the first; nil once all have been taken. O(tasks that are ready + arcs out of the task).
  mutating func next() -> Int? {
    let first = ready.indices.min {
      (-keys[ready[$0]], position[ready[$0]]) < (-keys[ready[$1]], position[ready[$1]])
    }
    guard let first else { return nil }
    let task = ready.remove(at: first)
    for arc in graph.successors.of(task) {
      let later = Int(graph.after[Int(arc)])
      waitsFor[later] -= 1
      if waitsFor[later] == 0 { ready.append(later) }
    }
    return task
  }
}
