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
    #expect(shop.violations(of: right) == [])
    #expect(RandomFlexible.isRight(right, shop))

    var flips = 0
    var total = 0
    func compare(_ changed: SolutionFile, fixingObjective: Bool = true) {
      var solution = changed
      if fixingObjective { solution.objective = shop.makespan(of: solution.tasks) }
      let isRight = RandomFlexible.isRight(solution, shop)
      #expect(shop.violations(of: solution).isEmpty == isRight, "\(shop) \(solution.text)")
      flips += isRight ? 0 : 1
      total += 1
    }
    for index in tasks.indices {
      for step in -4...4 where step != 0 {
        var moved = right
        moved.tasks[index].start += step
        moved.tasks[index].end += step
        compare(moved, fixingObjective: false)
        compare(moved)
        // A second move on top reaches more overlaps, of three tasks too.
        let other = random.pick(tasks.indices)
        moved.tasks[other].start -= step
        moved.tasks[other].end -= step
        compare(moved)
        var longer = right
        longer.tasks[index].end += step
        compare(longer)
      }
      let id = FlexibleJobShop.OperationID(job: tasks[index].job ?? 0, index: tasks[index].operation ?? 0)
      for machine in -1...shop.machineCount {
        var elsewhere = right
        elsewhere.tasks[index].machine = machine
        compare(elsewhere)
        if let mode = shop[id].modes.first(where: { $0.machine == machine }) {
          elsewhere.tasks[index].end = elsewhere.tasks[index].start + mode.duration
          compare(elsewhere)
        }
      }
      var fewer = right
      fewer.tasks.remove(at: index)
      compare(fewer)
      var swapped = right
      swapped.tasks.swapAt(index, 0)
      compare(swapped)
    }
    #expect(flips > 0 && flips < total)
  }
}
