/// The textbook examples, so that Apus can be tried without a download. The README has the papers.
extension TaskGraphScheduling {
  /// The names that ``named(_:)`` knows.
  public static let carriedNames: [String] = classics.map(\.name)

  /// The carried instance of that name from the literature; nil if not known.
  public static func named(_ name: String) -> TaskGraphScheduling? {
    guard let classic = classics.first(where: { $0.name == name }) else { return nil }
    return try? TaskGraphScheduling(
      name: name, processors: (1...3).map { ("P\($0)", 0) },
      tasks: classic.times.enumerated().map { ("n\($0 + 1)", $1.map(Optional.some)) },
      arcs: classic.arcs.map { Arc(before: $0[0] - 1, after: $0[1] - 1, volume: $0[2]) })
  }

  /// The examples of Topcuoglu, Hariri and Wu (2002) and of Arabnejad and Barbosa (2014): times on three processors, and arcs between tasks counted
  /// from 1 with the time that their data take.
  private static let classics: [(name: String, times: [[Int]], arcs: [[Int]])] = [
    (
      "topcuoglu10",
      [
        [14, 16, 9], [13, 19, 18], [11, 13, 19], [13, 8, 17], [12, 13, 10], [13, 16, 9], [7, 15, 11], [5, 11, 14],
        [18, 12, 20], [21, 7, 16],
      ],
      [
        [1, 2, 18], [1, 3, 12], [1, 4, 9], [1, 5, 11], [1, 6, 14], [2, 8, 19], [2, 9, 16], [3, 7, 23], [4, 8, 27],
        [4, 9, 23], [5, 9, 13], [6, 8, 15], [7, 10, 17], [8, 10, 11], [9, 10, 13],
      ]
    ),
    (
      "arabnejad10",
      [
        [22, 21, 36], [22, 18, 18], [32, 27, 43], [7, 10, 4], [29, 27, 35], [26, 17, 24], [14, 25, 30], [29, 23, 36],
        [15, 21, 8], [13, 16, 33],
      ],
      [
        [1, 2, 17], [1, 3, 31], [1, 4, 29], [1, 5, 13], [1, 6, 7], [2, 8, 3], [2, 9, 30], [3, 7, 16], [4, 8, 11],
        [4, 9, 7], [5, 9, 57], [6, 8, 5], [7, 10, 9], [8, 10, 42], [9, 10, 7],
      ]
    ),
  ]
}
