import Testing

@testable import ApusProblems

@Suite struct ProjectCheckTests {
  /// Two modes and a nonrenewable resource.
  private let project: ProjectScheduling

  init() throws { project = try ProjectExamples.project(.mm) }

  /// A right schedule of makespan 5: both tasks at once, the first in its slow mode.
  private let tasks = [
    ScheduledTask(task: 0, mode: 0, start: 0, end: 0), ScheduledTask(task: 1, mode: 1, start: 0, end: 5),
    ScheduledTask(task: 2, mode: 0, start: 0, end: 4), ScheduledTask(task: 3, mode: 0, start: 5, end: 5),
  ]

  private func violations(
    of project: ProjectScheduling? = nil, _ change: (inout SolutionFile) -> Void
  ) -> [FamilyViolation] {
    var changed = SolutionFile(family: "rcpsp", status: .feasible, objective: 5, tasks: tasks)
    change(&changed)
    return (project ?? self.project).violations(of: changed)
  }

  @Test func rightSolutionsPass() {
    #expect(violations { _ in } == [])
    #expect(violations { $0.tasks.reverse() } == [])
    #expect(violations { $0.bound = 4 } == [])
    #expect(violations { ($0.status, $0.bound) = (.optimal, 5) } == [])
    #expect(violations { $0.family = nil } == [])
  }

  @Test func tasksAreJudgedOneByOne() {
    #expect(violations { $0.tasks.remove(at: 2) } == [.init(.missing, "task 2 is not in the solution")])
    #expect(
      violations { $0.tasks.append($0.tasks[1]) }
        == [.init(.duplicate, "task 1 is in the solution more than once")])
    #expect(
      violations { $0.tasks.append(.init(task: 4, mode: 0, start: 0, end: 0)) }
        == [.init(.unknown, "task 4 is not in the instance")])
    #expect(
      violations { $0.tasks[0].task = nil }
        == [
          .init(.incomplete, "task 0 of the solution has no number 'task'"),
          .init(.missing, "task 0 is not in the solution"),
        ])
    #expect(
      violations { $0.tasks[1].mode = 2 } == [.init(.assignment, "task 1 is in mode 2, expected a mode from 0 to 1")])
    #expect(violations { $0.tasks[0].mode = nil } == [.init(.assignment, "task 0 is in no mode, expected mode 0")])
    #expect(
      violations { $0.tasks[2].start = -1 } == [.init(.start, amount: 1, "task 2 starts at -1, 1 before 0")])
    #expect(
      violations { $0.tasks[2].end = 3 }
        == [.init(.duration, amount: 1, "task 2 starts at 0 and ends at 3, expected 4: off by 1")])
  }

  @Test func lagsAreJudged() throws {
    #expect(
      violations { ($0.tasks[3].start, $0.tasks[3].end) = (4, 4) }
        == [.init(.precedence, amount: 1, "task 3 starts at 4, but task 1 ends at 5: 1 too early")])
    let max = try ProjectExamples.project(.max)
    let apart = [
      ScheduledTask(task: 0, mode: 0, start: 0, end: 0), ScheduledTask(task: 1, mode: 0, start: 0, end: 3),
      ScheduledTask(task: 2, mode: 0, start: 6, end: 10), ScheduledTask(task: 3, mode: 0, start: 10, end: 10),
    ]
    #expect(
      max.violations(ofSchedule: apart)
        == [
          .init(
            .precedence, amount: 1, "task 1 starts at 0, but task 2 starts at 6, with a lag of -5: 1 too early")
        ])
  }

  @Test func resourcesAreJudged() throws {
    // The fast mode needs all of the renewable resource.
    #expect(
      violations { ($0.tasks[1].mode, $0.tasks[1].end) = (0, 3) }
        == [
          .init(
            .capacity, amount: 1,
            "at 0, the tasks need 3 of renewable resource 0, expected at most 2: 1 too much")
        ])
    let poor = try ProjectScheduling(
      name: "p", tasks: project.tasks.map(\.modes), precedences: project.precedences, renewables: [2],
      nonrenewables: [3])
    #expect(
      violations(of: poor) { _ in }
        == [
          .init(
            .capacity, amount: 1,
            "the tasks use up 4 of nonrenewable resource 0, expected at most 3: 1 too much")
        ])
    // The reservoir has 3, task 1 takes 4, task 2 brings 2 when it ends.
    let stock = try ProjectExamples.project(.reservoir)
    func verdict(_ start: Int) -> [FamilyViolation] {
      stock.violations(ofSchedule: [
        ScheduledTask(task: 0, mode: 0, start: 0, end: 0),
        ScheduledTask(task: 1, mode: 0, start: start, end: start + 3),
        ScheduledTask(task: 2, mode: 0, start: 0, end: 4), ScheduledTask(task: 3, mode: 0, start: 9, end: 9),
      ])
    }
    #expect(verdict(4) == [])
    #expect(
      verdict(3).last == .init(.capacity, amount: 1, "at 3, reservoir 0 is at -1, expected 0 or more: 1 short"))
  }

  @Test func claimsMustAgree() throws {
    #expect(
      violations { $0.objective = 6 }
        == [.init(.objective, amount: 1, "the objective is 6, but the makespan is 5: off by 1")])
    #expect(violations { $0.objective = nil }.map(\.kind) == [.objective])
    #expect(violations { $0.bound = 7 } == [.init(.bound, amount: 2, "the bound 7 is above the objective 5 by 2")])
    #expect(violations { ($0.status, $0.bound) = (.optimal, 3) }.map(\.amount) == [2])
    #expect(violations { $0.family = "jobshop" }.map(\.kind) == [.family])
  }

  @Test func infeasibilityIsJudgedWhereItIsPlain() throws {
    func verdict(_ project: ProjectScheduling) -> [FamilyViolation] {
      project.violations(of: SolutionFile(status: .infeasible))
    }
    let always = "the status is infeasible, but a project of this kind always has a schedule"
    #expect(verdict(project) == [.init(.status, always)])
    let unclear = "the status is infeasible, which cannot be checked without search"
    let max = try ProjectExamples.project(.max)
    #expect(verdict(max) == [.init(.status, unclear)])
    let late = ProjectScheduling.Precedence(before: 2, after: 1, from: .start, lag: 0)
    let round = try ProjectScheduling(
      name: "p", tasks: max.tasks.map(\.modes), precedences: max.precedences + [late], renewables: [2])
    #expect(verdict(round) == [])
    #expect(
      round.violations(of: SolutionFile(status: .infeasible, tasks: tasks)).map(\.kind) == [.status])
  }

  @Test func anyNumberIsSurvived() {
    for value in [Int.min, Int.min + 1, -1, Int.max / 4, Int.max / 4 + 1, Int.max] {
      for index in tasks.indices {
        #expect(violations { $0.tasks[index].start = value } != [])
        #expect(violations { $0.tasks[index].end = value } != [])
        #expect(violations { $0.tasks[index].task = value } != [])
        #expect(violations { $0.tasks[index].mode = value } != [])
      }
      #expect(violations { $0.objective = value } != [])
      _ = violations { ($0.objective, $0.bound) = (value, Int.max) }
      _ = violations { ($0.objective, $0.bound) = (value, Int.min) }
    }
  }
}
