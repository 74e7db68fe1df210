@testable import ApusProblems

/// One small file in each format.
enum SingleMachineExamples {
  static let all: [(format: SingleMachine.Format, text: String)] = [
    (.blocks, "2 3\n4 5\n3 6\n1 0\n2 -9\n"),
    (.orlib, "3\n4 3 5\n1 2 3\n5 6 7\n"),
    (.setup, setup),
    (.common, "2\n2\n20 4 5\n6 1 15\n1\n5 3 2\n"),
    (.csv, "name,processing,due,weight,release\nwash, 4, 9, 2, 0\ndry,3,8,1,2\n"),
  ]

  private static let setup = """
    Problem Instance: 1
    Problem Size: 2
    Tau: 0.3
    Begin Problem Specification
    Process Times:
    4
    3
    Weights:
    1
    2
    Duedates:
    5
    6
    Setup Times:
    -1\t0\t3
    -1\t1\t0
    0\t1\t2
    1\t0\t7
    End Problem Specification

    """

  static func read(_ text: String, _ format: SingleMachine.Format? = nil) throws(InputError) -> [SingleMachine] {
    try SingleMachine.instances(bytes: Array(text.utf8), name: "m", format: format)
  }
}
