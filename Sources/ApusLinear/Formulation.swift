/// How resources become rows, where there is a choice. `Docs/MixedIntegerPrograms.md` has the rows and their sources.
public enum Formulation: String, Sendable, Hashable, CaseIterable {
  /// By order, but for cumulative resources of so many intervals that time-indexed rows are fewer.
  case automatic = "auto"
  /// A binary for the order of each pair of intervals, with big constants from their windows.
  case order
  /// A binary for each start of each interval of fixed length; what has no fixed length goes by order.
  case timeIndexed = "time-indexed"
  /// For machines, a binary for each position of each interval that is always there and has a fixed length; the rest goes by order.
  case position
  /// The same, and each interval at a position has at least the shortest others before it.
  case tightPosition = "tight-position"
  /// For cumulative resources, units that flow from interval to interval; the rest goes by order.
  case flow
}
