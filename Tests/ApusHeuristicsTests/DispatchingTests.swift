import ApusHeuristics
import ApusModel
import ApusStructure
import Testing

@Suite("Dispatching rules")
struct DispatchingTests {
  @Test("Schedules are feasible, and non-delay or active as asked for", arguments: 0..<200)
  func properties(seed: Int) {
    let shop = randomShop(seed: UInt64(seed))
    for rule in DispatchingRule.allCases {
      let nonDelay = shop.schedule(by: rule)
      #expect(nonDelay.fault(in: shop) == nil)
      #expect(nonDelay.leftShift(in: shop, isIdleOnly: true) == nil, "\(rule)")
      let active = shop.schedule(by: rule, .active)
      #expect(active.fault(in: shop) == nil)
      #expect(active.leftShift(in: shop, isIdleOnly: false) == nil, "\(rule)")
      #expect(min(nonDelay.objective, active.objective) >= shop.trivialBound)
    }
  }

  @Test(
    "ft06, ft10 and la01: FIFO, SPT, LPT, MWKR, LWKR, MOPNR, FDD/MWKR, SPT/TWKR",
    arguments: [
      ("ft06", 55, [65, 88, 77, 61, 83, 59, 67, 68]),
      ("ft10", 930, [1184, 1074, 1295, 1108, 1334, 1163, 1097, 1007]),
      ("la01", 666, [772, 751, 822, 735, 933, 763, 747, 708]),
    ])
  func classics(name: String, optimum: Int, makespans: [Int]) throws {
    let shop = try PublishedShops.carried(name)
    #expect(DispatchingRule.classic.map { shop.schedule(by: $0).objective } == makespans)
    #expect(shop.bestSchedule()?.objective == makespans.min())
    #expect(shop.trivialBound <= optimum)
    for rule in DispatchingRule.allCases {
      for kind in ScheduleClass.allCases {
        let schedule = shop.schedule(by: rule, kind)
        #expect(schedule.fault(in: shop) == nil && schedule.objective >= optimum)
      }
    }
    #expect(shop.bestSampledSchedule(by: .sptOverTwkr).objective >= optimum)
  }

  @Test("The queues give what looking at every job gives", arguments: 0..<300)
  func reference(seed: Int) {
    let shop = randomShop(seed: UInt64(seed) &+ 1000)
    for rule in DispatchingRule.classic {
      let reference = ReferenceDispatcher(shop: shop, rule: rule)
      for kind in ScheduleClass.allCases {
        #expect(shop.schedule(by: rule, kind).start == reference.start(kind), "\(rule) \(kind)")
      }
    }
  }

  @Test("Samples are feasible, the same for the same seed, and the rule itself at temperature 0", arguments: 0..<60)
  func samples(seed: Int) {
    let shop = randomShop(seed: UInt64(seed) &+ 5000)
    for kind in ScheduleClass.allCases {
      for rule in [DispatchingRule.mwkr, .mdd] {
        var first = SplitMix64(seed: UInt64(seed))
        var second = first
        let sample = shop.sampledSchedule(by: rule, kind, temperature: 1, using: &first)
        #expect(sample.fault(in: shop) == nil)
        #expect(sample.leftShift(in: shop, isIdleOnly: kind == .nonDelay) == nil)
        #expect(sample == shop.sampledSchedule(by: rule, kind, temperature: 1, using: &second) && first == second)
        let cold = shop.sampledSchedule(by: rule, kind, temperature: 0, using: &first)
        #expect(cold == shop.schedule(by: rule, kind))
        let best = shop.bestSampledSchedule(by: rule, kind, count: 8, seed: 3)
        #expect(best == shop.bestSampledSchedule(by: rule, kind, count: 8, seed: 3))
        #expect(best.fault(in: shop) == nil)
      }
    }
  }

  @Test("Rules with due dates look at them")
  func dueDates() {
    let jobs: [[Shop.Operation]] = [
      [.init(machine: 0, duration: 5)], [.init(machine: 0, duration: 4)], [.init(machine: 0, duration: 1)],
    ]
    let shop = Shop(
      jobs: jobs, machineCount: 1, objective: .weightedTardiness(due: [20, 3, 4], weight: [1, 1, 9]))
    #expect(shop.schedule(by: .edd).start == [5, 0, 4])
    #expect(shop.schedule(by: .mdd).start == [5, 0, 4])
    #expect(shop.schedule(by: .atc).start == [5, 1, 0])
    #expect(shop.schedule(by: .atc).objective == 2 && shop.schedule(by: .edd).objective == 10)
    #expect(shop.bestSchedule(by: DispatchingRule.dueDate)?.objective == 2)
    #expect(shop.bestSchedule(by: []) == nil)
  }

  @Test("A schedule becomes a solution of the model, by interval")
  func solution() throws {
    let model = Model("order of intervals unlike that of operations")
    let last = model.interval(lasting: 2)
    let first = model.interval(lasting: 3)
    model.require("order") { first.precedes(last) }
    model.require("machine") { NoOverlap([last, first]) }
    model.minimize(.makespan)
    let shop = try #require(Shop(recognizing: model.data))
    let schedule = shop.schedule(by: .spt)
    let solution = schedule.solution(of: shop)
    #expect(solution[first] == Solution.Span(start: 0, end: 3) && solution[last] == Solution.Span(start: 3, end: 5))
    #expect(schedule.objective == 5 && solution[model.data.objective!.expression] == 5)
  }

  #if DEBUG
    static let largeSizes = [(1_000, 10), (100, 100)]
  #else
    static let largeSizes = [(1_000, 10), (100, 100), (100, 1_000), (10_000, 10)]
  #endif

  @Test("Large shops, timed for the record", arguments: largeSizes)
  func speed(jobCount: Int, machineCount: Int) {
    var generator = SplitMix64(seed: 1)
    let jobs = (0..<jobCount).map { _ in
      (0..<machineCount).shuffled(using: &generator).map {
        Shop.Operation(machine: $0, duration: Int.random(in: 1...999, using: &generator))
      }
    }
    let shop = Shop(jobs: jobs, machineCount: machineCount)
    for kind in ScheduleClass.allCases {
      var times = DispatchingRule.allCases.map { rule in
        (rule.rawValue, ContinuousClock().measure { _ = shop.schedule(by: rule, kind) })
      }
      times.append(
        (
          "a sample",
          ContinuousClock().measure {
            _ = shop.sampledSchedule(by: .sptOverTwkr, kind, temperature: 0.1, using: &generator)
          }
        ))
      let text = times.map { "\($0.0) \($0.1 / .milliseconds(1))" }.joined(separator: ", ")
      print("\(jobCount) jobs, \(machineCount) machines, \(kind.rawValue), ms: \(text)")
    }
    print("\(jobCount) jobs, \(machineCount) machines, bound: \(ContinuousClock().measure { _ = shop.trivialBound })")
  }
}
