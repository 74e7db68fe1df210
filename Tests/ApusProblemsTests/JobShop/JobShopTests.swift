import Foundation
import Testing

@testable import ApusProblems

@Suite struct JobShopTests {
  @Test func operationsAreNumberedInJobOrder() throws {
    let shop = try JobShop(name: "s", machineCount: 3, jobs: [[(0, 4), (2, 0)], [(2, 3), (0, 1), (2, 6)]])
    #expect(shop.operationCount == 5)
    #expect(shop.machines == 0..<3)
    #expect(shop.jobs.map(\.id) == [0, 1])
    #expect(shop.operations.map(\.id) == shop.operations.map(\.id).sorted())
    #expect(shop.operations.map(\.duration) == [4, 0, 3, 1, 6])
    #expect(shop[.init(job: 1, index: 2)].machine == 2)
    #expect(!shop.isRectangular)
  }

  @Test func everyLimitIsNamed() {
    func message(_ machineCount: Int, _ jobs: [[(machine: Int, duration: Int)]]) -> String? {
      #expect(throws: InputError.self) { try JobShop(name: "s", machineCount: machineCount, jobs: jobs) }?.description
    }
    #expect(message(2, [[(0, 1)], [(0, 1), (2, 1)]]) == "s: job 1, operation 1 is on machine 2, expected 0 to 1")
    #expect(message(2, [[(-1, 1)]]) == "s: job 0, operation 0 is on machine -1, expected 0 to 1")
    #expect(message(2, [[(0, -1)]]) == "s: job 0, operation 0 has the duration -1, expected 0 or more")
    #expect(message(1, [[(0, 1_000_000_000)], [(0, 1)]])?.contains("job 1, operation 0 brings the sum") == true)
    #expect(message(1, [[(0, Int.max)]])?.contains("job 0, operation 0 brings the sum") == true)
    #expect(message(0, [[(0, 1)]]) == "s: 0 machines, expected 1 to 1000000")
    #expect(message(1, []) == "s: no jobs, expected at least one")
    #expect(message(1, [[(0, 1)], []]) == "s: job 1 has no operations, expected at least one")
    #expect(throws: Never.self) { try JobShop(name: "s", machineCount: 1, jobs: [[(0, 1_000_000_000), (0, 0)]]) }
  }

  @Test func jsonRoundTripsAndIsValidated() throws {
    let shop = try #require(JobShop.named("ft06"))
    #expect(try JSONDecoder().decode(JobShop.self, from: JSONEncoder().encode(shop)) == shop)
    let wrong = [#"[[[9,1]]]"#, #"[[[0,-1]]]"#, #"[[[0]]]"#, #"[[]]"#, #"[]"#]
    for jobs in wrong {
      let text = #"{"name":"x","machineCount":2,"jobs":\#(jobs)}"#
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(JobShop.self, from: Data(text.utf8)) }
    }
  }
}
