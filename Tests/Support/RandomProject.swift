import ApusModel

/// A small project at random, as its author would write it: with releases, lags, tasks of length 0, and resources that are scarce.
public struct RandomProject: Sendable {
  public let durations: [Int]
  public let releases: [Int]
  public let links: [(before: Int, after: Int, lag: Int)]
  public let capacities: [Int]
  /// By task and resource.
  public let demands: [[Int]]

  public init(seed: Int, tasks: ClosedRange<Int> = 3...6, resources: ClosedRange<Int> = 1...3) {
    var random = SplitMix64(seed: seed)
    let count = random.draw(tasks)
    let hasReleases = random.chance(30)
    let hasLags = random.chance(30)
    // A wide one does not fit beside the others in a word.
    capacities = (0..<random.draw(resources)).map { _ in random.chance(10) ? 1 << 40 : random.draw(2...5) }
    durations = (0..<count).map { _ in random.chance(10) ? 0 : random.draw(1...5) }
    releases = (0..<count).map { _ in hasReleases ? random.draw(-3...6) : 0 }
    var links: [(before: Int, after: Int, lag: Int)] = []
    for after in 1..<count {
      for before in 0..<after where random.chance(25) {
        links.append((before, after, hasLags ? random.draw(0...3) : 0))
      }
    }
    self.links = links
    var demands: [[Int]] = []
    for _ in 0..<count { demands.append(capacities.map { random.chance(30) ? 0 : random.draw(1...$0) }) }
    self.demands = demands
  }

  /// The model, with a window that no schedule without needless waiting leaves.
  public var model: Model {
    let model = Model("project")
    let waits = durations.indices.map { task in links.filter { $0.before == task }.map(\.lag).max() ?? 0 }
    let horizon = max(0, releases.max() ?? 0) + durations.reduce(0, +) + waits.reduce(0, +)
    let tasks = zip(durations, releases).map { model.interval(lasting: $0, within: $1...horizon) }
    model.require("links") { links.map { tasks[$0.before].precedes(tasks[$0.after], lag: $0.lag) } }
    for (resource, capacity) in capacities.enumerated() {
      model.require("resource \(resource)") {
        Usage(zip(tasks, demands).map { $0.pulse($1[resource]) }, capacity: capacity)
      }
    }
    model.minimize(.makespan)
    return model
  }
}
