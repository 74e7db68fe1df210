import Foundation

/// An instance on which the new runs are worse, by the worst that happened to it.
public struct Regression: Sendable, Hashable, CustomStringConvertible {
  /// What grew worse, the worst first.
  public enum Kind: Int, Sendable, Hashable {
    case answerLost, objectiveWorse, proofLost, slower
  }

  public let instance: InstanceName
  public let kind: Kind
  /// Runs that lost an answer or a proof; by how much the mean distance from the best objective grew; the ratio of times.
  public let size: Double

  public var description: String {
    switch kind {
    case .answerLost: "\(instance.instance) no answer"
    case .objectiveWorse: instance.instance + String(format: " objective +%.2f %%", 100 * size)
    case .proofLost: "\(instance.instance) no proof"
    case .slower: instance.instance + String(format: " x%.2f", size)
    }
  }

  /// The regression of one instance, if it is one.
  init?(_ name: InstanceName, _ pairs: [RunPair], _ measure: RunMeasure, _ settings: ComparisonSettings) {
    func lost(_ has: (RunRecord) -> Bool) -> Double {
      pairs.reduce(0) { $0 + (has($1.base) ? 1 : 0) - (has($1.new) ? 1 : 0) }
    }
    let answers = lost(\.isSolved)
    let proofs = lost(\.isProven)
    let worse = Statistics.mean(pairs.map { measure.quality($0.new) - measure.quality($0.base) }) ?? 0
    let shift = settings.shift
    let before = Statistics.shiftedGeometricMean(pairs.map { measure.seconds($0.base) }, shift: shift) ?? 0
    let after = Statistics.shiftedGeometricMean(pairs.map { measure.seconds($0.new) }, shift: shift) ?? 0
    let ratio = (after + shift) / (before + shift)
    instance = name
    if answers > 0 {
      (kind, size) = (.answerLost, answers)
    } else if worse > settings.qualityThreshold {
      (kind, size) = (.objectiveWorse, worse)
    } else if proofs > 0 {
      (kind, size) = (.proofLost, proofs)
    } else if ratio >= settings.slowdown {
      (kind, size) = (.slower, ratio)
    } else {
      return nil
    }
  }

  /// Whether `a` is to be named before `b`.
  static func isWorse(_ a: Regression, _ b: Regression) -> Bool {
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    return a.size != b.size ? a.size > b.size : a.instance < b.instance
  }
}
