import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

/// Right schedules with one number changed: the check must say what the definition says, tried out tick by tick.
@Suite struct SingleMachineCheckTests {
  private func instance(_ random: inout SplitMix64) throws -> SingleMachine {
    let count = random.draw(2...3)
    let jobs = (0..<count).map { _ in
      SingleMachine.Job(
        processing: random.draw(1...3), due: random.draw(0...8), weight: random.draw(0...3),
        earlinessWeight: random.chance(30) ? random.draw(0...3) : 0, release: random.chance(30) ? random.draw(0...4) : 0
      )
    }
    let setups = SingleMachine.Setups(
      initial: (0..<count).map { _ in random.draw(0...2) }, times: (0..<count * count).map { _ in random.draw(0...2) })
    return try SingleMachine(name: "m", jobs: jobs, setups: random.chance(50) ? setups : nil)
  }

  private static func isRight(_ file: SolutionFile, _ instance: SingleMachine) -> Bool {
    let tasks = file.tasks
    guard tasks.compactMap(\.task).sorted() == Array(instance.jobs.indices) else { return false }
    let order = tasks.sorted { $0.start < $1.start }
    var cost = 0
    var previous: ScheduledTask?
    for task in order {
      let job = instance.jobs[task.task ?? 0]
      let setup = instance.setups?.time(from: previous?.task, to: job.id) ?? 0
      guard task.start >= job.release, task.end == task.start + job.processing else { return false }
      guard task.start >= (previous?.end ?? 0) + setup else { return false }
      cost += job.cost(endingAt: task.end)
      previous = task
    }
    return file.objective == cost
  }

  @Test(arguments: 0..<80)
  func verdictFlipsExactlyWhenTheDefinitionSays(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let instance = try instance(&random)
    var time = 0
    var previous: Int?
    var tasks: [ScheduledTask] = []
    for job in instance.jobs.shuffled(using: &random) {
      let ready = time + (instance.setups?.time(from: previous, to: job.id) ?? 0)
      let start = max(job.release, ready) + (random.chance(30) ? 1 : 0)
      time = start + job.processing
      tasks.append(ScheduledTask(task: job.id, start: start, end: time))
      previous = job.id
    }
    let right = SolutionFile(status: .feasible, objective: instance.cost(of: tasks), tasks: tasks)
    var comparison = VerdictComparison(
      "\(instance)", right, makespan: instance.cost(of:), violations: instance.violations(of:),
      isRight: { Self.isRight($0, instance) })
    for index in tasks.indices { comparison.compareChanges(of: index, &random) }
    comparison.expectBothVerdicts()
    // What the check passes, the model knows as a solution, and gives back.
    let solution = try instance.solution(of: right)
    #expect(instance.tasks(of: solution) == tasks.sorted { ($0.task ?? 0) < ($1.task ?? 0) })
    let objective = try #require(instance.model().data.objective)
    #expect(solution.value(of: objective.expression) == right.objective)
  }

  @Test func hugeClaimsDoNotOverflow() throws {
    let instance = try SingleMachine(name: "m", jobs: [.init(processing: 1, due: 0, weight: 1_000_000_000)])
    let file = SolutionFile(
      status: .optimal, objective: 3, bound: 9, tasks: [ScheduledTask(task: 0, start: .min, end: .max)])
    #expect(!instance.violations(of: file).isEmpty)
  }

  @Test func boundsAreBelowEveryOrder() throws {
    for seed in 0..<200 {
      var random = SplitMix64(seed: seed)
      let jobs = RandomJobs(random.draw(1...7), isWeighted: seed % 2 == 0, hasReleases: seed % 3 == 0, &random)
      let instance = try SingleMachine(
        name: "m",
        jobs: jobs.duration.indices.map {
          .init(
            processing: Int(jobs.duration[$0]), due: Int(jobs.due[$0]), weight: Int(jobs.weight[$0]),
            release: Int(jobs.release[$0]))
        })
      let least = jobs.leastTardiness
      for bound in instance.simpleBounds { #expect(bound.value <= least, "\(bound)") }
    }
  }
}
