import ApusModel

/// The resources of a project as found in a model.
struct ProjectResources {
  private(set) var capacity: [Int] = []
  private(set) var demands: ProjectDemands

  /// Capacities beyond this are refused, so that sums stay within 64 bits.
  private static let largest = 1 << 60

  /// Reads `Usage`s of constant capacity and constant demands, and `NoOverlap`s of tasks that take time as resources of one unit.
  ///
  /// Demands of an interval that is listed twice add up. A resource on which all tasks fit beside each other is left out. Nil where
  /// a resource is another, where a task needs more than there is, or where the model has no `Usage` at all.
  /// Complexity: linear in the members.
  init?(_ data: ModelData, duration: [Int32]) {
    var rows = [[(resource: Int32, amount: Int)]](repeating: [], count: duration.count)
    var hasUsage = false
    for constraint in data.constraints {
      let members: [Int32]
      var amounts: [Int]
      let limit: Int
      switch constraint {
      case .usage(let usage):
        guard usage.capacity.times.isEmpty, usage.capacity.base >= 0 else { return nil }
        hasUsage = true
        members = usage.intervals
        amounts = []
        for demand in usage.demands {
          guard case .constant(let amount) = demand, amount >= 0, amount <= Self.largest else { return nil }
          amounts.append(amount)
        }
        limit = usage.capacity.base
      case .noOverlap(let noOverlap):
        guard noOverlap.setup == nil else { return nil }
        members = noOverlap.intervals
        amounts = [Int](repeating: 1, count: members.count)
        limit = 1
        // One of length 0 may not lie inside another, which no amount says.
        guard members.allSatisfy({ duration.indices.contains(Int($0)) && duration[Int($0)] > 0 }) else { return nil }
      default: continue
      }
      guard Self.add(members, amounts, limit, number: Int32(capacity.count), duration, &rows) else { return nil }
      let (total, overflow) = Self.sum(amounts)
      if overflow || total > Self.largest { return nil }
      if total <= limit {
        for task in members where rows[Int(task)].last?.resource == Int32(capacity.count) {
          rows[Int(task)].removeLast()
        }
      } else {
        capacity.append(limit)
      }
    }
    guard hasUsage else { return nil }
    var start: [Int32] = [0]
    for row in rows { start.append(start[start.count - 1] + Int32(row.count)) }
    demands = ProjectDemands(
      start: start, resource: rows.flatMap { $0.map(\.resource) }, amount: rows.flatMap { $0.map(\.amount) })
  }

  /// Adds what tasks need of a resource. Returns false where one needs more than there is.
  private static func add(
    _ members: [Int32], _ amounts: [Int], _ limit: Int, number: Int32, _ duration: [Int32],
    _ rows: inout [[(resource: Int32, amount: Int)]]
  ) -> Bool {
    for (task, amount) in zip(members.lazy.map(Int.init), amounts) {
      guard duration.indices.contains(task) else { return false }
      if amount == 0 || duration[task] == 0 { continue }
      if let last = rows[task].last, last.resource == number {
        rows[task][rows[task].count - 1].amount += amount
      } else {
        rows[task].append((number, amount))
      }
      guard let last = rows[task].last, last.amount <= limit else { return false }
    }
    return true
  }

  private static func sum(_ amounts: [Int]) -> (Int, Bool) {
    var total = 0
    for amount in amounts {
      let (next, overflow) = total.addingReportingOverflow(amount)
      if overflow { return (0, true) }
      total = next
    }
    return (total, false)
  }
}
