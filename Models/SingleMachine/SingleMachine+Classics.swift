/// Small instances that come with Apus, so that it can be tried without a download. The README has the sources.
extension SingleMachine {
  /// The names that `named(_:)` knows.
  public static let carriedNames: [String] = classics.map(\.name)

  /// The carried instance of that name; nil if there is none.
  public static func named(_ name: String) -> SingleMachine? {
    classics.first { $0.name == name }.flatMap { try? SingleMachine(name: name, jobs: $0.jobs) }
  }

  /// The proven least cost of a carried instance; nil for all other names.
  static func provenOptimum(of name: String) -> Int? { classics.first { $0.name == name }?.optimum }

  private static let classics: [(name: String, optimum: Int, jobs: [Job])] = [
    (
      "pinedo5", 370,
      zip([121, 79, 147, 83, 130], [260, 266, 266, 336, 337]).map { Job(processing: $0, due: $1) }
    ),
    (
      "pinedo4", 67,
      zip(zip([12, 8, 15, 9], [16, 26, 25, 27]), [4, 5, 3, 5]).map { Job(processing: $0.0, due: $0.1, weight: $1) }
    ),
    (
      "mddc6", 141,
      zip([10, 11, 10, 10, 11, 10], [15, 11, 13, 11, 12, 11]).map { Job(processing: $0, due: $1) }
    ),
  ]
}
