import Testing

@testable import ApusBench

/// Runs against a list of best-known bounds.
struct RecordsTests {
  private let best = BestKnownLists([
    "f": BestKnown(entries: [
      .init(instance: "open", lowerBound: 90, upperBound: 100, isOptimal: false, date: "2026-01-01", source: "t"),
      .init(instance: "closed", lowerBound: 100, upperBound: 100, isOptimal: true, date: "2026-01-01", source: "t"),
    ])
  ])

  private func kinds(_ runs: RunRecord...) -> [RecordFinding.Kind] { Records(runs, best: best).findings.map(\.kind) }

  private func run(_ instance: String, _ objective: Double?, bound: Double?) -> RunRecord {
    var run = Runs.stopped(instance, objective: objective)
    run.bound = bound
    return run
  }

  @Test func metAndMissed() {
    #expect(kinds(run("closed", 100, bound: 80)) == [.meets])
    #expect(kinds(run("closed", 101, bound: 80)).isEmpty)
    #expect(kinds(run("closed", nil, bound: nil)).isEmpty)
  }

  @Test func better() {
    #expect(kinds(run("open", 99, bound: 80)) == [.betterUpper])
    #expect(kinds(run("open", 120, bound: 91)) == [.betterLower])
    #expect(kinds(Runs.proven("open", 5, objective: 95)) == [.betterUpper, .betterLower])
    // The noise of floating-point bounds is no record.
    #expect(kinds(run("open", 120, bound: 90 + 1e-9)).isEmpty)
  }

  @Test func unverifiedSolutionsCountForNothing() {
    var claim = run("open", 99, bound: 80)
    claim.verified = false
    #expect(kinds(claim).isEmpty)
  }

  @Test func contradictions() {
    #expect(kinds(run("closed", 99, bound: 80)) == [.contradiction])
    #expect(kinds(run("open", 110, bound: 101)) == [.contradiction])
    // A false proof, verified or not, puts the bound at its objective.
    #expect(kinds(Runs.proven("closed", 5, objective: 103)) == [.contradiction])
    var none = run("open", nil, bound: nil)
    none.status = .infeasible
    #expect(kinds(none) == [.contradiction])
    let records = Records([run("closed", 99, bound: 80), run("other", 5, bound: 5)], best: best)
    #expect(records.isContradicted && records.listed == 1 && records.unlisted == 1)
    #expect(
      records.text().hasPrefix(
        "CONTRADICTION  closed: the verified objective 99 is below the best-known lower bound 100 (apus, seed 0, "))
    #expect(records.text().hasSuffix("one of the two is wrong\n"))
  }

  @Test func namesAreOnlyGivenWhereAsked() {
    let records = Records([Runs.proven("closed", 5)], best: best)
    #expect(!records.isContradicted && !records.text().contains("closed"))
    #expect(records.text(namesMet: true).hasPrefix("meets          closed: 100 meets the best known, proven ("))
  }
}
