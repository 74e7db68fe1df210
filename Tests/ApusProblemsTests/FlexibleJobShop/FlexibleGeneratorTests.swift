import Testing

@testable import ApusProblems

@Suite struct FlexibleGeneratorTests {
  @Test func oneSeedGivesOneInstance() throws {
    let shop = try FlexibleJobShop.random(jobs: 20, operations: 30, machines: 10, seed: 3)
    #expect(shop.name == "flexible-20x30x10-s3" && shop.hasChainsOnly)
    #expect(try FlexibleJobShop.random(jobs: 20, operations: 30, machines: 10, seed: 3) == shop)
    #expect(try FlexibleJobShop.random(jobs: 20, operations: 30, machines: 10, seed: 4) != shop)
    #expect(shop.jobs.count == 20 && shop.jobs.allSatisfy { $0.operations.count == 30 } && shop.machineCount == 10)
    #expect(try FlexibleExamples.read(shop.text(in: .fjs)).jobs == shop.jobs)
  }

  /// All numbers of machines, all machines and all durations, about as often as they should.
  @Test func drawsAreUniform() throws {
    let shop = try FlexibleJobShop.random(jobs: 100, operations: 20, machines: 5, seed: 1)
    var counts = [Int](repeating: 0, count: 6)
    var machines = [Int](repeating: 0, count: 5)
    var durations: [Int] = []
    for operation in shop.operations {
      counts[operation.modes.count] += 1
      for mode in operation.modes {
        machines[mode.machine] += 1
        durations.append(mode.duration)
      }
    }
    #expect(counts[0] == 0 && counts[1...].allSatisfy { 330...470 ~= $0 }, "\(counts)")
    #expect(machines.allSatisfy { 1100...1300 ~= $0 }, "\(machines)")
    #expect(Set(durations) == Set(1...99))
    #expect(abs(Double(durations.reduce(0, +)) / Double(durations.count) - 50) < 1.5)
  }

  /// Published with this generator: it must not change, or results on generated instances could not be repeated.
  @Test func generatedInstancesStayTheSame() throws {
    let text = try FlexibleJobShop.random(jobs: 2, operations: 2, machines: 3, seed: 1).text(in: .fjs)
    #expect(text == "2 3 2.25\n2 2 2 44 3 11 2 1 91 2 7\n2 2 1 59 3 28 3 1 51 2 48 3 76\n")
  }

  @Test func senselessParametersAreRefused() {
    func refused(_ jobs: Int, _ operations: Int, _ machines: Int, _ alternatives: ClosedRange<Int>? = nil) -> String? {
      #expect(throws: InputError.self) {
        try FlexibleJobShop.random(
          jobs: jobs, operations: operations, machines: machines, alternatives: alternatives, seed: 0, name: "f")
      }?.description
    }
    #expect(refused(0, 1, 1) == "f: the number of jobs is 0, expected 1 to 10000000")
    #expect(refused(1, 0, 1) == "f: the number of operations of a job is 0, expected 1 to 10000000")
    #expect(refused(1, 1, 0) == "f: the number of machines is 0, expected 1 to 100000")
    #expect(refused(.max, 2, 2) != nil && refused(2, .max, 2) != nil && refused(2, 2, .max) != nil)
    #expect(refused(1, 1, 2, 1...3) == "f: the greatest number of machines for an operation is 3, expected 1 to 2")
    #expect(refused(1, 1, 2, 0...2) == "f: the least number of machines for an operation is 0, expected 1 to 2")
  }
}
