import Foundation
import Testing

@testable import ApusProblems

@Suite struct FlexibleJobShopTests {
  typealias Mode = FlexibleJobShop.Mode

  private func message(_ machines: Int, _ jobs: [[[Mode]]]) -> String? {
    #expect(throws: InputError.self) { try FlexibleJobShop(name: "f", machineCount: machines, jobs: jobs) }?
      .description
  }

  private func message(_ operations: [[Mode]], _ precedences: [(before: Int, after: Int)]) -> String? {
    #expect(throws: InputError.self) {
      try FlexibleJobShop(name: "f", machineCount: 1, operations: operations, precedences: precedences)
    }?.description
  }

  @Test func everyLimitIsNamed() {
    let mode = Mode(machine: 0, duration: 1)
    #expect(message(0, [[[mode]]]) == "f: 0 machines, expected 1 to 1000000")
    #expect(message(.max, [[[mode]]]) == "f: 9223372036854775807 machines, expected 1 to 1000000")
    #expect(message(1, []) == "f: no jobs, expected at least one")
    #expect(message(1, [[[mode]], []]) == "f: job 1 has no operations, expected at least one")
    #expect(
      message(1, [[[mode], []]]) == "f: job 0, operation 1 has no machine that can do it, expected at least one")
    #expect(
      message(1, [[[mode]], [[Mode(machine: 1, duration: 1)]]])
        == "f: job 1, operation 0 is on machine 1, expected 0 to 0")
    #expect(
      message(1, [[[Mode(machine: 0, duration: -1)]]])
        == "f: job 0, operation 0 has the duration -1, expected 0 or more")
    #expect(
      message(1, [[[mode], [Mode(machine: 0, duration: .max)]]])
        == "f: job 0, operation 1 brings the sum of all longest durations above 1000000000, the longest that is supported"
    )
    #expect(
      message(1, [[[mode, mode]]])
        == "f: job 0, operation 0 lists machine 0 (counted from 0) twice, expected it once")
    #expect(message([], []) == "f: no operations, expected at least one")
    #expect(message([[mode]], [(0, 1)]) == "f: a precedence speaks of operation 1, expected 0 to 0")
    #expect(
      message([[mode], [mode]], [(0, 1), (1, 0)])
        == "f: operations wait for each other in a circle: operation 0 -> operation 1 -> operation 0")
  }

  @Test func jsonKeepsAll() throws {
    for text in FlexibleExamples.all.map(\.text) {
      let shop = try FlexibleExamples.read(text)
      #expect(try JSONDecoder().decode(FlexibleJobShop.self, from: JSONEncoder().encode(shop)) == shop)
    }
    for text in [
      #"{"name":"f","machineCount":1,"operations":[[[0]]],"precedences":[]}"#,
      #"{"name":"f","machineCount":1,"operations":[[[1,1]]],"precedences":[]}"#,
      #"{"name":"f","machineCount":1,"operations":[[[0,1]]],"precedences":[[0,0]]}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(FlexibleJobShop.self, from: Data(text.utf8))
      }
    }
  }

  @Test func sizesAndNames() throws {
    let shop = try #require(FlexibleJobShop.named("mk01"))
    #expect(shop.sizes.map(\.count) == [10, 6, 55, 115])
    #expect(shop.hasChainsOnly && shop.provenOptimum == 40 && FlexibleJobShop.named("mk99") == nil)
    #expect(FlexibleJobShop.named("kacem1")?.operationCount == 12)
  }
}
