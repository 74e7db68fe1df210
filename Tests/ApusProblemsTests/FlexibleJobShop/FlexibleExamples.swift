@testable import ApusProblems

/// One small shop in every format, and a graph.
enum FlexibleExamples {
  typealias Mode = FlexibleJobShop.Mode

  static let fjs = "2 3 1.67\n2 2 1 4 3 2 1 2 5\n1 2 3 1 2 6\n"
  static let fjs0 = "2 3 1.67\n2 2 0 4 2 2 1 1 5\n1 2 2 1 1 6\n"
  static let chains = "3 1 3\n0 1\n2 0 4 2 2\n1 1 5\n2 2 1 1 6\n"
  /// Two jobs whose operations take turns in the file; 4 waits for 0 and 2.
  static let graph = "5 3 2\n0 4\n2 4\n1 3\n2 0 1 1 2\n1 0 3\n1 1 4\n2 1 5 0 6\n1 0 7\n"

  static let all: [(format: FlexibleJobShop.Format, text: String)] = [
    (.fjs, fjs), (.fjs0, fjs0), (.assembly, chains), (.assembly, graph),
  ]

  static func shop() throws(InputError) -> FlexibleJobShop {
    try FlexibleJobShop(
      name: "f", machineCount: 3,
      jobs: [
        [[Mode(machine: 0, duration: 4), Mode(machine: 2, duration: 2)], [Mode(machine: 1, duration: 5)]],
        [[Mode(machine: 2, duration: 1), Mode(machine: 1, duration: 6)]],
      ])
  }

  static func read(_ text: String, _ format: FlexibleJobShop.Format? = nil) throws(InputError) -> FlexibleJobShop {
    try FlexibleJobShop(bytes: Array(text.utf8), name: "f", format: format)
  }
}
