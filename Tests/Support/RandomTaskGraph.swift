import ApusModel

/// A small task graph at random: unlike processors, some of which cannot do some tasks, delays that depend on both processors, times of 0.
public struct RandomTaskGraph: Sendable {
  public let processorCount: Int
  /// By task and processor; nil where it cannot run.
  public let durations: [[Int?]]
  public let arcs: [(before: Int, after: Int, volume: Int)]
  public let startUps: [Int]
  /// From each processor to each: volume and ticks.
  public let bandwidths: [[(volume: Int, ticks: Int)]]

  public init(seed: Int, tasks: ClosedRange<Int> = 2...5, processors: ClosedRange<Int> = 1...3, isUniform: Bool = false)
  {
    var random = SplitMix64(seed: seed)
    let processorCount = random.draw(processors)
    self.processorCount = processorCount
    let count = random.draw(tasks)
    var durations: [[Int?]] = []
    for _ in 0..<count {
      if isUniform {
        durations.append(Array(repeating: random.draw(0...6), count: processorCount))
        continue
      }
      var row = (0..<processorCount).map { _ in random.chance(80) ? random.draw(random.chance(10) ? 0...0 : 1...6) : nil
      }
      if row.allSatisfy({ $0 == nil }) { row[random.draw(0...processorCount - 1)] = random.draw(1...6) }
      durations.append(row)
    }
    self.durations = durations
    var arcs: [(before: Int, after: Int, volume: Int)] = []
    for after in 1..<count {
      for before in 0..<after where random.chance(40) {
        arcs.append((before, after, isUniform ? 0 : random.draw(0...8)))
      }
    }
    self.arcs = arcs
    startUps = (0..<processorCount).map { _ in random.chance(30) ? random.draw(0...2) : 0 }
    bandwidths = (0..<processorCount).map { _ in
      (0..<processorCount).map { _ in (random.draw(1...3), random.draw(1...2)) }
    }
  }

  /// The delay of an arc, by the definition.
  public func delay(_ arc: Int, from source: Int, to target: Int) -> Int {
    let volume = arcs[arc].volume
    guard source != target, volume > 0 else { return 0 }
    let (units, ticks) = bandwidths[source][target]
    var time = 0
    while time * units < volume * ticks { time += 1 }
    return startUps[source] + time
  }

  /// The least makespan, by trying every order and every processor.
  public var leastMakespan: Int {
    let count = durations.count
    var best = Int.max
    var placed = [(processor: Int, end: Int)?](repeating: nil, count: count)
    var free = [Int](repeating: 0, count: processorCount)
    func extend(_ made: Int, _ longest: Int) {
      if longest >= best { return }
      if made == count {
        best = longest
        return
      }
      for task in 0..<count where placed[task] == nil {
        let waits = arcs.indices.filter { arcs[$0].after == task }
        if waits.contains(where: { placed[arcs[$0].before] == nil }) { continue }
        for processor in 0..<processorCount {
          guard let duration = durations[task][processor] else { continue }
          let ready = waits.reduce(0) { ready, arc in
            let earlier = placed[arcs[arc].before]!
            return max(ready, earlier.end + delay(arc, from: earlier.processor, to: processor))
          }
          let saved = free[processor]
          // What takes no time does not wait for the processor.
          let over = duration == 0 ? ready : max(ready, saved) + duration
          placed[task] = (processor, over)
          free[processor] = max(saved, duration == 0 ? saved : over)
          extend(made + 1, max(longest, over))
          free[processor] = saved
        }
        placed[task] = nil
      }
    }
    extend(0, 0)
    return best
  }
}
