import ApusBench
import ArgumentParser
import Foundation

/// `apus bench compare BASE NEW`.
struct BenchCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two sets of runs: is the new one better, worse or the same?",
    discussion: """
      BASE and NEW are folders of results or .ndjson files. Where one holds several solvers, say which: \
      results:apus results:cpsat. Runs are paired by suite, instance and seed.

      The exit status is 1 where the new runs are worse beyond --regression, or where two runs contradict each other.
      """)

  @Argument(help: ArgumentHelp("The runs to compare with.", valueName: "base"))
  var base: String

  @Argument(help: ArgumentHelp("The runs to judge.", valueName: "new"))
  var new: String

  @Option(help: ArgumentHelp("The solver on both sides, where no other is given.", valueName: "name"))
  var solver: String?

  @Option(
    help: ArgumentHelp(
      "How much worse is a regression: times to proof by this, or answers by 0.1 points, at the confidence.",
      valueName: "percent"))
  var regression = PercentArgument(0.02)

  @Option(help: ArgumentHelp("The confidence of intervals and verdict.", valueName: "percent"))
  var confidence = PercentArgument(0.95)

  func validate() throws {
    guard (0.5..<1).contains(confidence.fraction) else {
      throw ValidationError("--confidence: expected at least 50% and less than 100%")
    }
  }

  func run() throws {
    try finish {
      let old = try RunsArgument(base).readOne(solver: solver)
      let fresh = try RunsArgument(new).readOne(solver: solver)
      let best = try BestKnownLists(for: old.records + fresh.records)
      var settings = ComparisonSettings()
      settings.timeThreshold = regression.fraction
      settings.confidence = confidence.fraction
      settings.slowdown = max(1.1, 1 + regression.fraction)
      settings.best = best.objectives(of: old.records + fresh.records)
      let comparison: Comparison
      do {
        comparison = try Comparison(base: old.records, new: fresh.records, settings: settings)
      } catch { throw Failure(.badInput, "\(base) and \(new) cannot be compared: \(error)") }
      let summary = ComparisonSummary(base: old, new: fresh, best: best, settings: settings)
      try TextDestination(nil).write("\(summary.text)\n\(comparison.text)\(comparison.regressionText)")
      return comparison.isRegression || !comparison.contradictions.isEmpty ? .wrong : .done
    }
  }
}
