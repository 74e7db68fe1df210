import ApusBench
import Testing

@Suite struct ComparisonTests {
  static func names(_ count: Int) -> [String] { (0..<count).map { "i\($0)" } }

  @Test func byHand() throws {
    let base = [
      Runs.proven("a", 9), Runs.proven("b", 9), Runs.stopped("c", objective: 110), Runs.stopped("d", objective: nil),
      Runs.proven("e", 9), Runs.stopped("f", objective: 100),
    ]
    let new = [
      Runs.proven("a", 19), Runs.proven("b", 9.01), Runs.stopped("c", objective: 100),
      Runs.stopped("d", objective: 50), Runs.stopped("e", objective: 100), Runs.stopped("f", objective: 125),
    ]
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.pairs == 6 && comparison.instances == 6)
    #expect(comparison.solved == .init(base: 5, new: 6))
    #expect(comparison.proven == .init(base: 3, new: 2))
    // Won: c and d; lost: a by time, e by proof, f by objective; tied: b, whose times hardly differ.
    #expect(comparison.wins == 2 && comparison.losses == 3 && comparison.ties == 1)
    // Shifted by 1: 10, 10, 1001, 1001, 10, 1001 against 20, 10.01, 1001, 1001, 1001, 1001.
    let before = Statistics.shiftedGeometricMean([9, 9, 1000, 1000, 9, 1000], shift: 1) ?? 0
    let after = Statistics.shiftedGeometricMean([19, 9.01, 1000, 1000, 1000, 1000], shift: 1) ?? 0
    #expect(agree(comparison.time?.estimate, after / before, within: 1e-9))
    // d is left out; over the rest 0.1 against 0.25, on five instances.
    #expect(agree(comparison.excess?.estimate, (0.25 - 0.1) / 5))
    #expect(agree(comparison.quality?.estimate, (0.2 - (1 - 100.0 / 110) - 1) / 6))
    #expect(comparison.regressions.map(\.description) == ["f objective +20.00 %", "e no proof"])
    #expect(comparison.contradictions.isEmpty)
    #expect(comparison.verdict == .cannotTell && comparison.doubt == "the differences are within the noise")
    #expect(comparison.text.split(separator: "\n").count == 10)
  }

  @Test func regressionsAreNamedWorstFirst() throws {
    let base = Self.names(5).map { Runs.proven($0, 10) }
    let new = [
      Runs.proven("i0", 30), Runs.stopped("i1", objective: nil), Runs.proven("i2", 60), Runs.proven("i3", 15),
      Runs.stopped("i4", objective: 101),
    ]
    let comparison = try Comparison(base: base, new: new)
    #expect(
      comparison.regressions.map(\.description)
        == ["i1 no answer", "i4 objective +0.99 %", "i2 x5.55", "i0 x2.82"])
  }

  /// Instances weigh equally: four seeds of one do not outvote one seed of another.
  @Test func instancesWeighEqually() throws {
    let base = (0..<4).map { Runs.proven("a", seed: $0, 10) } + [Runs.proven("b", 10)]
    let new = (0..<4).map { Runs.proven("a", seed: $0, 20) } + [Runs.proven("b", 5)]
    var settings = ComparisonSettings()
    settings.shift = 0
    #expect(agree(try Comparison(base: base, new: new, settings: settings).time?.estimate, 1))
  }

  @Test func worseAnswersAtEqualTimes() throws {
    let base = Self.names(12).map { Runs.stopped($0, objective: 100) }
    let new = Self.names(12).map { Runs.stopped($0, objective: 103) }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.verdict == .worse && comparison.timeVerdict == .same && comparison.qualityVerdict == .worse)
    #expect(try Comparison(base: new, new: base).verdict == .better)
    #expect(try Comparison(base: base, new: base).verdict == .same)
  }

  @Test func maximising() throws {
    func maximised(_ runs: [RunRecord]) -> [RunRecord] {
      runs.map {
        var run = $0
        run.sense = .maximize
        run.bound = 1000
        return run
      }
    }
    let low = maximised(Self.names(8).map { Runs.stopped($0, objective: 80) })
    let high = maximised(Self.names(8).map { Runs.stopped($0, objective: 100) })
    let comparison = try Comparison(base: low, new: high)
    #expect(comparison.verdict == .better && comparison.wins == 8)
    #expect(agree(comparison.excess?.estimate, -0.2))
  }

  /// A best-known objective is the reference, until a run has a better one.
  @Test func bestKnown() throws {
    let base = Self.names(6).map { Runs.stopped($0, objective: 110) }
    let new = Self.names(6).map { Runs.stopped($0, objective: 105) }
    var settings = ComparisonSettings()
    settings.best[InstanceName(suite: "s", instance: "i0")] = 50
    settings.best[InstanceName(suite: "s", instance: "i1")] = 200
    let comparison = try Comparison(base: base, new: new, settings: settings)
    #expect(agree(comparison.excess?.estimate, -(0.1 + 5 * 5.0 / 105) / 6))
  }

  @Test func oppositeWays() throws {
    let base = Self.names(10).map { Runs.proven($0, 10) } + (10..<20).map { Runs.stopped("i\($0)", objective: 100) }
    let new = Self.names(10).map { Runs.proven($0, 5) } + (10..<20).map { Runs.stopped("i\($0)", objective: 120) }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.verdict == .cannotTell && comparison.doubt == "times and answers point opposite ways")
  }

  /// One instance that is ten times slower is named, but is no trend; where hairs elsewhere point the same way, neither.
  @Test func oneInstanceIsNoTrend() throws {
    let base = Self.names(10).map { Runs.proven($0, 10) }
    for hair in [0.0, 1e-6, -1e-6] {
      let new = Self.names(10).enumerated().map { Runs.proven($1, $0 == 0 ? 100 : $0 < 4 ? 10 + hair : 10) }
      let comparison = try Comparison(base: base, new: new)
      #expect(comparison.verdict == .cannotTell)
      #expect(comparison.regressions.map(\.description) == ["i0 x9.18"])
    }
  }

  @Test func otherMachinesAreDoubtful() throws {
    let base = Self.names(6).map { Runs.proven($0, 10) }
    let new = base.map {
      var run = $0
      run.host = "other"
      run.threads = 2
      run.commit = "64b2326"
      return run
    }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.circumstances.differences == ["host: h, other", "threads: 1, 2"])
    let head = "compared   apus -> apus 64b2326: 6 pairs of runs on 6 instances, intervals at 95 %\n"
    #expect(comparison.text.hasPrefix(head))
    #expect(comparison.text.contains("\ndoubtful   not the same host: h, other; not the same threads: 1, 2\n"))
    #expect(comparison.text.hasSuffix("\nverdict    the same within 2 % of time, at 95 % confidence\n"))
  }

  @Test func equalRunsGiveEqualText() throws {
    let base = Self.names(9).enumerated().map { Runs.proven($1, Double($0)) }
    let new = Self.names(9).enumerated().map { Runs.proven($1, Double($0) * 1.3) }
    let text = try Comparison(base: base, new: new).text
    #expect(try Comparison(base: base.reversed(), new: new.shuffled()).text == text)
  }
}
