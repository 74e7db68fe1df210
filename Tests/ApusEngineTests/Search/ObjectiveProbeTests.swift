import Testing

@testable import ApusEngine

@Suite struct ObjectiveProbeTests {
  private func nextTrial(_ probe: inout ObjectiveProbe, bound: Int, target: Int) -> Int? {
    for _ in 0..<20 where probe.assumed == nil { probe.startTrial(bound: bound, target: target, conflicts: 5) }
    return probe.assumed
  }

  @Test func refutationsMakeItBolderAndFailuresMoreModest() {
    var probe = ObjectiveProbe()
    #expect(nextTrial(&probe, bound: 100, target: 1000) == 100)
    #expect(probe.refuted() == 101)
    #expect(nextTrial(&probe, bound: 101, target: 1000) == 102)
    #expect(probe.refuted() == 103)
    let bold = nextTrial(&probe, bound: 103, target: 1000)
    #expect(bold == 106)
    probe.endTrial()
    #expect(nextTrial(&probe, bound: 103, target: 1000) == 104)
  }

  @Test func itNeverAssumesWhatTheDescentAsksForAnyway() {
    var probe = ObjectiveProbe()
    #expect(nextTrial(&probe, bound: 10, target: 10) == nil)
    for _ in 0..<30 {
      guard let value = nextTrial(&probe, bound: 10, target: 14) else { break }
      #expect(value < 14)
      _ = probe.refuted()
    }
  }

  @Test func itsBudgetIsInConflicts() {
    var probe = ObjectiveProbe()
    _ = nextTrial(&probe, bound: 0, target: 9)
    for _ in 0..<4 { probe.countConflict() }
    #expect(!probe.isOverBudget)
    probe.countConflict()
    #expect(probe.isOverBudget)
  }
}
