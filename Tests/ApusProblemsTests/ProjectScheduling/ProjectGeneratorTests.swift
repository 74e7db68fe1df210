import Testing

@testable import ApusProblems

@Suite struct ProjectGeneratorTests {
  @Test func oneSeedGivesOneInstance() throws {
    let project = try ProjectScheduling.random(.init(), seed: 3)
    #expect(project.name == "rcpsp-30x4-s3")
    #expect(try ProjectScheduling.random(.init(), seed: 3) == project)
    #expect(try ProjectScheduling.random(.init(), seed: 4).precedences != project.precedences)
    #expect(project.tasks.count == 32 && project.renewables.count == 4 && project.isSingleMode)
    #expect(project.durations.dropFirst().dropLast().allSatisfy { 1...10 ~= $0 })
    #expect(try ProjectExamples.read(project.psplibText()).tasks == project.tasks)
  }

  /// The parameters, computed from the instance by their definitions.
  @Test(arguments: [(1.5, 0.25, 0.2), (1.8, 0.5, 0.5), (2.1, 0.75, 0.7), (1.5, 1.0, 1.0), (2.1, 0.25, 0.0)])
  func parametersAreMet(complexity: Double, factor: Double, strength: Double) throws {
    for seed in 0..<10 as Range<UInt64> {
      var recipe = ProjectScheduling.Recipe()
      (recipe.networkComplexity, recipe.resourceFactor, recipe.resourceStrength) = (complexity, factor, strength)
      let project = try ProjectScheduling.random(recipe, seed: seed)
      let arcs = Double(project.precedences.count)
      #expect(abs(arcs / 32 - complexity) <= 0.05 * complexity + 0.01)
      let modes = project.tasks.dropFirst().dropLast().map { $0.modes[0] }
      let used = modes.reduce(0) { $0 + $1.renewables.count { $0 > 0 } }
      #expect(used == Int((factor * 120).rounded()))
      #expect(modes.allSatisfy { $0.renewables.contains { $0 > 0 } })
      expectNoShortcuts(project)
      try expectStrength(project, strength)
    }
  }

  /// No precedence follows from others; every task lies between the dummies; degrees are kept.
  private func expectNoShortcuts(_ project: ProjectScheduling) {
    let count = project.tasks.count
    var successors = Array(repeating: [Int](), count: count)
    for precedence in project.precedences { successors[precedence.before].append(precedence.after) }
    func reaches(_ from: Int, _ to: Int) -> Bool {
      from == to || successors[from].contains { reaches($0, to) }
    }
    for precedence in project.precedences {
      let others = successors[precedence.before].filter { $0 != precedence.after }
      #expect(others.count == successors[precedence.before].count - 1)
      #expect(!others.contains { reaches($0, precedence.after) })
    }
    for task in 1..<count - 1 {
      #expect(!successors[task].isEmpty && project.precedences.contains { $0.after == task })
      #expect(successors[task].count <= 3)
    }
  }

  /// Capacities lie where the strength says between the largest demand and the peak of the earliest schedule.
  private func expectStrength(_ project: ProjectScheduling, _ strength: Double) throws {
    let starts = try #require(project.earliestStarts)
    for (resource, capacity) in project.renewables.enumerated() {
      let least = project.tasks.map { $0.modes[0].renewables[resource] }.max() ?? 0
      let peak =
        (0...project.horizon).map { tick in
          zip(project.tasks, starts).reduce(0) { sum, pair in
            let mode = pair.0.modes[0]
            return sum + (pair.1 <= tick && tick < pair.1 + mode.duration ? mode.renewables[resource] : 0)
          }
        }.max() ?? 0
      #expect(capacity == least + Int((strength * Double(max(0, peak - least))).rounded()))
    }
  }

  /// Published with this generator: it must not change, or results on generated instances could not be repeated.
  @Test func generatedInstancesStayTheSame() throws {
    var recipe = ProjectScheduling.Recipe()
    (recipe.tasks, recipe.resources, recipe.networkComplexity) = (4, 2, 1.2)
    let text = try ProjectScheduling.random(recipe, seed: 1).pattersonText()
    // Four demands of eight, a network of 7 precedences for 6 tasks; task 1 alone has the peak of resource 1.
    #expect(text == "6 2\n6 9\n0 0 0 2 2 3\n10 0 9 2 4 5\n4 6 0 1 5\n6 0 2 1 6\n9 0 4 1 6\n0 0 0 0\n")
  }

  @Test func senselessParametersAreRefused() {
    func refused(_ change: (inout ProjectScheduling.Recipe) -> Void) -> String? {
      var recipe = ProjectScheduling.Recipe()
      change(&recipe)
      let made = recipe
      return #expect(throws: InputError.self) { try ProjectScheduling.random(made, seed: 0, name: "p") }?.description
    }
    #expect(refused { $0.tasks = 0 } == "p: the number of tasks is 0, expected 1 to 1000")
    #expect(refused { $0.tasks = .max } != nil)
    #expect(refused { $0.resources = -1 } == "p: the number of resources is -1, expected 0 to 100")
    #expect(refused { $0.resourceFactor = 1.5 } == "p: the resource factor is 1.5, expected 0 to 1")
    #expect(refused { $0.resourceStrength = -.infinity } != nil)
    #expect(refused { $0.networkComplexity = .nan } != nil)
    #expect(
      refused { $0.networkComplexity = 9 }?.hasPrefix(
        "p: no network of 30 tasks has the complexity 9.0, the nearest is one with") == true)
    #expect(refused { $0.durations = -1...1 } != nil)
    #expect(refused { $0.demands = 0...1 } != nil)
  }

  @Test(arguments: 1...12) func smallProjectsAreMade(tasks: Int) throws {
    var made = 0
    for complexity in [0.8, 1.0, 1.2, 1.4] {
      var recipe = ProjectScheduling.Recipe()
      (recipe.tasks, recipe.networkComplexity) = (tasks, complexity)
      guard let project = try? ProjectScheduling.random(recipe, seed: 1) else { continue }
      made += 1
      expectNoShortcuts(project)
    }
    #expect(made > 0)
  }
}
