import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@Suite("Schedules of projects")
struct ProjectSchedulerTests {
  /// Every list of the tasks in which each comes after what it waits for.
  private func lists(_ project: Project, _ body: ([Int32]) -> Void) {
    var list: [Int32] = []
    var waits = (0..<project.taskCount).map { project.predecessors.places(of: $0).count }
    var isUsed = [Bool](repeating: false, count: project.taskCount)
    func extend() {
      if list.count == project.taskCount { return body(list) }
      for task in 0..<project.taskCount where !isUsed[task] && waits[task] == 0 {
        isUsed[task] = true
        list.append(Int32(task))
        for place in project.successors.places(of: task) { waits[Int(project.successors.task[place])] -= 1 }
        extend()
        for place in project.successors.places(of: task) { waits[Int(project.successors.task[place])] += 1 }
        list.removeLast()
        isUsed[task] = false
      }
    }
    extend()
  }

  private func schedule(_ scheduler: ProjectScheduler, _ project: Project) -> ProjectSchedule {
    ProjectSchedule(project, start: Array(UnsafeBufferPointer(start: scheduler.start, count: project.taskCount)))
  }

  @Test("Over all lists the serial scheme reaches the optimum; every schedule is a solution, justified or not")
  func allLists() throws {
    var judged = 0
    for seed in 0..<150 {
      let data = RandomProject(seed: seed, tasks: 3...5).model.data
      let project = try #require(Project(recognizing: data))
      guard let truth = Enumeration(data, limit: 5_000_000)?.optimum else { continue }
      let scheduler = ProjectScheduler(project)
      var best = Int.max
      lists(project) { list in
        let makespan = scheduler.schedule(list)
        let plain = schedule(scheduler, project)
        #expect(plain.makespan == makespan)
        #expect(Enumeration.isSolution(plain.solution(of: project), of: data), "seed \(seed)")
        best = min(best, makespan)
        var order = [Int32](repeating: 0, count: project.taskCount)
        order.withUnsafeMutableBufferPointer { scheduler.order(into: $0.baseAddress!) }
        #expect(order.map { plain.start[Int($0)] } == plain.start.sorted())
        let shorter = scheduler.justify()
        let justified = schedule(scheduler, project)
        #expect(shorter <= makespan && justified.makespan == shorter, "seed \(seed)")
        #expect(Enumeration.isSolution(justified.solution(of: project), of: data), "seed \(seed)")
        // Its list makes it again, or a shorter one.
        order.withUnsafeMutableBufferPointer { scheduler.order(into: $0.baseAddress!) }
        #expect(scheduler.schedule(order) <= shorter)
      }
      #expect(best == truth, "seed \(seed)")
      #expect(project.trivialBound <= truth, "seed \(seed)")
      judged += 1
    }
    #expect(judged > 120)
  }

  @Test("Wide and many resources take several words")
  func words() throws {
    for seed in 0..<60 {
      let data = RandomProject(seed: seed, tasks: 6...12, resources: 8...30).model.data
      let project = try #require(Project(recognizing: data))
      let scheduler = ProjectScheduler(project)
      _ = scheduler.schedule(project.topologicalOrder)
      #expect(Enumeration.isSolution(schedule(scheduler, project).solution(of: project), of: data))
      _ = scheduler.justify()
      #expect(Enumeration.isSolution(schedule(scheduler, project).solution(of: project), of: data))
    }
  }
}
