import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

/// Right schedules with one number changed: the check must say what the definition says, tried out tick by tick.
@Suite struct ProjectMutationTests {
  @Test(arguments: 0..<60)
  func verdictFlipsExactlyWhenTheDefinitionSays(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var shape = RandomProject.Shape(tasks: 2...3, modes: 1...2, nonrenewables: 0...1, reservoirs: 0...1)
    shape.hasLags = seed % 2 == 1
    var found: (project: ProjectScheduling, tasks: [ScheduledTask])?
    while found == nil {
      let project = try RandomProject.project(shape, &random)
      // One of all its schedules, each with the same chance.
      var count = 0
      RandomProject.forEachSchedule(project, until: min(8, project.horizon)) { tasks in
        count += 1
        if random.draw(1...count) == 1 { found = (project, tasks) }
      }
    }
    guard let (project, tasks) = found else { return }
    let right = SolutionFile(status: .feasible, objective: project.makespan(of: tasks), tasks: tasks)
    var comparison = VerdictComparison(
      "\(project)", right, makespan: project.makespan(of:), violations: project.violations(of:),
      isRight: { RandomProject.isRight($0, project) })
    for index in tasks.indices {
      comparison.compareChanges(of: index, &random)
      for mode in -1...2 {
        var other = right
        other.tasks[index].mode = mode
        comparison.compare(other)
        if project.tasks[index].modes.indices.contains(mode) {
          other.tasks[index].end = other.tasks[index].start + project.tasks[index].modes[mode].duration
          comparison.compare(other)
        }
      }
    }
    comparison.expectBothVerdicts()
  }
}
