import ApusModel
import ApusStructure
import ApusTestSupport
import Foundation
import Testing

@testable import ApusProblems

@Suite struct FlexibleBoundTests {
  /// The value of the linear program, as the structure in the model has it.
  private func balancedLoad(of shop: FlexibleJobShop) throws -> Int {
    try #require(FlexibleShop(recognizing: shop.model().data)).balancedLoad
  }

  /// By hand: machine 0 alone has 4, machines 0 and 1 together 4 + 6 + 6, all three 4 + 6 + 6 + 2.
  @Test func boundsByHand() throws {
    let shop = try FlexibleExamples.read("3 3\n2 1 1 4 2 1 6 2 6\n1 2 1 6 2 6\n1 3 1 2 2 2 3 2\n")
    #expect(shop.simpleBounds.map(\.value) == [10, 4, 6])
    #expect(try balancedLoad(of: shop) == 8)
    #expect(shop.earliestStarts == [0, 4, 0, 0] && shop.jobLengths == [10, 6, 2])
  }

  /// Where durations differ by machine, splitting pays: the program's value is 12/5 for two such operations.
  @Test func unlikeMachines() throws {
    let shop = try FlexibleExamples.read("2 2\n1 2 1 20 2 30\n1 2 1 20 2 30\n")
    // Machine 1 does 1.2 of the operations, machine 2 0.8 of them.
    #expect(try balancedLoad(of: shop) == 24 && shop.meanLoad == 20)
  }

  /// No assignment of whole operations has a busiest machine with less, and the bounds that it is made of are not above it.
  @Test(arguments: 0..<200) func noAssignmentIsBetter(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let shop = try RandomFlexible.shop(.init(operations: 1...6, machines: 1...4, longest: 9), &random)
    guard shop.operations.contains(where: \.hasChoice) else { return }
    var loads = [Int](repeating: 0, count: shop.machineCount)
    var least = Int.max
    let operations = shop.operations
    func assign(_ position: Int) {
      guard position < operations.count else {
        least = min(least, loads.max() ?? 0)
        return
      }
      for mode in operations[position].modes {
        loads[mode.machine] += mode.duration
        assign(position + 1)
        loads[mode.machine] -= mode.duration
      }
    }
    assign(0)
    let bound = try balancedLoad(of: shop)
    #expect(bound <= least, "\(shop)")
    // Searched for in floating point, so one less at worst.
    #expect(bound >= max(shop.meanLoad, shop.forcedLoads.max() ?? 0) - 1, "\(shop)")
  }

  /// The values of the linear program, rounded up, by another solver.
  @Test(arguments: [
    ("mk01", 36), ("mk02", 26), ("mk03", 204), ("dpp02a", 2228), ("la40_edata", 880), ("la40_vdata", 765),
  ])
  func valuesOfTheLinearProgram(name: String, value: Int) throws {
    guard let file = PublishedData.file("flexible-jobshop", "\(name).txt") else { return }
    #expect(try balancedLoad(of: FlexibleJobShop(contentsOf: file)) == value)
  }
}
