import ApusModel
import ApusStructure

/// Solutions of a model that is a flexible shop as orders and modes of the nodes of its graph, and back. Node *n* + 1 is operation *n*.
struct FlexibleOrders {
  private let shop: FlexibleShop
  private let data: ModelData

  init(_ shop: FlexibleShop, in data: ModelData) {
    self.shop = shop
    self.data = data
  }

  /// The nodes by start, and by node its mode. No operation takes no time, so what waits for another starts after it.
  func order(of solution: Solution) -> (order: [Int32], modes: [Int32]) {
    let schedule = FlexibleSchedule(shop, in: solution)
    let order = (0..<Int32(shop.operationCount)).sorted {
      (schedule.start[Int($0)], $0) < (schedule.start[Int($1)], $1)
    }
    return (order.map { $0 + 1 }, [0] + schedule.mode)
  }

  /// The schedule of an order with every operation as early as possible.
  func solution(order: [Int32], modes: [Int32]) -> Solution {
    var free = [Int32](repeating: 0, count: shop.machineCount)
    var start = shop.release
    var end = start
    for node in order {
      let operation = Int(node) - 1
      let mode = Int(modes[Int(node)])
      let machine = Int(shop.modes.machine[mode])
      var time = max(start[operation], free[machine])
      for place in shop.predecessors.places(of: operation) {
        time = max(time, end[Int(shop.predecessors.operation[place])])
      }
      start[operation] = time
      end[operation] = time + shop.modes.duration[mode]
      free[machine] = end[operation]
    }
    return FlexibleSchedule(shop, mode: Array(modes.dropFirst()), start: start).solution(of: shop, in: data)
  }
}
