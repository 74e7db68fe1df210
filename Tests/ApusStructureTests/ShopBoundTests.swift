import ApusModel
import ApusStructure
import Testing

@Suite("Bounds of a job shop")
struct ShopBoundTests {
  /// Jackson's preemptive schedule tick by tick, the long way.
  func preemptive(_ operations: [(head: Int, work: Int, tail: Int)]) -> Int {
    var rest = operations
    var bound = operations.filter { $0.work == 0 }.map { $0.head + $0.tail }.max() ?? 0
    var time = 0
    while rest.contains(where: { $0.work > 0 }) {
      let ready = rest.indices.filter { rest[$0].work > 0 && rest[$0].head <= time }
      if let next = ready.max(by: { rest[$0].tail < rest[$1].tail }) {
        rest[next].work -= 1
        if rest[next].work == 0 { bound = max(bound, time + 1 + rest[next].tail) }
      }
      time += 1
    }
    return bound
  }

  @Test("The bound is the longest job or the best preemptive machine", arguments: 0..<200)
  func againstTicks(seed: Int) {
    let shop = RandomShop(seed: UInt64(seed)).shop
    let (heads, tails) = (shop.heads, shop.tails)
    var expected = 0
    for operation in 0..<shop.operationCount {
      expected = max(expected, heads[operation] + Int(shop.duration[operation]) + tails[operation])
    }
    for machine in 0..<shop.machineCount {
      let members = (0..<shop.operationCount).filter { shop.machine[$0] == machine }
      expected = max(expected, preemptive(members.map { (heads[$0], Int(shop.duration[$0]), tails[$0]) }))
    }
    #expect(shop.trivialMakespanBound == expected)
  }

  @Test("Times before 0 are times")
  func negativeReleases() {
    let shop = Shop(
      jobs: [[.init(machine: 0, duration: 3, release: -9)], [.init(machine: 0, duration: 2, release: -9)]],
      machineCount: 1)
    #expect(shop.trivialBound == -4)
  }
}
