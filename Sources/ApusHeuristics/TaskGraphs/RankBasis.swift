/// What stands for the times of a task on several processors, and for the delays of an arc between them, where a rank wants one number.
///
/// H. Zhao, R. Sakellariou: *An experimental investigation into the rank function of the heterogeneous earliest finish time scheduling
/// algorithm*. Euro-Par 2003, 189–194.
public enum RankBasis: String, Sendable, Hashable, CaseIterable {
  /// The mean, as Topcuoglu and others take it.
  case mean
  /// The middle one, or the mean of the two in the middle.
  case median
  /// The greatest.
  case worst
  /// The least.
  case best

  /// The number that stands for some; 0 for none. O(n), the median O(n log n).
  func value(of numbers: [Int32]) -> Double {
    guard !numbers.isEmpty else { return 0 }
    switch self {
    case .mean: return Double(numbers.reduce(0) { $0 + Int($1) }) / Double(numbers.count)
    case .median:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return Double(sorted[middle]) }
      return (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
    case .worst: return Double(numbers.max() ?? 0)
    case .best: return Double(numbers.min() ?? 0)
    }
  }
}
