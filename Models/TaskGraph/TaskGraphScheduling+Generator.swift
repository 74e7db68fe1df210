/// The parameters by which Topcuoglu, Hariri and Wu (2002) make random task graphs.
public struct TaskGraphRecipe: Sendable, Equatable {
  /// The number of tasks, 20 to 100 in the paper.
  public var tasks = 40
  /// The number of processors.
  public var processors = 4
  /// Shape: the height has the mean √tasks / α, the width of a level √tasks · α; 0.5, 1, 2 in the paper.
  public var alpha = 1.0
  /// The most arcs out of a task, 1 to 5, and as many as there are tasks.
  public var outDegree = 3
  /// The mean delay of data over the mean time of a task; 0.1, 0.5, 1, 5, 10.
  public var ccr = 1.0
  /// How unlike processors are: a task's time on each is its mean ± half of this share; 0.1 to 1, 0 for processors that are alike.
  public var beta = 0.5
  /// The mean time of a task.
  public var meanTime = 50

  public init() {}
}

extension TaskGraphScheduling {
  /// Generates a task graph by the parameters of H. Topcuoglu, S. Hariri, M.-Y. Wu (2002).
  ///
  /// The height of the graph is uniform with the mean √v / α, the width of each level uniform with the mean √v · α, until all *v* tasks have
  /// a place. Every task but those of the last level has 1 to `outDegree` arcs, as far as there are tasks behind it, the first to the next level; what then has nothing before
  /// it, but for the first level, gets an arc from the level before. A task's mean time is uniform in 0 to twice ``TaskGraphRecipe/meanTime``, its time on each processor uniform
  /// within ± β/2 of that, at least 1; a delay is uniform in 0 to twice CCR times the mean time.
  ///
  /// - Parameters:
  ///   - seed: Any number; the same one gives the same instance on every machine.
  ///   - name: The instance's name; nil makes it of the size and the seed.
  /// - Throws: ``InputError`` if a parameter is out of range.
  public static func random(
    _ recipe: TaskGraphRecipe, seed: UInt64, name: String? = nil
  ) throws(InputError) -> TaskGraphScheduling {
    let name = name ?? "tasks-\(recipe.tasks)x\(recipe.processors)-s\(seed)"
    func check<Value: Comparable>(_ value: Value, _ what: String, _ range: ClosedRange<Value>) throws(InputError) {
      guard !range.contains(value) else { return }
      throw InputError(
        file: name, message: "\(what) is \(value), expected \(range.lowerBound) to \(range.upperBound)")
    }
    try check(recipe.tasks, "the number of tasks", 1...100_000)
    try check(recipe.processors, "the number of processors", 1...1000)
    try check(recipe.alpha, "alpha", 0.01...100)
    try check(recipe.outDegree, "the out-degree", 1...100_000)
    try check(recipe.ccr, "the ratio of communication to computation", 0...1000)
    try check(recipe.beta, "beta", 0...2)
    try check(recipe.meanTime, "the mean time", 1...10_000)

    let seeds = TaillardRandom.seeds(from: seed, count: 3)
    var shape = TaillardRandom(seed: seeds[0])
    var times = TaillardRandom(seed: seeds[1])
    var data = TaillardRandom(seed: seeds[2])
    let levels = Self.levels(recipe, &shape)
    var pairs: [[Int]] = []
    var hasParent = [Bool](repeating: false, count: recipe.tasks)
    for (depth, level) in levels.enumerated().dropLast() {
      let next = levels[depth + 1]
      for task in level {
        var targets: Set<Int> = [shape.unif(next.lowerBound, next.upperBound - 1)]
        let most = min(recipe.outDegree, recipe.tasks - next.lowerBound)
        for _ in 0..<(most > 1 ? shape.unif(1, most) - 1 : 0) {
          targets.insert(shape.unif(next.lowerBound, recipe.tasks - 1))
        }
        for target in targets.sorted() {
          pairs.append([task, target])
          hasParent[target] = true
        }
      }
      for task in next where !hasParent[task] {
        pairs.append([shape.unif(level.lowerBound, level.upperBound - 1), task])
      }
    }
    let tasks = (0..<recipe.tasks).map { task -> (name: String, durations: [Int?]) in
      let mean = Double(times.unif(0, 2 * recipe.meanTime))
      let low = max(1, Int((mean * (1 - recipe.beta / 2)).rounded()))
      let high = max(low, Int((mean * (1 + recipe.beta / 2)).rounded()))
      if recipe.beta == 0 { return ("task \(task)", Array(repeating: low, count: recipe.processors)) }
      return ("task \(task)", (0..<recipe.processors).map { _ in times.unif(low, high) })
    }
    let greatest = Int((2 * recipe.ccr * Double(recipe.meanTime)).rounded())
    return try TaskGraphScheduling(
      name: name, processors: (0..<recipe.processors).map { ("processor \($0)", 0) }, tasks: tasks,
      arcs: pairs.map { Arc(before: $0[0], after: $0[1], volume: data.unif(0, greatest)) })
  }

  /// The tasks of each level.
  private static func levels(_ recipe: TaskGraphRecipe, _ random: inout TaillardRandom) -> [Range<Int>] {
    let root = Double(recipe.tasks).squareRoot()
    func around(_ mean: Double, _ random: inout TaillardRandom) -> Int {
      random.unif(1, max(1, Int((2 * mean).rounded()) - 1))
    }
    let height = min(recipe.tasks, around(root / recipe.alpha, &random))
    var levels: [Range<Int>] = []
    var first = 0
    for depth in 0..<height where first < recipe.tasks {
      // Every level that is still to come gets a task.
      let most = recipe.tasks - first - (height - depth - 1)
      let width = depth == height - 1 ? most : min(most, around(root * recipe.alpha, &random))
      levels.append(first..<first + width)
      first += width
    }
    return levels
  }
}
