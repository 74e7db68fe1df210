import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// The kernel of the cumulative resource against its definition, tick by tick.
@Suite struct ResourceProfileTests {
  private struct Part {
    var from: Int32
    var to: Int32
    var demand: Int64
    var counts: Bool
  }

  private struct Case {
    var random: SplitMix64
    let base: Int64
    let steps: [(from: Int32, level: Int64)]
    var parts: [Part]

    init(seed: Int) {
      random = SplitMix64(seed: seed)
      base = Int64(random.draw(0...6))
      var time = Int32(random.draw(-6...4))
      var steps: [(from: Int32, level: Int64)] = []
      while random.chance(40) {
        steps.append((time, Int64(random.draw(0...6))))
        time += Int32(random.draw(1...5))
      }
      self.steps = steps
      parts = []
      for _ in 0..<random.draw(0...6) { parts.append(Self.part(&random)) }
    }

    static func part(_ random: inout SplitMix64) -> Part {
      let from = Int32(random.draw(-8...8))
      return Part(
        from: from, to: from + Int32(random.draw(1...6)), demand: Int64(random.draw(1...3)),
        counts: random.chance(80))
    }

    /// The room at a tick, by definition.
    func room(at tick: Int32) -> Int64 {
      let level = steps.last { $0.from <= tick }?.level ?? base
      return parts.reduce(level) { $0 - ($1.counts && $1.from <= tick && tick < $1.to ? $1.demand : 0) }
    }

    func build(_ profile: borrowing ResourceProfile) {
      var from = parts.map(\.from)
      var to = parts.map(\.to)
      var demand = parts.map(\.demand)
      var counts = parts.map(\.counts)
      from.withUnsafeMutableBufferPointer { from in
        to.withUnsafeMutableBufferPointer { to in
          demand.withUnsafeMutableBufferPointer { demand in
            counts.withUnsafeMutableBufferPointer { counts in
              guard let a = from.baseAddress, let b = to.baseAddress, let c = demand.baseAddress,
                let d = counts.baseAddress
              else { return }
              profile.build(from: a, to: b, c, where: d)
            }
          }
        }
      }
    }
  }

  private static let ticks: ClosedRange<Int32> = -20...20

  @Test func roomIsThatOfEveryTick() {
    for seed in 0..<3_000 {
      var given = Case(seed: seed)
      if given.parts.isEmpty { continue }
      let profile = ResourceProfile(count: given.parts.count, capacity: CapacitySteps(given.base, given.steps))
      // The orders of one round are repaired for the next.
      for _ in 0..<4 {
        given.build(profile)
        compare(profile, given, seed)
        for index in given.parts.indices where given.random.chance(40) {
          given.parts[index] = Case.part(&given.random)
        }
      }
    }
  }

  private func compare(_ profile: borrowing ResourceProfile, _ given: Case, _ seed: Int) {
    for tick in Self.ticks {
      let forward = profile.segment(of: tick, 0)
      expect(profile.start(forward, 0) <= tick && tick < profile.end(forward, 0), "seed \(seed)")
      expect(profile.room(forward, 0) == given.room(at: tick), "seed \(seed)")
      let level = given.steps.last { $0.from <= tick }?.level ?? given.base
      expect(profile.capacity.level(at: tick) == level, "seed \(seed)")
      let backward = profile.segment(of: -1 - tick, 1)
      expect(profile.room(backward, 1) == given.room(at: tick), "seed \(seed)")
    }
    expect(profile.leastRoom == Self.ticks.map { given.room(at: $0) }.min(), "seed \(seed)")
  }

  @Test func theFirstTightSegmentHoldsTheFirstTickWithTooLittleRoom() {
    var found = 0
    for seed in 0..<3_000 {
      var given = Case(seed: seed)
      if given.parts.isEmpty { continue }
      let profile = ResourceProfile(count: given.parts.count, capacity: CapacitySteps(given.base, given.steps))
      given.build(profile)
      for _ in 0..<6 {
        let demand = Int64(given.random.draw(1...5))
        let first = Int32(given.random.draw(-10...10))
        let limit = first + Int32(given.random.draw(1...9))
        let own = given.random.pick(given.parts)
        let range = own.counts ? own.from..<own.to : 0..<0
        let expected = (first..<limit).first { given.room(at: $0) < demand && !range.contains($0) }
        let segment = profile.firstTight(
          from: profile.segment(of: first, 0), before: limit, demand, outside: range, 0)
        expect((segment >= 0) == (expected != nil), "seed \(seed)")
        if let expected {
          expect(profile.start(segment, 0) <= expected && expected < profile.end(segment, 0), "seed \(seed)")
          found += 1
        }
      }
    }
    #expect(found > 2_000)
  }
}
