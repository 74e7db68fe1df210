/// The lists of a genetic algorithm with the makespans of their schedules, in one block of memory.
final class ListPopulation {
  private let lists: Column<Int32>
  private(set) var values: [Int] = []
  /// Equal for equal schedules.
  private var signatures: [UInt64] = []
  private let taskCount: Int
  let capacity: Int

  init(capacity: Int, taskCount: Int) {
    self.capacity = capacity
    self.taskCount = taskCount
    lists = Column(repeating: 0, count: capacity * taskCount)
  }

  var count: Int { values.count }
  var isFull: Bool { values.count == capacity }
  var byteCount: Int { lists.byteCount }

  func list(_ member: Int) -> UnsafePointer<Int32> { UnsafePointer(lists.pointer + member * taskCount) }

  func contains(value: Int, signature: UInt64) -> Bool {
    values.indices.contains { values[$0] == value && signatures[$0] == signature }
  }

  /// The first of the worst members, and of the best.
  var worst: Int { values.indices.max { (values[$0], -$0) < (values[$1], -$1) } ?? 0 }
  var best: Int { values.indices.min { (values[$0], $0) < (values[$1], $1) } ?? 0 }

  /// Adds a list, or puts it in the place of a member.
  func put(_ list: UnsafePointer<Int32>, value: Int, signature: UInt64, at member: Int? = nil) {
    let member = member ?? values.count
    if member == values.count {
      values.append(value)
      signatures.append(signature)
    } else {
      values[member] = value
      signatures[member] = signature
    }
    (lists.pointer + member * taskCount).update(from: list, count: taskCount)
  }

  func removeAll() {
    values.removeAll(keepingCapacity: true)
    signatures.removeAll(keepingCapacity: true)
  }
}
