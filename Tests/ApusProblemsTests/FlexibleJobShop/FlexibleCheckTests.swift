import Testing

@testable import ApusProblems

@Suite struct FlexibleCheckTests {
  private let shop: FlexibleJobShop

  init() throws { shop = try FlexibleExamples.shop() }

  /// A right schedule of makespan 7.
  private let tasks = [
    ScheduledTask(job: 0, operation: 0, machine: 2, start: 0, end: 2),
    ScheduledTask(job: 0, operation: 1, machine: 1, start: 2, end: 7),
    ScheduledTask(job: 1, operation: 0, machine: 2, start: 2, end: 3),
  ]

  private func violations(_ change: (inout SolutionFile) -> Void) -> [FamilyViolation] {
    var changed = SolutionFile(family: "flexible-jobshop", status: .feasible, objective: 7, tasks: tasks)
    change(&changed)
    return shop.violations(of: changed)
  }

  @Test func rightSolutionsPass() {
    #expect(violations { _ in } == [])
    #expect(violations { $0.tasks.reverse() } == [])
    #expect(violations { ($0.status, $0.bound) = (.optimal, 7) } == [])
    #expect(violations { $0.family = nil } == [])
  }

  @Test func machinesAreJudged() {
    #expect(
      violations { $0.tasks[0].machine = 1 }
        == [.init(.assignment, "job 0, operation 0 is on machine 1, expected one of the machines 0, 2")])
    #expect(
      violations { $0.tasks[1].machine = nil }
        == [.init(.assignment, "job 0, operation 1 is on no machine, expected machine 1")])
    // The duration is that on the machine.
    #expect(
      violations { $0.tasks[0].machine = 0 }
        == [
          .init(.duration, amount: 2, "job 0, operation 0 starts at 0 and ends at 2, expected 4: off by 2"),
          .init(.precedence, amount: 2, "job 0, operation 1 starts at 2, 2 before operation 0 of its job ends at 4"),
        ])
    #expect(
      violations { ($0.tasks[2].start, $0.tasks[2].end) = (1, 2) }
        == [
          .init(
            .overlap, amount: 1,
            "on machine 2, job 1, operation 0 at 1 ..< 2 overlaps job 0, operation 0 at 0 ..< 2 by 1")
        ])
  }

  @Test func tasksAndClaimsAreJudged() {
    #expect(violations { $0.tasks.removeLast() } == [.init(.missing, "job 1, operation 0 is not in the solution")])
    #expect(violations { $0.tasks.append(tasks[0]) }.map(\.kind) == [.duplicate])
    #expect(violations { $0.tasks[2].operation = 1 }.map(\.kind) == [.unknown, .missing])
    #expect(violations { $0.tasks[2].job = nil }.map(\.kind) == [.incomplete, .missing])
    #expect(violations { $0.tasks[0].start = .min }.map(\.kind) == [.start])
    #expect(violations { $0.tasks[0].start = .max }.map(\.kind) == [.start])
    #expect(violations { $0.tasks[2].end = .max }.map(\.kind) == [.duration, .objective])
    #expect(violations { $0.objective = 8 }.map(\.kind) == [.objective])
    #expect(violations { $0.objective = nil }.map(\.kind) == [.objective])
    #expect(violations { $0.bound = 8 }.map(\.kind) == [.bound])
    #expect(violations { ($0.status, $0.bound) = (.optimal, 6) }.map(\.kind) == [.bound])
    #expect(violations { $0.status = .infeasible }.map(\.kind) == [.status])
    #expect(violations { $0.family = "jobshop" }.map(\.kind) == [.family])
  }
}
