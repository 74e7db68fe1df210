extension SingleMachine {
  /// What random instances are like, after C. N. Potts and L. N. Van Wassenhove, "A decomposition algorithm for the single machine total
  /// tardiness problem", Operations Research Letters 1 (1982); weights as in their "A branch and bound algorithm for the total weighted
  /// tardiness problem", Operations Research 33 (1985).
  public struct Recipe: Sendable, Hashable {
    /// The number of jobs.
    public var jobs = 50
    /// The tardiness factor, 0 to 1: how early due dates are on average.
    public var tardinessFactor = 0.6
    /// The relative range of due dates, 0 to 1.
    public var dueDateRange = 0.4
    /// Processing times, all equally likely.
    public var processing = 1...100
    /// Weights, all equally likely.
    public var weights = 1...1

    public init() {}
  }

  /// A random instance: due dates are uniform in *P* (1 − *TF* − *RDD*/2) to *P* (1 − *TF* + *RDD*/2), with *P* the sum of processing times.
  ///
  /// The same seed gives the same instance on every machine.
  ///
  /// - Throws: ``InputError`` if a number is out of range.
  public static func random(_ recipe: Recipe, seed: UInt64, name: String? = nil) throws(InputError) -> SingleMachine {
    let name = name ?? "tardiness-\(recipe.jobs)-s\(seed)"
    func check(_ isRight: Bool, _ message: String) throws(InputError) {
      if !isRight { throw InputError(file: name, message: message) }
    }
    try check((1...maximumJobCount).contains(recipe.jobs), "\(recipe.jobs) jobs, expected 1 to \(maximumJobCount)")
    try check(
      (0...1).contains(recipe.tardinessFactor), "the tardiness factor is \(recipe.tardinessFactor), expected 0 to 1")
    try check(
      (0...1).contains(recipe.dueDateRange), "the range of due dates is \(recipe.dueDateRange), expected 0 to 1")
    let seeds = TaillardRandom.seeds(from: seed, count: 3)
    var times = TaillardRandom(seed: seeds[0])
    var dates = TaillardRandom(seed: seeds[1])
    var weights = TaillardRandom(seed: seeds[2])
    let processing = (0..<recipe.jobs).map { _ in times.unif(recipe.processing.lowerBound, recipe.processing.upperBound)
    }
    let total = Double(processing.reduce(0, +))
    let middle = 1 - recipe.tardinessFactor
    let earliest = Int((total * (middle - recipe.dueDateRange / 2)).rounded())
    let latest = Int((total * (middle + recipe.dueDateRange / 2)).rounded())
    let jobs = processing.map { time in
      Job(
        processing: time, due: dates.unif(earliest, max(earliest, latest)),
        weight: weights.unif(recipe.weights.lowerBound, recipe.weights.upperBound))
    }
    return try SingleMachine(name: name, jobs: jobs)
  }
}
