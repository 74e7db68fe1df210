import Testing

@testable import ApusEngine

@Suite struct InferenceTests {
  @Test func everyInferenceIsImpliedByItsPremises() throws {
    var judged: [String: Int] = [:]
    var minimal: [String: Int] = [:]
    var (cases, learned) = (0, 0)
    for seed in 0..<4_000 {
      guard let harness = try InferenceHarness.run(seed: seed) else { continue }
      cases += 1
      learned += harness.learned
      judged.merge(harness.judged, uniquingKeysWith: +)
      minimal.merge(harness.minimal, uniquingKeysWith: +)
      #expect(harness.complaints.isEmpty, "\(harness.complaints.prefix(3).joined(separator: "\n"))")
      #expect(harness.undecided.isEmpty, "seed \(seed)")
    }
    for (rule, count) in judged.sorted(by: { $0.key < $1.key }) {
      print("\(rule): \(count) judged, \(100 * (minimal[rule] ?? 0) / count) % minimal")
    }
    print(cases, learned)
  }
}
