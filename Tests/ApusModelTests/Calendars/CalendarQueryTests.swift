import ApusModel
import ApusTestSupport
import Testing

/// Every query against a look at each tick.
@Suite struct CalendarQueryTests {
  /// Exceptions are within ±20, so beyond ±60 the pattern has gone round.
  private static let far = 60

  private func tickByTick(_ body: (WorkCalendar, [Bool], (Int) -> Bool, Int) throws -> Void) rethrows {
    for seed in 0..<600 {
      var random = SplitMix64(seed: seed)
      let calendar = RandomModel.calendar(using: &random)
      let works = (-Self.far...Self.far).map { ReferenceSemantics.works(calendar, $0) }
      try body(calendar, works, { works[$0 + Self.far] }, seed)
    }
  }

  @Test func ticksAndCountsAreThoseOfTheDefinition() {
    tickByTick { calendar, _, works, seed in
      var count = calendar.rank(-Self.far)
      for tick in -Self.far..<Self.far {
        #expect(calendar.isWorking(at: tick) == works(tick), "seed \(seed), \(tick)")
        #expect(calendar.rank(tick) == count, "seed \(seed), \(tick)")
        count += works(tick) ? 1 : 0
      }
      for start in stride(from: -30, to: 30, by: 7) {
        for end in start..<30 {
          #expect(calendar.workingTicks(in: start..<end) == (start..<end).filter(works).count, "seed \(seed)")
        }
      }
    }
  }

  @Test func nextAndLastTicksAreThoseOfTheDefinition() {
    tickByTick { calendar, _, works, seed in
      let later = -25..<Self.far
      for tick in -25...25 {
        let label = "seed \(seed), \(tick)"
        #expect(calendar.firstWorkingTick(from: tick) == later.first { $0 >= tick && works($0) }, "\(label)")
        #expect(calendar.firstBreak(from: tick) == later.first { $0 >= tick && !works($0) }, "\(label)")
        let earlier = (-Self.far..<tick).reversed()
        #expect(calendar.lastWorkingTick(before: tick) == earlier.first(where: works), "\(label)")
        #expect(calendar.lastBreak(before: tick) == earlier.first { !works($0) }, "\(label)")
      }
    }
  }

  @Test func workEndsAndStartsWhereTheDefinitionSays() {
    tickByTick { calendar, _, works, seed in
      for tick in -20...20 {
        for work in 0...4 {
          let label = "seed \(seed), \(work) from \(tick)"
          let end = (tick..<Self.far).first { end in (tick..<end).filter(works).count == work }
          #expect(calendar.end(ofWork: work, from: tick) == end, "\(label)")
          let start = (-Self.far...tick).reversed().first { start in
            (work == 0 || works(start)) && (start..<tick).filter(works).count == work
          }
          #expect(calendar.latestStart(ofWork: work, endingBy: tick) == start, "\(label)")
        }
      }
    }
  }

  @Test func stretchesOfALengthAreThoseOfTheDefinition() {
    tickByTick { calendar, _, works, seed in
      for length in 0...6 {
        func fits(_ start: Int) -> Bool { (start..<start + length).allSatisfy(works) }
        for tick in -20...20 {
          let label = "seed \(seed), \(length) from \(tick)"
          let first = (tick..<Self.far - length).first(where: fits)
          #expect(calendar.firstFit(of: length, from: tick) == first, "\(label)")
          let last = (-Self.far + length...tick).reversed().first { fits($0 - length) }
          #expect(calendar.lastFit(of: length, endingBy: tick) == last, "\(label)")
        }
      }
      let stretches = Array(calendar.stretches(in: -20..<20))
      #expect(stretches.flatMap { Array($0) } == (-20..<20).filter(works), "seed \(seed)")
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }
  }

  @Test func timesOfAnySizeAreAnswered() throws {
    let calendar = try WorkCalendar(every: 7, working: [1..<3], exceptions: [.off(-9..<9), .extra(20..<40)])
    for tick in [Int.min, -(1 << 61), 1 << 61, Int.max] {
      _ = (calendar.rank(tick), calendar.firstWorkingTick(from: tick), calendar.lastWorkingTick(before: tick))
      _ = (calendar.firstFit(of: 5, from: tick), calendar.lastFit(of: 5, endingBy: tick))
      _ = (calendar.end(ofWork: 5, from: tick), calendar.latestStart(ofWork: 5, endingBy: tick))
    }
    #expect(calendar.workingTicks(in: Int.min..<Int.max) > 0)
  }
}
