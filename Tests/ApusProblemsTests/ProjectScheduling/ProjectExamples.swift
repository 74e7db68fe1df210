@testable import ApusProblems

/// Small projects in every format, and what they are.
enum ProjectExamples {
  static let single = """
    ************************************************************************
    file with basedata            : x.bas
    initial value random generator: 1
    ************************************************************************
    projects                      :  1
    jobs (incl. supersource/sink ):  4
    horizon                       :  7
    RESOURCES
      - renewable                 :  1   R
      - nonrenewable              :  0   N
      - doubly constrained        :  0   D
    ************************************************************************
    PROJECT INFORMATION:
    pronr.  #jobs rel.date duedate tardcost  MPM-Time
        1      2      0        4        0        4
    ************************************************************************
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           4
       3        1          1           4
       4        1          0
    ************************************************************************
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1
    ------------------------------------------------------------------------
      1      1     0       0
      2      1     3       2
      3      1     4       1
      4      1     0       0
    ************************************************************************
    RESOURCEAVAILABILITIES:
      R 1
        2
    ************************************************************************

    """

  /// As MMLIB writes: no line of the project, tabs for blanks.
  static let multi = """
    jobs  (incl. supersource/sink ):\t4
    RESOURCES
    - renewable\t:\t1\tR
    - nonrenewable\t:\t1\tN
    - doubly constrained\t:\t0\tD
    ************************************************************************
    PRECEDENCE RELATIONS:
    jobnr.\t#modes\t#successors\tsuccessors
    1\t1\t2\t2\t3
    2\t2\t1\t4
    3\t1\t1\t4
    4\t1\t0\t
    ************************************************************************
    REQUESTS/DURATIONS
    jobnr.\tmode\tdur\tR1\tN1
    ************************************************************************
    1\t1\t0\t0\t0
    2\t1\t3\t2\t0
    \t2\t5\t1\t4
    3\t1\t4\t1\t0
    4\t1\t0\t0\t0
    ************************************************************************
    RESOURCE AVAILABILITIES
    \tR 1\tN 1
    \t2\t4
    ************************************************************************

    """

  static let patterson = "4 1\n2\n0 0 2 2 3\n3 2 1 4\n4 1 1 4\n0 0 0\n"
  static let reservoir = "4 1 1\n2 3\n0 0 7 9 2 2 3\n3 2 4 0 1 4\n4 1 0 2 1 4\n0 0 8 1 0\n"
  static let max = """
    2 1 0 0
    0 1 2 1 2 [0] [0]
    1 1 2 2 3 [1] [3]
    2 1 2 1 3 [-5] [4]
    3 1 0
    0 1 0 0
    1 1 3 2
    2 1 4 1
    3 1 0 0
    2

    """

  static let all: [(format: ProjectScheduling.Format, text: String)] = [
    (.psplib, single), (.mm, multi), (.patterson, patterson), (.max, max), (.reservoir, reservoir),
  ]

  typealias Mode = ProjectScheduling.Mode

  private static let modes = [(0, 0), (3, 2), (4, 1), (0, 0)].map { [Mode(duration: $0.0, renewables: [$0.1])] }
  private static let order = [(0, 1), (0, 2), (1, 3), (2, 3)]
    .map { ProjectScheduling.Precedence(before: $0.0, after: $0.1) }

  /// What `single` and `patterson` say.
  static func plain() throws -> ProjectScheduling {
    try ProjectScheduling(name: "p", tasks: modes, precedences: order, renewables: [2])
  }

  /// What the text of a format says.
  static func project(_ format: ProjectScheduling.Format) throws -> ProjectScheduling {
    switch format {
    case .psplib, .patterson: return try plain()
    case .mm:
      var tasks = modes.map { $0.map { Mode(duration: $0.duration, renewables: $0.renewables, nonrenewables: [0]) } }
      tasks[1].append(Mode(duration: 5, renewables: [1], nonrenewables: [4]))
      return try ProjectScheduling(name: "p", tasks: tasks, precedences: order, renewables: [2], nonrenewables: [4])
    case .max:
      let lags = [(0, 1, 0), (0, 2, 0), (1, 2, 1), (1, 3, 3), (2, 1, -5), (2, 3, 4)]
        .map { ProjectScheduling.Precedence(before: $0.0, after: $0.1, from: .start, lag: $0.2) }
      return try ProjectScheduling(name: "p", tasks: modes, precedences: lags, renewables: [2])
    case .reservoir:
      let stock = ProjectScheduling.Reservoir(initial: 3, consumed: [0, 4, 0, 0], produced: [0, 0, 2, 0])
      return try ProjectScheduling(
        name: "p", tasks: modes, precedences: order, renewables: [2], reservoirs: [stock])
    }
  }

  static func read(
    _ text: String, _ format: ProjectScheduling.Format? = nil
  ) throws(InputError) -> ProjectScheduling {
    try ProjectScheduling(bytes: Array(text.utf8), name: "p", format: format)
  }
}
