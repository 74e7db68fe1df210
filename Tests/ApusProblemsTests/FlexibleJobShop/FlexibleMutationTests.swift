import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

/// Right schedules with one number changed: the check must say what the definition says, tried out in the most simple way.
@Suite struct FlexibleMutationTests {
  @Test(arguments: 0..<60)
  func verdictFlipsExactlyWhenTheDefinitionSays(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let shape = RandomFlexible.Shape(operations: 2...4, machines: 2...3, isGraph: seed % 2 == 1)
    let shop = try RandomFlexible.shop(shape, &random)
    // One of its schedules, each with the same chance.
    var tasks: [ScheduledTask] = []
    var count = 0
    RandomFlexible.forEachSchedule(shop, until: min(6, shop.horizon)) {
      count += 1
      if random.draw(1...count) == 1 { tasks = $0 }
    }
    guard count > 0 else { return }
    let right = SolutionFile(status: .feasible, objective: shop.makespan(of: tasks), tasks: tasks)
    var comparison = VerdictComparison(
      "\(shop)", right, makespan: shop.makespan(of:), violations: shop.violations(of:),
      isRight: { RandomFlexible.isRight($0, shop) })
    for index in tasks.indices {
      comparison.compareChanges(of: index, &random)
      let id = FlexibleJobShop.OperationID(job: tasks[index].job ?? 0, index: tasks[index].operation ?? 0)
      for machine in -1...shop.machineCount {
        var elsewhere = right
        elsewhere.tasks[index].machine = machine
        comparison.compare(elsewhere)
        if let mode = shop[id].modes.first(where: { $0.machine == machine }) {
          elsewhere.tasks[index].end = elsewhere.tasks[index].start + mode.duration
          comparison.compare(elsewhere)
        }
      }
    }
    comparison.expectBothVerdicts()
  }
}
