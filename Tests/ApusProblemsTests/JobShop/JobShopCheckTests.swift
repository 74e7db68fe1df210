import Testing

@testable import ApusProblems

@Suite struct JobShopCheckTests {
  private let shop: JobShop

  init() throws {
    shop = try JobShop(name: "s", machineCount: 2, jobs: [[(0, 3), (1, 2)], [(1, 2), (0, 4)]])
  }

  /// A right schedule of makespan 7.
  private let tasks = [
    ScheduledTask(job: 0, operation: 0, machine: 0, start: 0, end: 3),
    ScheduledTask(job: 0, operation: 1, machine: 1, start: 3, end: 5),
    ScheduledTask(job: 1, operation: 0, machine: 1, start: 0, end: 2),
    ScheduledTask(job: 1, operation: 1, machine: 0, start: 3, end: 7),
  ]

  private func solution(_ tasks: [ScheduledTask], status: SolutionFile.Status = .feasible) -> SolutionFile {
    SolutionFile(family: "jobshop", status: status, objective: shop.makespan(of: tasks), tasks: tasks)
  }

  private func violations(_ change: (inout SolutionFile) -> Void) -> [FamilyViolation] {
    var changed = solution(tasks)
    change(&changed)
    return shop.violations(of: changed)
  }

  @Test func rightSolutionsPass() {
    #expect(violations { _ in } == [])
    #expect(violations { $0.tasks.reverse() } == [])
    #expect(violations { $0.bound = 6 } == [])
    #expect(violations { ($0.status, $0.bound) = (.optimal, 7) } == [])
    #expect(violations { $0.family = nil } == [])
  }

  @Test func tasksAreJudgedOneByOne() {
    #expect(violations { $0.tasks.remove(at: 1) } == [.init(.missing, "job 0, operation 1 is not in the solution")])
    #expect(
      violations { $0.tasks.append($0.tasks[0]) } == [
        .init(.duplicate, "job 0, operation 0 is in the solution more than once")
      ])
    #expect(
      violations { $0.tasks.append(.init(job: 2, operation: 0, machine: 0, start: 0, end: 0)) }
        == [.init(.unknown, "job 2, operation 0 is not in the instance")])
    #expect(
      violations { $0.tasks.append(.init(job: 0, operation: -1, machine: 0, start: 0, end: 0)) }
        == [.init(.unknown, "job 0, operation -1 is not in the instance")])
    #expect(
      violations { $0.tasks.append(.init(task: 0, start: 0, end: 0)) }
        == [.init(.incomplete, "task 4 of the solution names no job and operation")])
    #expect(
      violations { $0.tasks[0].machine = 1 }
        == [.init(.assignment, "job 0, operation 0 is on machine 1, expected machine 0")])
    #expect(
      violations { $0.tasks[0].machine = nil }
        == [.init(.assignment, "job 0, operation 0 is on no machine, expected machine 0")])
    #expect(
      violations { $0.tasks[2].end = 1 }
        == [.init(.duration, amount: 1, "job 1, operation 0 starts at 0 and ends at 1, expected 2: off by 1")])
    #expect(
      violations { ($0.tasks[2].start, $0.tasks[2].end) = (-2, 0) }
        == [.init(.start, amount: 2, "job 1, operation 0 starts at -2, 2 before 0")])
  }

  @Test func orderAndOverlapNameTheAmount() {
    let early = violations { ($0.tasks[3].start, $0.tasks[3].end, $0.objective) = (1, 5, 5) }
    #expect(
      early == [
        .init(.precedence, amount: 1, "job 1, operation 1 starts at 1, 1 before operation 0 of its job ends at 2"),
        .init(
          .overlap, amount: 2,
          "on machine 0, job 1, operation 1 at 1 ..< 5 overlaps job 0, operation 0 at 0 ..< 3 by 2"),
      ])
  }

  @Test func claimsMustAgree() {
    #expect(
      violations { $0.objective = 8 } == [
        .init(.objective, amount: 1, "the objective is 8, but the makespan is 7: off by 1")
      ])
    #expect(violations { $0.objective = nil }.map(\.kind) == [.objective])
    #expect(violations { $0.bound = 9 } == [.init(.bound, amount: 2, "the bound 9 is above the objective 7 by 2")])
    #expect(violations { ($0.status, $0.bound) = (.optimal, 5) }.map(\.amount) == [2])
    #expect(violations { $0.status = .infeasible }.map(\.kind) == [.status])
    #expect(violations { $0.family = "rcpsp" }.map(\.kind) == [.family])
  }

  @Test func anyNumberIsSurvived() {
    for value in [Int.min, Int.min + 1, -1, Int.max / 4, Int.max / 4 + 1, Int.max] {
      for index in tasks.indices {
        #expect(violations { $0.tasks[index].start = value } != [])
        #expect(violations { $0.tasks[index].end = value } != [])
        #expect(violations { ($0.tasks[index].job, $0.tasks[index].operation) = (value, value) } != [])
        #expect(violations { $0.tasks[index].machine = value } != [])
      }
      #expect(violations { $0.objective = value } != [])
      _ = violations { ($0.objective, $0.bound) = (value, Int.max) }
      _ = violations { ($0.objective, $0.bound) = (value, Int.min) }
    }
  }

  /// An empty operation may touch another one, and others may start or end with it, but it may not lie inside.
  @Test(arguments: [(0, true), (1, false), (2, false), (3, true), (9, true)])
  func emptyOperationsMayNotLieInside(start: Int, isRight: Bool) throws {
    let shop = try JobShop(name: "s", machineCount: 1, jobs: [[(0, 3)], [(0, 0)], [(0, 0)]])
    let tasks = [
      ScheduledTask(job: 0, operation: 0, machine: 0, start: 0, end: 3),
      ScheduledTask(job: 1, operation: 0, machine: 0, start: start, end: start),
      ScheduledTask(job: 2, operation: 0, machine: 0, start: start, end: start),
    ]
    #expect(shop.violations(ofSchedule: tasks).isEmpty == isRight)
  }
}
