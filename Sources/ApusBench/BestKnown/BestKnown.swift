/// The best bounds that anybody has published for the instances of a family.
///
/// Read from `Benchmarks/BestKnown/FAMILY.csv`. *Excess* is measured against the upper bounds; a run is *proven* where its
/// status is optimal and its objective is the optimum.
public struct BestKnown: Sendable, Equatable {
  /// What is known of one instance.
  public struct Entry: Sendable, Equatable {
    public let instance: String
    /// No solution is better than this; nil where nothing is published.
    public let lowerBound: Int?
    /// The objective of the best published solution; nil where there is none.
    public let upperBound: Int?
    /// Whether the upper bound is proven to be the optimum.
    public let isOptimal: Bool
    /// When the newer of the two bounds was found, `2026-06-01`.
    public let date: String
    /// Where the bounds come from.
    public let source: String

    /// The proven optimum, nil where the instance is open.
    public var optimum: Int? { isOptimal ? upperBound : nil }

    /// `objective` / best-known upper bound - 1: 0.01 is one percent worse, and less than 0 a new best solution.
    ///
    /// Nil where no upper bound is known, or it is 0 and the objective is not.
    public func excess(of objective: Int) -> Double? {
      guard let upperBound else { return nil }
      if objective == upperBound { return 0 }
      guard upperBound > 0 else { return nil }
      return Double(objective) / Double(upperBound) - 1
    }
  }

  /// In the file's order.
  public let entries: [Entry]
  private let places: [String: Int]

  /// Entries of different instances.
  init(entries: [Entry]) {
    self.entries = entries
    places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.instance, $0) })
  }

  /// What is known of an instance, nil where it is not listed.
  public subscript(instance: String) -> Entry? { places[instance].map { entries[$0] } }
}
