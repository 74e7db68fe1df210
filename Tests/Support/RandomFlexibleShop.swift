import ApusModel

/// A small flexible job shop at random, as its author would write it: any graph of precedences, releases, and machines that may do one
/// operation in two ways.
public struct RandomFlexibleShop: Sendable {
  public let releases: [Int]
  public let links: [(before: Int, after: Int)]
  /// By operation, its ways: at least one.
  public let modes: [[(machine: Int, duration: Int)]]
  public let machineCount: Int

  public init(seed: Int, operations: ClosedRange<Int> = 2...5, machines: ClosedRange<Int> = 2...3, longest: Int = 6) {
    var random = SplitMix64(seed: seed)
    let machineCount = random.draw(machines)
    self.machineCount = machineCount
    let count = random.draw(operations)
    let hasReleases = random.chance(30)
    let isChains = random.chance(50)
    releases = (0..<count).map { _ in hasReleases ? random.draw(0...6) : 0 }
    var links: [(before: Int, after: Int)] = []
    for after in 1..<count {
      if isChains {
        if random.chance(70) { links.append((after - 1, after)) }
      } else {
        for before in 0..<after where random.chance(30) { links.append((before, after)) }
      }
    }
    self.links = links
    var modes: [[(machine: Int, duration: Int)]] = []
    for _ in 0..<count {
      var ways: [(machine: Int, duration: Int)] = []
      for machine in 0..<machineCount where random.chance(60) { ways.append((machine, random.draw(1...longest))) }
      if ways.isEmpty || random.chance(10) {
        ways.append((random.draw(0...machineCount - 1), random.draw(1...longest)))
      }
      modes.append(ways)
    }
    // Without a choice it would be none.
    if modes.allSatisfy({ $0.count == 1 }) {
      modes[0].append((random.draw(0...machineCount - 1), random.draw(1...longest)))
    }
    self.modes = modes
  }

  /// The model, with a window that no schedule without needless waiting leaves.
  public var model: Model {
    let model = Model("flexible shop")
    let longest = modes.map { ways in ways.map(\.duration).max()! }
    let horizon = releases.max()! + longest.reduce(0, +)
    let mains = modes.indices.map { operation in
      let durations = modes[operation].map(\.duration)
      return model.interval(
        lasting: durations.min()!...durations.max()!, within: releases[operation]...horizon, "operation \(operation)")
    }
    var visits: [[Interval]] = Array(repeating: [], count: machineCount)
    var choices: [(Interval, [Interval])] = []
    for (operation, ways) in modes.enumerated() {
      if ways.count == 1 {
        visits[ways[0].machine].append(mains[operation])
        continue
      }
      let options = ways.map { model.optionalInterval(lasting: $0.duration, within: 0...horizon) }
      for (way, option) in zip(ways, options) { visits[way.machine].append(option) }
      choices.append((mains[operation], options))
    }
    model.require("links") { links.map { mains[$0.before].precedes(mains[$0.after]) } }
    model.require("choices") { for (main, options) in choices { Alternative(main, of: options) } }
    model.require("machines") { for intervals in visits where !intervals.isEmpty { NoOverlap(intervals) } }
    model.minimize(.makespan)
    return model
  }

  /// The least makespan, by trying every order and every mode.
  public var leastMakespan: Int {
    let count = modes.count
    var best = Int.max
    var end = [Int?](repeating: nil, count: count)
    var free = [Int](repeating: 0, count: machineCount)
    func extend(_ made: Int, _ longest: Int) {
      if longest >= best { return }
      if made == count {
        best = longest
        return
      }
      for operation in 0..<count where end[operation] == nil {
        let waits = links.filter { $0.after == operation }
        if waits.contains(where: { end[$0.before] == nil }) { continue }
        let ready = waits.reduce(releases[operation]) { max($0, end[$1.before]!) }
        for way in modes[operation] {
          let saved = free[way.machine]
          let over = max(ready, saved) + way.duration
          end[operation] = over
          free[way.machine] = over
          extend(made + 1, max(longest, over))
          free[way.machine] = saved
        }
        end[operation] = nil
      }
    }
    extend(0, 0)
    return best
  }

  /// Whether modes and starts are a schedule, by the definition; modes are numbered within their operation.
  public func isRight(chosen: [Int], start: [Int]) -> Bool {
    let span = modes.indices.map { start[$0]..<(start[$0] + modes[$0][chosen[$0]].duration) }
    let machine = modes.indices.map { modes[$0][chosen[$0]].machine }
    return zip(start, releases).allSatisfy { $0 >= $1 }
      && links.allSatisfy { span[$0.after].lowerBound >= span[$0.before].upperBound }
      && modes.indices.allSatisfy { one in
        modes.indices.allSatisfy { other in
          one == other || machine[one] != machine[other] || !span[one].overlaps(span[other])
        }
      }
  }
}
