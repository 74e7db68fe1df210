import ApusBench
import Testing

/// Input that supports no verdict gives none, and says why.
@Suite struct DegenerateComparisonTests {
  @Test func nothing() throws {
    let comparison = try Comparison(base: [], new: [])
    #expect(comparison.verdict == .cannotTell && comparison.time == nil && comparison.winTest == 1)
    #expect(comparison.doubt == "no instance and seed is in both sets")
    #expect(comparison.text.split(separator: "\n").count == 10)
  }

  @Test func fewInstances() throws {
    var settings = ComparisonSettings()
    #expect(settings.fewestInstances == 6)
    settings.confidence = 0.99
    #expect(settings.fewestInstances == 8)
    for count in 1...7 {
      let names = ComparisonTests.names(count)
      let comparison = try Comparison(
        base: names.map { Runs.proven($0, 10) }, new: names.map { Runs.proven($0, 100) })
      #expect(comparison.verdict == (count < 6 ? .cannotTell : .worse))
      #expect(comparison.doubt == (count < 6 ? "\(count) instances are too few, 6 needed" : nil))
    }
  }

  @Test func allTimeouts() throws {
    let runs = ComparisonTests.names(10).map { Runs.stopped($0, objective: nil) }
    let comparison = try Comparison(base: runs, new: runs)
    #expect(comparison.verdict == .cannotTell && comparison.doubt == "no run solved anything")
    #expect(comparison.time?.estimate == 1 && comparison.excess == nil && comparison.ties == 10)
  }

  @Test func zeroTimes() throws {
    let runs = ComparisonTests.names(10).map { Runs.proven($0, 0) }
    for shift in [0.0, 1] {
      var settings = ComparisonSettings()
      settings.shift = shift
      let comparison = try Comparison(base: runs, new: runs, settings: settings)
      #expect(comparison.verdict == .same && comparison.time?.estimate == 1)
    }
    // From nothing to something is no ratio of geometric means without a shift.
    var settings = ComparisonSettings()
    settings.shift = 0
    let slower = ComparisonTests.names(10).map { Runs.proven($0, 3) }
    #expect(try Comparison(base: runs, new: slower, settings: settings).verdict != .better)
    #expect(try Comparison(base: runs, new: slower).verdict == .worse)
  }

  /// An answer without an objective, and one that failed its check, are no answers.
  @Test func missingObjective() throws {
    let base = ComparisonTests.names(8).map { Runs.proven($0, 5) }
    let new = base.enumerated().map { place, run in
      var run = run
      if place % 2 == 0 { run.objective = nil } else { run.verified = false }
      return run
    }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.solved == .init(base: 8, new: 0) && comparison.losses == 8)
    #expect(comparison.verdict == .worse && comparison.excess == nil)
    #expect(comparison.regressions.first?.description == "i0 no answer")
  }

  /// A crash is charged the limit, or the longest time where there is no limit, and is never fast.
  @Test func crashesAreNotFast() throws {
    func unlimited(_ run: RunRecord, crash: Bool) -> RunRecord {
      var run = run
      run.limit = nil
      if crash {
        run.status = .error
        run.objective = nil
        run.verified = false
        run.seconds = 0.1
      }
      return run
    }
    let base = ComparisonTests.names(8).map { unlimited(Runs.proven($0, 5), crash: false) }
    let new = ComparisonTests.names(8).map { unlimited(Runs.proven($0, 5), crash: true) }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.verdict == .worse && comparison.time?.estimate == 1)
  }

  @Test func wrongPairing() throws {
    let run = Runs.proven("a", 5)
    #expect(throws: RunPairingError.self) { try Comparison(base: [run, run], new: [run]) }
    var other = run
    other.limit = 10
    #expect(throws: RunPairingError.self) { try Comparison(base: [run], new: [other]) }
    other = run
    other.sense = .maximize
    #expect(throws: RunPairingError.self) { try Comparison(base: [run], new: [other]) }
    do {
      _ = try Comparison(base: [run], new: [run, run])
    } catch { #expect(error.description == "s/a seed 0: twice in the new set") }
    let comparison = try Comparison(base: [run, Runs.proven("b", 5)], new: [Runs.proven("a", seed: 1, 5), run])
    #expect(comparison.pairs == 1)
    #expect(comparison.onlyBase == ["s/b seed 0"] && comparison.onlyNew == ["s/a seed 1"])
  }

  @Test func contradictions() throws {
    let base = ComparisonTests.names(8).map { Runs.proven($0, 5) }
    var new = base
    new[3].objective = 90
    new[3].bound = 90
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.contradictions == ["s/i3: base seed 0 proved 100.0, but there is 90.0"])
    #expect(comparison.verdict == .cannotTell && comparison.doubt == "answers contradict each other")
    new = base
    new[2].status = .infeasible
    new[2].verified = false
    #expect(
      try Comparison(base: base, new: new).contradictions
        == ["s/i2: new seed 0 says infeasible, but there is a solution"])
  }

  /// Where nothing is optimised, an answer is a proof.
  @Test func nothingToOptimise() throws {
    func plain(_ run: RunRecord) -> RunRecord {
      var run = run
      run.sense = nil
      run.objective = nil
      run.bound = nil
      if run.status == .optimal { run.status = .feasible }
      return run
    }
    let base = ComparisonTests.names(8).map { plain(Runs.proven($0, 5)) }
    let new = ComparisonTests.names(8).map { plain(Runs.stopped($0, objective: nil)) }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.proven == .init(base: 8, new: 0) && comparison.verdict == .worse)
    #expect(try Comparison(base: base, new: base).verdict == .same)
  }
}
