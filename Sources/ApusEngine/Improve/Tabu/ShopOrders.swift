import ApusModel
import ApusStructure

/// Solutions of a model that is a shop as orders of the nodes of its disjunctive graph, and back.
struct ShopOrders {
  private let shop: Shop
  /// The values of the model's integers and Booleans, which a shop says nothing about.
  private let integers: [Int]
  /// The job and operation of every node; dummies have the first.
  private let place: [(job: Int, operation: Int)]

  init(_ shop: Shop, integers: [Int], nodeCount: Int) {
    self.shop = shop
    self.integers = integers
    var place = [(job: Int, operation: Int)](repeating: (0, 0), count: nodeCount)
    for job in 0..<shop.jobCount {
      for operation in shop.operations(ofJob: job) {
        place[DisjunctiveGraph.node(of: operation, ofJob: job)] = (job, operation)
      }
    }
    self.place = place
  }

  /// The nodes by start. Where several operations start at one time, those of no length go first.
  func order(of solution: Solution) -> [Int32] {
    var keys: [(start: Int, end: Int, node: Int32)] = []
    for job in 0..<shop.jobCount {
      for operation in shop.operations(ofJob: job) {
        guard let span = solution.intervals[Int(shop.interval[operation])] else { continue }
        keys.append((span.start, span.end, Int32(DisjunctiveGraph.node(of: operation, ofJob: job))))
      }
    }
    return keys.sorted { ($0.start, $0.end, $0.node) < ($1.start, $1.end, $1.node) }.map(\.node)
  }

  /// The schedule of an order with every operation as early as possible.
  func solution(of order: [Int32]) -> Solution {
    var jobTime = [Int](repeating: Int.min, count: shop.jobCount)
    var machineTime = [Int](repeating: Int.min, count: shop.machineCount)
    var starts = [Int32](repeating: 0, count: shop.operationCount)
    for node in order {
      let (job, operation) = place[Int(node)]
      let machine = Int(shop.machine[operation])
      let start = max(Int(shop.release[operation]), jobTime[job], machineTime[machine])
      let end = start + Int(shop.duration[operation])
      jobTime[job] = end
      machineTime[machine] = end
      starts[operation] = Int32(start)
    }
    return ShopSchedule(shop, start: starts).solution(of: shop, integers: integers)
  }
}
