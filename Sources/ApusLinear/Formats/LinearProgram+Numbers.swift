extension LinearProgram {
  /// A number as programs read it: whole ones without a point, others in the fewest digits that give the same double.
  static func text(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 0x1p53 { return String(Int(value)) }
    return "\(value)"
  }

  /// Whether there is something to write for this objective.
  var hasCosts: Bool { costConstant != 0 || columns.contains { $0.cost != 0 } }
}
