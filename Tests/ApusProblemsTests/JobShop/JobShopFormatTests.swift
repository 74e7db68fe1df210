import ApusModel
import Testing

@testable import ApusProblems

@Suite struct JobShopFormatTests {
  static let text = "2 3\n0 4 1 2 2 5\n2 3 0 1 1 6\n"

  private func shop(_ text: String, _ format: JobShop.Format? = nil) throws -> JobShop {
    try JobShop(bytes: Array(text.utf8), name: "s", format: format)
  }

  private var expected: JobShop {
    get throws {
      try JobShop(name: "s", machineCount: 3, jobs: [[(0, 4), (1, 2), (2, 5)], [(2, 3), (0, 1), (1, 6)]])
    }
  }

  @Test(arguments: [
    text, "\u{FEFF}# c\r\n2\t3\r\n 0 4 1 2 2 5\r\n\r\n2 3 0 1 1 6", "2 3 0 4 1 2 2 5 2 3 0 1 1 6",
    "2\n3\n0 4\n1 2\n2 5\n2 3\n0 1\n1 6", "2 3\n0 4 1\n2 2 5 2 3 0 1 1 6\n",
    "2 3\n0 4 1 2 2 5 -1 -1\n2 3 0 1 1 6 -1 -1\n",
    "2 3\n0 4 1\n2 2 5\n2 3 0\n1 1 6\n",
  ])
  func standardIsReadHoweverItIsWrapped(text: String) throws {
    #expect(try shop(text) == expected)
    #expect(try shop(text, .standard) == expected)
  }

  @Test(arguments: [
    "Nb of jobs, Nb of Machines, Time seed, Machine seed, Upper bound, Lower bound\n 2 3 1 2 99 98\nTimes\n"
      + " 4 2 5\n3 1 6\nMachines\n1 2 3\n3 1 2\n",
    "Nb of jobs, Nb of Machines\n2 3\nTimes\n4 2 5 3\n1 6\nMachines\n1 2 3 3 1 2",
    "2 3\ntimes\n4 2 5\n3 1 6\nMACHINES\n1 2 3\n3 1 2",
    "2 3 840612802 398197754 1231 1005\n4 2 5\n3 1 6\n1 2 3\n3 1 2", "2 3\n4 2 5\n3 1 6\n1 2 3\n3 1 2",
  ])
  func taillardIsReadWithAndWithoutHeadings(text: String) throws {
    #expect(try shop(text) == expected)
    #expect(try shop(text, .taillard) == expected)
  }

  @Test func reentrantJobsAreReadByLine() throws {
    let expected = try JobShop(name: "s", machineCount: 2, jobs: [[(0, 4), (1, 2), (0, 5)], [(1, 0)]])
    #expect(try shop("2 2\n0 4 1 2 0 5\n1 0\n") == expected)
    #expect(try shop("2 2\n0 4 1 2 0 5 -1 -1\n1 0 -1 -1") == expected)
    #expect(expected.standardText == "2 2\n0 4 1 2 0 5 -1 -1\n1 0 -1 -1\n")
  }

  @Test func oneOfSeveralInstancesIsChosen() throws {
    let one = try expected.taillardText()
    let two = one + one.replacing("Times\n4", with: "Times\n7")
    let error = #expect(throws: InputError.self) { try shop(two) }
    #expect(error?.description == "s: the file holds 2 instances, #1 to #2, expected one of them to be chosen")
    let second = try JobShop(bytes: Array(two.utf8), name: "s", number: 2)
    #expect(second.name == "s#2")
    #expect(second.jobs[0].operations[0].duration == 7)
    for number in [0, 3] {
      let error = #expect(throws: InputError.self) { try JobShop(bytes: Array(two.utf8), name: "s", number: number) }
      #expect(error?.message == "there is no instance #\(number), the file holds 2 instances, #1 to #2")
    }
    #expect(try JobShop(bytes: Array(one.utf8), name: "s", number: 1) == expected)
  }

  @Test func writersRoundTrip() throws {
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed))
      let machines = Int.random(in: 1...6, using: &random)
      let isRectangular = Bool.random(using: &random)
      let jobs = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<(isRectangular ? machines : Int.random(in: 1...9, using: &random))).map { _ in
          (machine: Int.random(in: 0..<machines, using: &random), duration: Int.random(in: 0...120, using: &random))
        }
      }
      let shop = try JobShop(name: "s", machineCount: machines, jobs: jobs)
      #expect(try self.shop(shop.text(in: .standard), .standard) == shop)
      if shop.isRectangular {
        #expect(try self.shop(shop.text(in: .taillard)) == shop)
      } else {
        #expect(throws: InputError.self) { try shop.text(in: .taillard) }
      }
    }
  }
}
