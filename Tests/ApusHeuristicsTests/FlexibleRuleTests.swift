import ApusHeuristics
import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@Suite struct FlexibleRuleTests {
  @Test(arguments: 0..<200) func everyRuleMakesASchedule(seed: Int) throws {
    let random = RandomFlexibleShop(seed: seed, operations: 2...12, machines: 2...4)
    let shop = try #require(FlexibleShop(recognizing: random.model.data))
    for rule in FlexibleRule.allCases {
      let schedule = shop.schedule(by: rule)
      let chosen = schedule.mode.enumerated().map { Int($1) - shop.modes.of($0).lowerBound }
      #expect(random.isRight(chosen: chosen, start: schedule.start.map(Int.init)), "\(rule)")
      #expect(schedule.makespan >= shop.trivialBound)
    }
  }

  /// Two jobs on two like machines. By completion the short operations go first; by tails the long job does.
  @Test func byHand() throws {
    let model = Model()
    var visits: [[Interval]] = [[], []]
    func operation(_ duration: Int) -> Interval {
      let main = model.interval(lasting: duration, within: 0...100)
      let options = (0..<2).map { _ in model.optionalInterval(lasting: duration, within: 0...100) }
      model.require("") { Alternative(main, of: options) }
      for machine in 0..<2 { visits[machine].append(options[machine]) }
      return main
    }
    let (short, other, long) = (operation(2), operation(2), operation(3))
    let last = operation(5)
    model.require("") { long.precedes(last) }
    for machine in 0..<2 { model.require("") { NoOverlap(visits[machine]) } }
    model.minimize(.makespan)
    _ = (short, other)
    let shop = try #require(FlexibleShop(recognizing: model.data))
    #expect(shop.schedule(by: .ect).start == [0, 0, 2, 5])
    #expect(shop.schedule(by: .ect).makespan == 10)
  }
}
