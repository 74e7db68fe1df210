/// Two runs of the same instance with the same seed.
public struct RunPair: Sendable, Hashable {
  public var base, new: RunRecord
}

/// Two sets of runs, paired by instance and seed.
public struct RunPairing: Sendable {
  /// The pairs of each instance, instances by name, seeds ascending.
  public let pairs: [(name: InstanceName, pairs: [RunPair])]
  /// Runs without a partner, as `suite/instance seed n`.
  public let onlyBase, onlyNew: [String]

  /// Pairs the runs.
  ///
  /// - Throws: ``RunPairingError`` where one set has two runs of an instance with one seed, or where the runs of a pair differ in the
  ///   sense of the objective or in their time limit, so that they answer different questions.
  public init(base: [RunRecord], new: [RunRecord]) throws(RunPairingError) {
    let old = try Self.keyed(base, "base")
    let fresh = try Self.keyed(new, "new")
    var groups: [InstanceName: [RunPair]] = [:]
    for key in old.keys.sorted() {
      guard let before = old[key], let after = fresh[key] else { continue }
      if before.sense != after.sense { throw RunPairingError("\(key): minimised in one set and not in the other") }
      if before.limit != after.limit { throw RunPairingError("\(key): the time limits differ") }
      groups[key.name, default: []].append(RunPair(base: before, new: after))
    }
    pairs = groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    onlyBase = old.keys.filter { fresh[$0] == nil }.sorted().map(\.description)
    onlyNew = fresh.keys.filter { old[$0] == nil }.sorted().map(\.description)
  }

  private struct Key: Hashable, Comparable, CustomStringConvertible {
    var name: InstanceName
    var seed: Int
    var description: String { "\(name) seed \(seed)" }
    static func < (a: Self, b: Self) -> Bool { (a.name, a.seed) < (b.name, b.seed) }
  }

  private static func keyed(_ runs: [RunRecord], _ side: String) throws(RunPairingError) -> [Key: RunRecord] {
    var keyed: [Key: RunRecord] = [:]
    for run in runs {
      let key = Key(name: InstanceName(suite: run.suite, instance: run.instance), seed: run.seed)
      if keyed.updateValue(run, forKey: key) != nil { throw RunPairingError("\(key): twice in the \(side) set") }
    }
    return keyed
  }
}

/// Why two sets of runs cannot be compared, and on which run.
public struct RunPairingError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
