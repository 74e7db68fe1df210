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
    #expect(project.violations(of: right) == [])
    #expect(RandomProject.isRight(right, project))

    var flips = 0
    var total = 0
    func compare(_ changed: SolutionFile, fixingObjective: Bool = true) {
      var solution = changed
      if fixingObjective { solution.objective = project.makespan(of: solution.tasks) }
      let isRight = RandomProject.isRight(solution, project)
      #expect(project.violations(of: solution).isEmpty == isRight, "\(project) \(solution.text)")
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
        // A second move on top reaches more overloads, of three tasks too.
        let other = random.pick(tasks.indices)
        moved.tasks[other].start -= step
        moved.tasks[other].end -= step
        compare(moved)
        var longer = right
        longer.tasks[index].end += step
        compare(longer)
      }
      for mode in -1...2 {
        var other = right
        other.tasks[index].mode = mode
        compare(other)
        if project.tasks[index].modes.indices.contains(mode) {
          other.tasks[index].end = other.tasks[index].start + project.tasks[index].modes[mode].duration
          compare(other)
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
