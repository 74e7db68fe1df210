import ApusModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How an operation is chosen among those that wait for a machine.
struct Chooser {
  let keys: DispatchingKeys
  /// Whether every choice looks at all that wait, because keys change with time or the choice is random.
  let looksAtAll: Bool
  private let temperature: Double
  private(set) var generator: SplitMix64
  private var weights: [Double] = []

  /// Chooses the least key.
  init(keys: DispatchingKeys) {
    self.keys = keys
    looksAtAll = keys.dependOnTime
    temperature = 0
    generator = SplitMix64(seed: 0)
  }

  /// Chooses at random, the less the key the likelier.
  init(keys: DispatchingKeys, temperature: Double, generator: SplitMix64) {
    self.keys = keys
    looksAtAll = temperature > 0 || keys.dependOnTime
    self.temperature = temperature
    self.generator = generator
  }

  /// Moves the chosen candidate to the end of `waiting`.
  ///
  /// At a temperature *T* above 0, a candidate is taken with probability proportional to exp(−(key − least) / (*T* · mean)), where
  /// *mean* is the mean of key − least, so that temperatures mean the same for every rule.
  mutating func moveChoiceToEnd(of waiting: inout [Candidate]) {
    guard waiting.count > 1 else { return }
    var choice = 0
    for index in waiting.indices where waiting[index] < waiting[choice] { choice = index }
    if temperature > 0 {
      let least = waiting[choice].key
      let mean = waiting.reduce(0) { $0 + ($1.key - least) } / Double(waiting.count)
      if mean > 0 {
        let scale = -1 / (temperature * mean)
        weights.removeAll(keepingCapacity: true)
        for candidate in waiting { weights.append(exp((candidate.key - least) * scale)) }
        var rest = generator.nextUnit() * weights.reduce(0, +)
        for index in waiting.indices {
          rest -= weights[index]
          if rest < 0 {
            choice = index
            break
          }
        }
      } else {
        choice = Int.random(in: waiting.indices, using: &generator)
      }
    }
    waiting.swapAt(choice, waiting.count - 1)
  }
}
