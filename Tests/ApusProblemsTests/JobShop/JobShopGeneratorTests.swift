import Testing

@testable import ApusProblems

@Suite struct JobShopGeneratorTests {
  @Test func oneSeedGivesOneInstance() throws {
    let shop = try JobShop.random(jobs: 7, machines: 5, seed: 3)
    #expect(shop.name == "jobshop-7x5-s3")
    #expect(try JobShop.random(jobs: 7, machines: 5, seed: 3) == shop)
    #expect(try JobShop.random(jobs: 7, machines: 5, seed: 4).jobs != shop.jobs)
    #expect(shop.jobs.allSatisfy { $0.operations.map(\.machine).sorted() == Array(0..<5) })
    #expect(shop.operations.allSatisfy { 1...99 ~= $0.duration })
  }

  /// Published with this generator: it must not change, or results on generated instances could not be repeated.
  /// The text was computed outside of Swift.
  @Test func generatedInstancesStayTheSame() throws {
    #expect(
      try JobShop.random(jobs: 3, machines: 3, seed: 1).standardText
        == "3 3\n2 56 1 64 0 46\n2 79 0 1 1 17\n2 65 0 53 1 82\n")
  }

  @Test func durationsAreChosen() throws {
    let shop = try JobShop.random(jobs: 20, machines: 5, seed: .max, durations: 0...2)
    #expect(Set(shop.operations.map(\.duration)) == [0, 1, 2])
  }

  @Test(arguments: [
    (0, 5, 1), (5, 0, 1), (-1, 5, 1), (Int.max, Int.max, 1), (5, 5, 0), (5, 5, 2_147_483_647), (5, 5, .min),
  ])
  func senselessParametersAreRefused(jobs: Int, machines: Int, seed: Int) {
    #expect(throws: InputError.self) {
      try JobShop.taillard(jobs: jobs, machines: machines, timeSeed: seed, machineSeed: 1, name: "x")
    }
    #expect(throws: InputError.self) {
      try JobShop.taillard(jobs: jobs, machines: machines, timeSeed: 1, machineSeed: seed, name: "x")
    }
  }

  @Test func tooLongDurationsAreRefused() {
    #expect(throws: InputError.self) { try JobShop.random(jobs: 2, machines: 2, seed: 1, durations: -1...1) }
    #expect(throws: InputError.self) { try JobShop.random(jobs: 2, machines: 2, seed: 1, durations: 1...Int.max) }
    #expect(throws: InputError.self) {
      try JobShop.random(jobs: 9, machines: 9, seed: 1, durations: 999_999_999...1_000_000_000)
    }
  }
}
