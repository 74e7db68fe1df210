/// The statistics that benchmark reports are made of: pure functions of numbers, equal on every machine for equal seeds.
///
/// A statistic that has no value, such as the mean of nothing, is `nil`; input that is not a number gives `nil` as well.
public enum Statistics {
  /// The arithmetic mean.
  public static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : number(values.reduce(0, +) / Double(values.count))
  }

  /// `value`, or `nil` where it is not a number.
  static func number(_ value: Double) -> Double? { value.isNaN ? nil : value }
}
