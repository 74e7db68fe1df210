import ApusBench
import ApusModel
import Testing

@Suite struct IntegralTests {
  static func event(_ t: Double, _ objective: Double? = nil, _ bound: Double? = nil) -> RunEvent {
    RunEvent(run: "r", t: t, objective: objective, bound: bound)
  }

  @Test func primalByHand() {
    // 1 for two seconds, then 0.5 for three, then 0.2 for five.
    let events = [Self.event(5, 125), Self.event(2, 200), Self.event(6, nil, 90), Self.event(7, 150)]
    #expect(agree(Statistics.primalIntegral(events, reference: 100, end: 10, sense: .minimize), 2 + 1.5 + 1))
    #expect(agree(Statistics.primalIntegral(events, reference: 100, end: 4, sense: .minimize), 3))
    #expect(agree(Statistics.primalIntegral(events, reference: 100, end: 2, sense: .minimize), 2))
    #expect(Statistics.primalIntegral(events, reference: 100, end: 0, sense: .minimize) == 0)
    #expect(Statistics.primalIntegral([], reference: 100, end: 7, sense: .minimize) == 7)
    #expect(Statistics.primalIntegral([], reference: 100, end: -1, sense: .minimize) == nil)
    let rising = [Self.event(1, 50), Self.event(2, 80), Self.event(3, 60)]
    #expect(agree(Statistics.primalIntegral(rising, reference: 100, end: 4, sense: .maximize), 1 + 0.5 + 0.4))
  }

  @Test func gapByHand() {
    // No bound for two seconds; 200 against 50 for one; 100 against 50 for two; closed.
    let events = [Self.event(1, 200), Self.event(2, nil, 50), Self.event(3, 100), Self.event(5, nil, 100)]
    #expect(agree(Statistics.gapIntegral(events, end: 9, sense: .minimize), 2 + 0.75 + 1))
    #expect(Statistics.gapIntegral([Self.event(1, 5)], end: 9, sense: .minimize) == 9)
    // When maximising, bounds come down.
    let falling = [Self.event(0, 50, 200), Self.event(2, nil, 100), Self.event(3, nil, 150)]
    #expect(agree(Statistics.gapIntegral(falling, end: 4, sense: .maximize), 1.5 + 1))
  }

  /// Against a sum over small steps, each looking at all events anew.
  @Test func againstSteps() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<40 {
      // Times on a grid of 1/16, so that steps of 1/16 are exact.
      let events = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Self.event(
          Double(Int.random(in: 0...100, using: &random)) / 16,
          Bool.random(using: &random) ? Double(Int.random(in: -20...120, using: &random)) : nil,
          Bool.random(using: &random) ? Double(Int.random(in: -40...20, using: &random)) : nil)
      }
      var primal = 0.0
      var gap = 0.0
      for step in 0..<80 {
        let seen = events.filter { $0.t <= Double(step) / 16 }
        let objective = seen.compactMap(\.objective).min()
        primal += Statistics.boundedGap(objective, reference: -3) / 16
        gap += Statistics.boundedGap(objective, reference: seen.compactMap(\.bound).max()) / 16
      }
      #expect(agree(Statistics.primalIntegral(events, reference: -3, end: 5, sense: .minimize), primal))
      #expect(agree(Statistics.gapIntegral(events, end: 5, sense: .minimize), gap))
    }
  }
}
