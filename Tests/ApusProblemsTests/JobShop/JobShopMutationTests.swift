import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

/// Right schedules with one number changed: the check must say what the definition says, tried out in the most simple way.
@Suite struct JobShopMutationTests {
  @Test(arguments: 0..<40)
  func verdictFlipsExactlyWhenTheDefinitionSays(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let shop = try Self.shop(&random)
    let right = Self.schedule(shop, &random)
    var comparison = VerdictComparison(
      shop.standardText, right, makespan: shop.makespan(of:), violations: shop.violations(of:),
      isRight: { Self.isRight($0, shop) })
    for index in right.tasks.indices {
      comparison.compareChanges(of: index, &random)
      for machine in -1...shop.machineCount {
        var elsewhere = right
        elsewhere.tasks[index].machine = machine
        comparison.compare(elsewhere)
      }
    }
    comparison.expectBothVerdicts()
  }

  private static func shop(_ random: inout SplitMix64) throws -> JobShop {
    let machines = Int.random(in: 1...3, using: &random)
    let jobs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (machine: Int.random(in: 0..<machines, using: &random), duration: Int.random(in: 0...4, using: &random))
      }
    }
    return try JobShop(name: "random", machineCount: machines, jobs: jobs)
  }

  /// Operations in a random order that respects the jobs, each as early as possible behind those before it, or one later.
  private static func schedule(_ shop: JobShop, _ random: inout SplitMix64) -> SolutionFile {
    var order = shop.jobs.flatMap { job in job.operations.map { _ in job.id } }
    order.shuffle(using: &random)
    var next = Array(repeating: 0, count: shop.jobs.count)
    var jobFree = Array(repeating: 0, count: shop.jobs.count)
    var machineFree = Array(repeating: 0, count: shop.machineCount)
    var tasks: [ScheduledTask] = []
    for job in order {
      let operation = shop.jobs[job].operations[next[job]]
      let start = max(jobFree[job], machineFree[operation.machine]) + Int.random(in: 0...1, using: &random)
      let end = start + operation.duration
      tasks.append(ScheduledTask(job: job, operation: next[job], machine: operation.machine, start: start, end: end))
      (next[job], jobFree[job], machineFree[operation.machine]) = (next[job] + 1, end, end)
    }
    return SolutionFile(status: .feasible, objective: tasks.map(\.end).max(), tasks: tasks)
  }

  /// The definition, word by word, in quadratic time.
  private static func isRight(_ solution: SolutionFile, _ shop: JobShop) -> Bool {
    let tasks = solution.tasks
    for operation in shop.operations {
      let found = tasks.filter { $0.job == operation.id.job && $0.operation == operation.id.index }
      guard found.count == 1, found[0].machine == operation.machine, found[0].start >= 0,
        found[0].end == found[0].start + operation.duration
      else { return false }
    }
    guard tasks.count == shop.operationCount, solution.objective == tasks.map(\.end).max() else { return false }
    for a in tasks {
      for b in tasks where a != b {
        if a.job == b.job, let first = a.operation, let second = b.operation, first < second, b.start < a.end {
          return false
        }
        guard a.machine == b.machine else { continue }
        if (a.start..<a.end).contains(where: { (b.start..<b.end).contains($0) }) { return false }
        if b.start == b.end, a.start < b.start, b.start < a.end { return false }
      }
    }
    return true
  }
}
