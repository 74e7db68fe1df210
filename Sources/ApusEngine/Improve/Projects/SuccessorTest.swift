import ApusStructure

/// Whether a task waits for another directly.
struct SuccessorTest {
  private let start: [Int32]
  private let successors: [Int32]

  init(_ project: Project) {
    start = project.successors.start
    successors = project.successors.task
  }

  func test(_ later: Int32, of earlier: Int32) -> Bool {
    for place in Int(start[Int(earlier)])..<Int(start[Int(earlier) + 1]) where successors[place] == later {
      return true
    }
    return false
  }
}
