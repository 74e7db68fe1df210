import Testing

@testable import ApusProblems

@Suite struct ProjectHostileInputTests {
  private func error(_ text: String, _ format: ProjectScheduling.Format? = nil) -> String? {
    #expect(throws: InputError.self) { try ProjectExamples.read(text, format) }?.description
  }

  /// An example with one piece of text replaced.
  private func error(
    _ format: ProjectScheduling.Format, replacing old: String, with new: String
  ) -> String? {
    let text = ProjectExamples.all.first { $0.format == format }?.text ?? ""
    #expect(text.contains(old))
    return error(text.replacing(old, with: new, maxReplacements: 1), format)
  }

  @Test(arguments: [
    (
      "4 1\n2\n", "4 1\nx\n",
      "p:2:1: expected the capacity of renewable resource 0 (an integer from 0 to 1000000000), found 'x'"
    ),
    ("3 2 1 4", "-3 2 1 4", "p:4:1: expected the duration of task 1 (an integer from 0 to 1000000000), found '-3'"),
    ("3 2 1 4", "3 3 1 4", "p:4:3: task 1 needs 3 of renewable resource 0, expected at most its capacity 2"),
    (
      "3 2 1 4", "3 2 1 5",
      "p:4:7: expected successor 0 of task 1, a task counted from 1 (an integer from 1 to 4), found '5'"
    ),
    (
      "3 2 1 4", "3 2 1 0",
      "p:4:7: expected successor 0 of task 1, a task counted from 1 (an integer from 1 to 4), found '0'"
    ),
    ("3 2 1 4", "3 2 2 4", "p:4:5: task 1 has 2 successors by this number, but 1 numbers follow on the line"),
    ("3 2 1 4", "3 2 0 4", "p:4:5: task 1 has 0 successors by this number, but 1 numbers follow on the line"),
    ("3 2 1 4", "3 2", "p:4:4: the line ends here, expected the number of successors of task 1"),
    ("3 2 1 4", "3", "p:4:2: the line ends here, expected all demands of task 1"),
    ("3 2 1 4", "3 2 1 1", "p:4:7: tasks wait for each other in a circle: task 0 -> task 1 -> task 0"),
    ("0 0 0\n", "0 0 0\n7\n", "p:7:1: expected the end of the file after 4 tasks, found '7'"),
    (
      "0 0 0\n", "0 0 0\nend\n",
      "p:7:1: expected the end of the file after 4 tasks, found 'end'"
    ),
    (
      "4 1\n", "3 1\n",
      "p:4:7: expected successor 0 of task 1, a task counted from 1 (an integer from 1 to 3), found '4'"
    ),
    ("4 1\n", "5 1\n", "p:7:1: the file ends here, expected the duration of task 4 (an integer from 0 to 1000000000)"),
    ("4 1\n", "0 1\n", "p:1:1: expected the number of tasks (an integer from 1 to 1000000), found '0'"),
    (
      "4 1\n", "4 99999\n",
      "p:1:3: expected the number of renewable resources (an integer from 0 to 10000), found '99999'"
    ),
  ])
  func pattersonErrorsNameThePlace(old: String, new: String, message: String) {
    #expect(error(.patterson, replacing: old, with: new) == message)
  }

  @Test(arguments: [
    (
      "):  4", "):  5",
      "p:23:1: expected the line of task 4, beginning with its number counted from 1 (an integer from 5 to 5), found '"
    ),
    (
      "):  4", "):  3",
      "p:20:36: expected successor 0 of task 1, a task counted from 1 (an integer from 1 to 3), found '4'"
    ),
    ("):  4", ")  4", "p:6:34: the line ends here, expected ':' and the number of jobs"),
    (
      "projects                      :  1", "projects : 2",
      "p:5:12: expected the number of projects, which must be 1 (an integer from 1 to 1), found '2'"
    ),
    (
      "  - doubly constrained        :  0", "- doubly constrained : 1",
      "p:11:24: expected the number of doubly constrained resources, which must be none (an integer from 0 to 0), found '1'"
    ),
    (
      "  - nonrenewable              :  0", "- nonrenewable : 1",
      "p:10:18: expected the number of nonrenewable resources, none in rcpsp:psplib but allowed in rcpsp:mm (an integer from 0 to 0), found '1'"
    ),
    (
      "   2        1          1           4", "   2        2          1           4",
      "p:20:13: expected the number of modes of task 1, 1 in rcpsp:psplib, more in rcpsp:mm (an integer from 1 to 1), found '2'"
    ),
    (
      "   2        1          1           4", "   2        1          2           4",
      "p:20:24: task 1 has 2 successors by this number, but 1 numbers follow on the line"
    ),
    (
      "   2        1          1           4", "   2        1          1           9",
      "p:20:36: expected successor 0 of task 1, a task counted from 1 (an integer from 1 to 4), found '9'"
    ),
    (
      "   2        1          1           4", "   2        1          1           2",
      "p:20:36: tasks wait for each other in a circle: task 1 -> task 1"
    ),
    (
      "   2        1          1           4", "   3        1          1           4",
      "p:20:4: expected the line of task 1, beginning with its number counted from 1 (an integer from 2 to 2), found '3'"
    ),
    (
      "  2      1     3       2", "  2      1     3       3",
      "p:28:24: task 1 needs 3 of renewable resource 0, expected at most its capacity 2"
    ),
    (
      "  2      1     3       2", "  2      1     3",
      "p:28:16: expected 1 demands of task 1, mode 0 behind its duration, found 0 on the line"
    ),
    (
      "  2      1     3       2", "  2      2     3       2",
      "p:28:10: expected the number of task 1, mode 0, counted from 1 (an integer from 1 to 1), found '2'"
    ),
    (
      "RESOURCEAVAILABILITIES:\n", "",
      "p:32:3: expected the section 'RESOURCEAVAILABILITIES' after the modes of 4 tasks, found 'R'"
    ),
    ("    2\n****", "    2 3\n****", "p:34:7: expected the end of the line after 1 capacities, found '3'"),
    (
      "RESOURCES\n  - renewable                 :  1   R\n", "",
      "p:15:1: expected a line '- renewable ... : NUMBER' before the section 'PRECEDENCE'"
    ),
  ])
  func psplibErrorsNameThePlace(old: String, new: String, message: String) {
    let found = error(.psplib, replacing: old, with: new)
    #expect(found?.hasPrefix(message) == true, "\(found ?? "nothing")")
  }

  @Test(arguments: [
    ("[1] [3]", "[1]", "p:3:14: the line ends here, expected the lag from task 1 to its successor 1, task 3"),
    (
      "[1] [3]", "[1] [3] 4",
      "p:3:19: expected the end of the line after 2 successors of task 1 and their lags, found '4'"
    ),
    (
      "[1] [3]", "[1] 3",
      "p:3:15: expected the lag from task 1 to its successor 1, task 3 in brackets (an integer from -1000000000 to 1000000000), found '3'"
    ),
    (
      "[1] [3]", "[1] [x]",
      "p:3:15: expected the lag from task 1 to its successor 1, task 3 in brackets (an integer from -1000000000 to 1000000000), found '[x]'"
    ),
    (
      "1 1 2 2 3", "1 1 2 2 4",
      "p:3:9: expected successor 1 of task 1, a task counted from 0 (an integer from 0 to 3), found '4'"
    ),
    (
      "1 1 2 2 3", "1 2 2 2 3",
      "p:3:3: expected the number of modes of task 1, which must be 1 (an integer from 1 to 1), found '2'"
    ),
    ("1 1 3 2", "1 1 3", "p:7:6: the line ends here, expected the demand of task 1 for renewable resource 0"),
    (
      "2 1 0 0", "3 1 0 0",
      "p:6:1: expected the line of task 4, beginning with its number (an integer from 4 to 4), found '0'"
    ),
    (
      "2 1 0 0", "2 1 1 0",
      "p:1:5: expected the number of nonrenewable resources, which must be none (an integer from 0 to 0), found '1'"
    ),
    ("\n2\n", "\n2 2\n", "p:10:3: expected the end of the file after 1 capacities, found '2'"),
  ])
  func maxErrorsNameThePlace(old: String, new: String, message: String) {
    #expect(error(.max, replacing: old, with: new) == message)
  }

  @Test(arguments: [
    ("4 1 1\n", "4 1 2\n", "p:4:7: expected successor 2 of task 0"),
    ("3 2 4 0 1 4", "3 2 4 0 2 4", "p:4:9: task 1 has 2 successors by this number"),
    ("3 2 4 0 1 4", "3 2 -4 0 1 4", "p:4:5: expected the consumption of task 1 for reservoir 0"),
    ("3 2 4 0 1 4", "3 5 4 0 1 4", "p:4:3: task 1 needs 5 of renewable resource 0, expected at most its capacity 2"),
  ])
  func reservoirErrorsNameThePlace(old: String, new: String, message: String) {
    let found = error(.reservoir, replacing: old, with: new)
    #expect(found?.hasPrefix(message) == true, "\(found ?? "nothing")")
  }

  @Test func whatIsNoProjectIsRefused() {
    #expect(error("") == "p: the file is empty, expected an instance")
    #expect(error("hello world")?.hasPrefix("p:1:1: expected a project in one of the formats rcpsp:psplib, ") == true)
    #expect(error("6 6\n2 1 0 3 1 6") != nil)
    #expect(error("PRECEDENCE RELATIONS:\n")?.contains("expected a line 'jobs ... : NUMBER'") == true)
    #expect(
      error("*", .mm) == "p:1:2: the file ends here, expected the section 'PRECEDENCE RELATIONS' of PSPLIB's format")
  }

  /// The last number of a file may be cut short to another one, and what comes behind it may be lost: no more.
  @Test(arguments: ProjectExamples.all.indices) func truncationsAreRefused(index: Int) {
    let (format, text) = ProjectExamples.all[index]
    let bytes = Array(text.utf8)
    let last = bytes.lastIndex { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? 0
    for length in 0..<last {
      #expect(throws: InputError.self) {
        try ProjectScheduling(bytes: Array(bytes[..<length]), name: "p", format: format)
      }
    }
  }
}
