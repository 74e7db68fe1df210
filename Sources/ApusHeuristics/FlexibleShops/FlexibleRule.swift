/// Which operation goes next in a flexible shop; each on the machine where it then ends first.
public enum FlexibleRule: String, Sendable, Hashable, CaseIterable {
  /// Earliest completion time: what can end first.
  case ect
  /// Longest tail: of those that want the machine on which something can end first, what has the longest path of least durations to go.
  case lt
}
