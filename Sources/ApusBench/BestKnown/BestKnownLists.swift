import ApusProblems
import Foundation

/// The best-known bounds of several families.
public struct BestKnownLists: Sendable {
  private let families: [String: BestKnown]

  /// Lists that are at hand.
  public init(_ families: [String: BestKnown]) { self.families = families }

  /// The lists of all families of the runs; a family without a list has no best-known bounds.
  ///
  /// - Throws: `InputError` where a list is broken.
  public init(for runs: [RunRecord], in folder: BenchmarkFolder = .standard) throws(InputError) {
    var families: [String: BestKnown] = [:]
    for family in Set(runs.map(\.family)).sorted() where folder.hasBestKnown(family: family) {
      families[family] = try folder.bestKnown(family: family)
    }
    self.init(families)
  }

  /// What is known of a run's instance; nil where nothing is, and where the run maximises, which no list is about.
  public func entry(for run: RunRecord) -> BestKnown.Entry? {
    run.sense == .minimize ? families[run.family]?[run.instance] : nil
  }
}

extension BestKnownLists {
  /// The best-known objectives of the instances of some runs, as ``ComparisonSettings/best`` has them.
  public func objectives(of runs: [RunRecord]) -> [InstanceName: Double] {
    var result: [InstanceName: Double] = [:]
    for run in runs {
      if let upper = entry(for: run)?.upperBound { result[InstanceName(run)] = Double(upper) }
    }
    return result
  }
}
