import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct InferenceTests {
  /// Rules whose explanations cannot do without any of their premises.
  private static let promised = ["clause", "edge", "guard of an edge"]

  @Test func everyInferenceOnRandomModelsIsImpliedByItsPremises() throws {
    var size = RandomModel.Size()
    size.intervals = 2...4
    size.window = 6
    let tally = try tally(0..<3_000, "random models") { RandomModel.data(seed: $0, size: size) }
    #expect(tally.withSolutions > 1_500)
    #expect(tally.learned > 800)
  }

  @Test func everyInferenceOnATightResourceIsImpliedByItsPremises() throws {
    let tally = try tally(0..<1_500, "tight resources") { TightMachine.data(seed: $0) }
    #expect(tally.withSolutions > 300)
    #expect(tally.judged["overload", default: 0] > 200)
    for rule in ["precedenceEnergy", "detectablePrecedences", "notLast", "edgeFinding", "edgeFindingOrder"] {
      #expect(tally.judged[rule, default: 0] > 100, "\(rule)")
    }
  }

  @Test func everyInferenceOnRandomModelsWithUsageIsImpliedByItsPremises() throws {
    var size = RandomModel.Size(kinds: [.usage])
    size.intervals = 2...4
    size.window = 6
    let tally = try tally(0..<3_000, "random usage") { RandomModel.data(seed: $0, size: size) }
    #expect(tally.withSolutions > 1_500)
    #expect(tally.judged["cumulative push", default: 0] > 1_000)
  }

  @Test func everyInferenceOnATightCapacityIsImpliedByItsPremises() throws {
    let tally = try tally(0..<3_000, "tight capacities") { TightCapacity.data(seed: $0) }
    #expect(tally.withSolutions > 300)
    for rule in ["cumulative push", "cumulative demand", "cumulative energy", "conflict of CumulativePropagator"] {
      #expect(tally.judged[rule, default: 0] > 100, "\(rule)")
    }
  }

  @Test(arguments: RandomModel.Kind.allCases)
  func everyInferenceOnRandomModelsWithAKindIsImpliedByItsPremises(_ kind: RandomModel.Kind) throws {
    var size = RandomModel.Size(kinds: [kind])
    size.intervals = 2...4
    size.window = 6
    let tally = try tally(0..<3_000, "random \(kind)") { RandomModel.data(seed: $0, size: size) }
    #expect(tally.withSolutions > 500)
  }

  @Test(arguments: [RandomModel.Kind.alternative, .span])
  func everyInferenceOnATightChoiceIsImpliedByItsPremises(_ kind: RandomModel.Kind) throws {
    let tally = try tally(0..<2_000, "tight \(kind)") { TightChoice.data(seed: $0, kinds: [kind]) }
    #expect(tally.withSolutions > 300)
    #expect(tally.judged["MaximumPropagator", default: 0] > 1_000)
  }

  @Test func everyInferenceOnTightSetupsIsImpliedByItsPremises() throws {
    let tally = try tally(0..<2_000, "tight setups") { TightSetups.data(seed: $0) }
    #expect(tally.withSolutions > 300)
  }

  @Test func everyInferenceOnATightReservoirIsImpliedByItsPremises() throws {
    let tally = try tally(0..<2_000, "tight reservoirs") { TightReservoir.data(seed: $0) }
    #expect(tally.withSolutions > 300)
    for rule in ["ReservoirPropagator", "conflict of ReservoirPropagator"] {
      #expect(tally.judged[rule, default: 0] > 100, "\(rule)")
    }
  }

  @Test func everyInferenceOnATightCalendarIsImpliedByItsPremises() throws {
    let tally = try tally(0..<4_000, "tight calendars") { TightCalendar.data(seed: $0) }
    #expect(tally.withSolutions > 1_000)
    let rules = ["endUp", "startDown", "endDown", "startUp", "amountUp", "amountDown", "settleUp", "settleDown"]
    for rule in rules.map({ "work \($0)" }) + ["FitPropagator", "ExtentPropagator"] {
      #expect(tally.judged[rule, default: 0] > 100, "\(rule)")
    }
  }

  private struct Tally {
    var judged: [String: Int] = [:]
    var tried: [String: Int] = [:]
    var minimal: [String: Int] = [:]
    var undecided: [String: Int] = [:]
    var withSolutions = 0
    var learned = 0
  }

  private func tally(_ seeds: Range<Int>, _ title: String, _ model: (Int) -> ModelData) throws -> Tally {
    var tally = Tally()
    for seed in seeds {
      guard let harness = try InferenceHarness.run(model(seed), seed: seed) else { continue }
      tally.withSolutions += harness.hasSolutions ? 1 : 0
      tally.learned += harness.learned
      tally.judged.merge(harness.judged, uniquingKeysWith: +)
      tally.tried.merge(harness.tried, uniquingKeysWith: +)
      tally.minimal.merge(harness.minimal, uniquingKeysWith: +)
      tally.undecided.merge(harness.undecided, uniquingKeysWith: +)
      #expect(harness.complaints.isEmpty, "\(harness.complaints.prefix(3).joined(separator: "\n"))")
    }
    #expect(tally.undecided.isEmpty)
    for (rule, count) in tally.tried.sorted(by: { $0.key < $1.key }) {
      let minimal = tally.minimal[rule, default: 0]
      if Self.promised.contains(rule) { #expect(minimal == count, "\(rule) promises to need every premise") }
      let share = "\(100 * minimal / count) % of \(count) without a premise to spare"
      print("\(title): \(rule): \(tally.judged[rule, default: 0]) judged, \(share)")
    }
    return tally
  }
}
