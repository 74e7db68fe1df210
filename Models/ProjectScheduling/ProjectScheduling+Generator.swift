extension ProjectScheduling {
  /// What a generated project looks like; the defaults are those of PSPLIB's smallest set.
  public struct Recipe: Sendable, Equatable {
    /// The number of tasks without the two dummies, 1 to ``ProjectScheduling/maximumGenerated``.
    public var tasks = 30
    /// The number of renewable resources.
    public var resources = 4
    /// Precedences divided by tasks, dummies included in both; none of them follows from others. Some 1.5 to 2.1.
    public var networkComplexity = 1.5
    /// The share of resources that a task needs, on average, 0 to 1.
    public var resourceFactor = 0.5
    /// How scarce the resources are: 0 where the capacity is the largest demand of a task, 1 where it is the peak of the schedule in which
    /// every task starts as early as its predecessors allow.
    public var resourceStrength = 0.2
    /// The durations that are drawn from, all equally likely.
    public var durations = 1...10
    /// The demands that are drawn from.
    public var demands = 1...10
    /// How many tasks wait for the first dummy only, and for how many only the last dummy waits.
    public var endTasks = 3
    /// The most successors and predecessors of a task, dummies apart.
    public var maximumDegree = 3

    /// PSPLIB's smallest set.
    public init() {}
  }

  /// The most tasks that are generated, without the dummies.
  public static let maximumGenerated = 1000
  /// How far the network may be from the wanted complexity, as a share of it.
  private static let tolerance = 0.05
  private static let attempts = 100

  /// Generates a project with one mode a task in the manner of ProGen.
  ///
  /// The network, the demands and the capacities are controlled by network complexity, resource factor and resource strength
  /// as defined by R. Kolisch, A. Sprecher and A. Drexl, *Characterization and generation of a general class of
  /// resource-constrained project scheduling problems*, Management Science 41 (1995), 1693–1703. The random numbers are others than
  /// ProGen's, so that no published instance comes out.
  ///
  /// - Parameters:
  ///   - recipe: What it should look like.
  ///   - seed: Any number; the same one gives the same instance on every machine.
  ///   - name: The instance's name; nil makes it of size and seed, `rcpsp-30x4-s1`.
  /// - Throws: ``InputError`` if a parameter is out of range, or no network of that complexity was found in a hundred attempts.
  /// - Complexity: O(tasks³) at worst.
  public static func random(
    _ recipe: Recipe, seed: UInt64, name: String? = nil
  ) throws(InputError) -> ProjectScheduling {
    let name = name ?? "rcpsp-\(recipe.tasks)x\(recipe.resources)-s\(seed)"
    try recipe.check(name)
    let seeds = TaillardRandom.seeds(from: seed, count: 2 + attempts)
    let wanted = recipe.networkComplexity * Double(recipe.tasks + 2)
    var nearest = 0
    for attempt in 0..<attempts {
      var random = TaillardRandom(seed: seeds[2 + attempt])
      guard let network = RandomNetwork(recipe, arcs: Int(wanted.rounded()), &random) else { continue }
      nearest = network.arcCount
      guard abs(Double(nearest) - wanted) <= Swift.max(0.5, tolerance * wanted) else { continue }
      var demandRandom = TaillardRandom(seed: seeds[0])
      var durationRandom = TaillardRandom(seed: seeds[1])
      return try project(recipe, network, &demandRandom, &durationRandom, name)
    }
    let found = nearest == 0 ? "none" : "one with \(nearest) precedences, \(Double(nearest) / Double(recipe.tasks + 2))"
    throw InputError(
      file: name,
      message:
        "no network of \(recipe.tasks) tasks has the complexity \(recipe.networkComplexity), the nearest is \(found)")
  }

  private static func project(
    _ recipe: Recipe, _ network: RandomNetwork, _ demandRandom: inout TaillardRandom,
    _ durationRandom: inout TaillardRandom, _ name: String
  ) throws(InputError) -> ProjectScheduling {
    let demands = recipe.randomDemands(&demandRandom)
    let idle = [Int](repeating: 0, count: recipe.resources)
    var tasks = [[Mode(duration: 0, renewables: idle)]]
    for row in demands {
      let duration = durationRandom.unif(recipe.durations.lowerBound, recipe.durations.upperBound)
      tasks.append([Mode(duration: duration, renewables: row)])
    }
    tasks.append([Mode(duration: 0, renewables: idle)])
    let precedences = network.arcs.map { Precedence(before: $0.before, after: $0.after) }
    let peaks = idle.indices.map { resource in demands.reduce(0) { $0 + $1[resource] } }
    // With room for everything at once, to see the schedule of earliest starts.
    let open = try ProjectScheduling(name: name, tasks: tasks, precedences: precedences, renewables: peaks)
    let capacities = open.capacities(strength: recipe.resourceStrength)
    return try ProjectScheduling(name: name, tasks: tasks, precedences: precedences, renewables: capacities)
  }

  /// Capacities between the largest demand and the peak of the schedule of earliest starts.
  private func capacities(strength: Double) -> [Int] {
    let starts = earliestStarts ?? []
    return renewables.indices.map { resource in
      var changes: [(time: Int, amount: Int)] = []
      for (task, start) in zip(tasks, starts) {
        changes.append((start, task.modes[0].renewables[resource]))
        changes.append((start + task.modes[0].duration, -task.modes[0].renewables[resource]))
      }
      // Ends before starts at the same tick.
      changes.sort { ($0.time, $0.amount) < ($1.time, $1.amount) }
      var level = 0
      var peak = 0
      for change in changes {
        level += change.amount
        peak = Swift.max(peak, level)
      }
      let least = tasks.reduce(0) { Swift.max($0, $1.modes[0].renewables[resource]) }
      return least + Int((strength * Double(Swift.max(0, peak - least))).rounded())
    }
  }
}
