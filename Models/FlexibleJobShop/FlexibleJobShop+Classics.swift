/// Instances that come with Apus, so that it can be tried without a download. The README has the papers.
extension FlexibleJobShop {
  /// The names that ``named(_:)`` knows.
  public static let carriedNames: [String] = classics.map(\.name)

  /// The carried instance of that name from the literature; nil if not known.
  public static func named(_ name: String) -> FlexibleJobShop? {
    guard let classic = classics.first(where: { $0.name == name }) else { return nil }
    return try? FlexibleJobShop(bytes: Array(classic.text.utf8), name: name, format: .fjs)
  }

  /// The proven least makespan of a carried classic; nil for all other names.
  public static func provenOptimum(of name: String) -> Int? {
    classics.first { $0.name == name }?.optimum
  }

  /// Kacem's shop of 4 jobs on 5 machines (2002) and the first of Brandimarte's (1993), in the format `.fjs`.
  private static let classics: [(name: String, optimum: Int, text: String)] = [
    (
      "kacem1", 11,
      """
      4 5 5
      3 5 1 2 2 5 3 4 4 1 5 2 5 1 5 2 4 3 5 4 7 5 5 5 1 4 2 5 3 5 4 4 5 5
      3 5 1 2 2 5 3 4 4 7 5 8 5 1 5 2 6 3 9 4 8 5 5 5 1 4 2 5 3 4 4 54 5 5
      4 5 1 9 2 8 3 6 4 7 5 9 5 1 6 2 1 3 2 4 5 5 4 5 1 2 2 5 3 4 4 2 5 4 5 1 4 2 5 3 2 4 1 5 5
      2 5 1 1 2 5 3 2 4 4 5 12 5 1 5 2 1 3 2 4 1 5 2
      """
    ),
    (
      "mk01", 40,
      """
      10 6 2
      6 2 1 5 3 4 3 5 3 3 5 2 1 2 3 4 6 2 3 6 5 2 6 1 1 1 3 1 3 6 6 3 6 4 3
      5 1 2 6 1 3 1 1 1 2 2 2 6 4 6 3 6 5 2 6 1 1
      5 1 2 6 2 3 4 6 2 3 6 5 2 6 1 1 3 3 4 2 6 6 6 2 1 1 5 5
      5 3 6 5 2 6 1 1 1 2 6 1 3 1 3 5 3 3 5 2 1 2 3 4 6 2
      6 3 5 3 3 5 2 1 3 6 5 2 6 1 1 1 2 6 2 1 5 3 4 2 2 6 4 6 3 3 4 2 6 6 6
      6 2 3 4 6 2 1 1 2 3 3 4 2 6 6 6 1 2 6 3 6 5 2 6 1 1 2 1 3 4 2
      5 1 6 1 2 1 3 4 2 3 3 4 2 6 6 6 3 2 6 5 1 1 6 1 3 1
      5 2 3 4 6 2 3 3 4 2 6 6 6 3 6 5 2 6 1 1 1 2 6 2 2 6 4 6
      6 1 6 1 2 1 1 5 5 3 6 6 3 6 4 3 1 1 2 3 3 4 2 6 6 6 2 2 6 4 6
      6 2 3 4 6 2 3 3 4 2 6 6 6 3 5 3 3 5 2 1 1 6 1 2 2 6 4 6 2 1 3 4 2
      """
    ),
  ]
}
