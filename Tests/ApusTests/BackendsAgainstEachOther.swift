import Apus
import ApusProblems
import ApusTestSupport
import Testing

/// The native solver and GLPK on the same models: two independent opinions.
@Suite(.serialized) struct BackendsAgainstEachOther {
  private static func report(_ model: Model, _ backend: Backend, seconds: Int = 60) async throws -> SolveReport {
    var options = SolveOptions()
    options.backend = backend
    options.workers = 1
    options.timeLimit = .seconds(seconds)
    return try await model.report(options)
  }

  /// Both prove the same, with nothing to begin with for GLPK.
  private func agree(_ model: Model, _ name: String, formulation: Formulation = .automatic) async throws {
    let native = try await Self.report(model, .native)
    var options = SolveOptions()
    options.backend = .glpk
    options.formulation = formulation
    options.timeLimit = .seconds(60)
    options.start = .none
    let glpk = try await model.report(options)
    #expect(glpk.result.status == native.result.status, "\(name)")
    #expect(glpk.objective == native.objective, "\(name)")
    #expect(["optimal", "infeasible"].contains(native.result.status), "\(name)")
  }

  /// Larger than enumeration can settle.
  @Test func aThousandMixedModels() async throws {
    for seed in 0..<1000 {
      var size = RandomModel.Size(kinds: RandomModel.Kind.allCases)
      size.intervals = 3...6
      size.integers = 0...3
      size.window = 14
      size.groups = 2...5
      try await agree(
        RandomModel.make(seed: 50_000 + seed, size: size), "seed \(seed)",
        formulation: Formulation.allCases[seed % Formulation.allCases.count])
    }
  }

  @Test func aClassicShop() async throws {
    try await agree(#require(JobShop.named("ft06")).model(), "ft06", formulation: .order)
  }

  @Test func aSmallShopTimeIndexed() async throws {
    let whole = try #require(JobShop.named("ft06"))
    let jobs = whole.jobs.prefix(3).map { $0.operations.prefix(3).map { ($0.machine, $0.duration) } }
    try await agree(
      JobShop(name: "part of ft06", machineCount: 6, jobs: jobs).model(), "part of ft06", formulation: .timeIndexed)
  }

  @Test(arguments: ["la01", "la02", "la03", "la04", "la05"]) func partsOfShops(name: String) async throws {
    let whole = try #require(JobShop.named(name))
    let jobs = whole.jobs.prefix(5).map { $0.operations.filter { $0.machine < 4 }.map { ($0.machine, $0.duration) } }
    try await agree(JobShop(name: "part of \(name)", machineCount: 4, jobs: jobs).model(), name)
  }

  @Test(arguments: [Formulation.order, .timeIndexed, .flow]) func smallProjects(_ formulation: Formulation) async throws
  {
    for seed in 0..<12 {
      try await agree(
        RandomProject(seed: seed, tasks: 5...(formulation == .flow ? 7 : 10)).model, "project \(seed)",
        formulation: formulation)
    }
  }

  /// As large as the first eight of Fattahi, Saidi Mehrabad and Jolai (2007).
  @Test func smallFlexibleShops() async throws {
    for (seed, (jobs, operations, machines)) in [
      (2, 2, 2), (2, 2, 2), (3, 2, 2), (3, 2, 3), (3, 2, 3), (3, 3, 2), (3, 3, 5), (3, 3, 4),
    ]
    .enumerated() {
      let shop = try FlexibleJobShop.random(
        jobs: jobs, operations: operations, machines: machines, seed: UInt64(seed))
      try await agree(shop.model(), shop.name)
    }
  }

  @Test(.enabled(if: PublishedData.file("flexible-jobshop", "fattahi1.txt") != nil), arguments: 1...8)
  func publishedFlexibleShops(number: Int) async throws {
    let file = try #require(PublishedData.file("flexible-jobshop", "fattahi\(number).txt"))
    try await agree(FlexibleJobShop(contentsOf: file).model(), "fattahi\(number)")
  }

  @Test(arguments: [Formulation.order, .timeIndexed, .position, .tightPosition])
  func totalTardiness(_ formulation: Formulation) async throws {
    var random = SplitMix64(seed: 3)
    let isTimeIndexed = formulation == .timeIndexed
    for size in 4...(isTimeIndexed ? 12 : 8) {
      let model = Model("tardiness")
      let lengths = (0..<size).map { _ in random.draw(1...(isTimeIndexed ? 6 : 20)) }
      let total = lengths.reduce(0, +)
      let jobs = lengths.map { length in
        (interval: model.interval(lasting: length), due: random.draw(0...total), weight: random.draw(1...4))
      }
      model.require("machine") { NoOverlap(jobs.map(\.interval)) }
      model.minimize(.weightedTardiness(jobs))
      try await agree(model, "\(size) jobs", formulation: formulation)
    }
  }

  /// Level by level: the same numbers of placed pods and the same disturbance.
  @Test func smallClusters() async throws {
    var recipe = PodPacking.Recipe()
    recipe.priorities = 2
    let generated = try (1...4).map { seed in
      recipe.nodes = 4 + seed % 2
      recipe.pods = 2 * recipe.nodes
      return try PodPacking.priorityMatters(recipe, seed: UInt64(seed))
    }
    for (seed, cluster) in try ((0..<30).map { try RandomCluster.make(seed: $0) } + generated).enumerated() {
      let model = cluster.model()
      let native = try await Self.report(model, .native)
      let glpk = try await Self.report(model, .glpk)
      #expect(native.result.status == "optimal" && glpk.result.status == "optimal", "seed \(seed)")
      #expect(native.levels.map(\.value) == glpk.levels.map(\.value), "seed \(seed)")
    }
  }

  /// Where GLPK proves nothing, what it says still encloses the truth.
  @Test(arguments: ["la02", "la04"]) func unprovenBoundsEncloseTheOptimum(name: String) async throws {
    let shop = try #require(JobShop.named(name))
    let optimum = try #require(JobShop.provenOptimum(of: name))
    let report = try await Self.report(shop.model(), .glpk, seconds: 2)
    #expect(try #require(report.bound) <= optimum)
    #expect(try #require(report.objective) >= optimum)
  }

  @Test func incumbentsAndBoundsComeAsTheyAreFound() async throws {
    let model = try #require(JobShop.named("ft06")).model()
    var values: [Int] = []
    for try await found in model.solve(using: .glpk, from: .none) {
      values.append(found.objective)
      #expect(found.strategy == "glpk")
      #expect(found.bound.map { $0 <= found.objective } ?? true)
    }
    #expect(values.last == 55)
    #expect(values == values.sorted(by: >) && Set(values).count == values.count)
    guard case .optimal = try await model.result(using: .glpk) else {
      Issue.record("not proven")
      return
    }
  }

  @Test func aStartIsHandedIn() async throws {
    let shop = try #require(JobShop.named("la02"))
    guard case .optimal(let best) = try await shop.model().result(using: .native) else {
      Issue.record("not proven")
      return
    }
    var options = SolveOptions()
    options.backend = .glpk
    options.start = .solutions([best])
    options.timeLimit = .seconds(1)
    let report = try await shop.model().report(options)
    #expect(report.objective == 655)
    #expect(report.solutionBy == "start")
  }

  /// Also in the middle of long relaxations. The limit is for a busy machine; on an idle one it is a third of a second.
  @Test(arguments: ["ft20", "ta41"]) func cancellingEndsSoon(name: String) async throws {
    let model = try #require(JobShop.named(name)).model()
    let task = Task { try await Self.report(model, .glpk) }
    try await Task.sleep(for: .milliseconds(1500))
    let begin = ContinuousClock.now
    task.cancel()
    let report = try await task.value
    #expect(begin.duration(to: .now) < .seconds(1))
    #expect(report.result.status == "feasible")
  }

  @Test func whatHasNoLinearFormIsRefusedByName() async {
    let model = Model("far apart")
    let late = model.interval(lasting: 3...1_000_000_000, "late")
    let x = model.integer(0...5)
    model.require("tied") { late.end == 7 * x }
    let other = model.optionalInterval(lasting: 5)
    model.require("machine") { NoOverlap([late, other]) }
    await #expect { try await model.result(using: .glpk) } throws: { "\($0)".contains("windows") }
  }
}
