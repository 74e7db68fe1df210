import Testing

@testable import ApusProblems

@Suite struct FlexibleHostileInputTests {
  private func error(_ text: String, _ format: FlexibleJobShop.Format? = nil) -> String? {
    #expect(throws: InputError.self) { try FlexibleExamples.read(text, format) }?.description
  }

  @Test(arguments: [
    (
      "2 3 1.67", "2 3 x",
      "f:1:5: expected the mean number of machines of an operation or the end of the line, found 'x'"
    ),
    (
      "2 3 1.67", "2 3 -1",
      "f:1:5: expected the mean number of machines of an operation or the end of the line, found '-1'"
    ),
    (
      "2 3 1.67", "2 3 nan",
      "f:1:5: expected the mean number of machines of an operation or the end of the line, found 'nan'"
    ),
    (
      "2 3 1.67", "2 3 1 4",
      "f:1:7: expected the end of the line after the mean number of machines of an operation, found '4'"
    ),
    ("2 3 1.67", "0 3", "f:1:1: expected the number of jobs (an integer from 1 to 2147483647), found '0'"),
    ("2 3 1.67", "2 0", "f:1:3: expected the number of machines (an integer from 1 to 1000000), found '0'"),
    ("2 3 1.67", "3 3 1.67", "f:4:1: the file ends after 2 of 3 jobs, expected a line for each"),
    ("2 3 1.67", "1 3 1.67", "f:3:1: expected the end of the file after 1 jobs, found '1'"),
    (
      "2 2 1 4", "3 2 1 4", "f:2:18: the line ends here, expected the number of machines that can do job 0, operation 2"
    ),
    (
      "2 2 1 4", "0 2 1 4",
      "f:2:1: expected the number of operations of job 0 (an integer from 1 to 2147483647), found '0'"
    ),
    ("2 2 1 4", "1 2 1 4", "f:2:13: expected the end of the line after 1 operations of job 0, found '1'"),
    (
      "2 2 1 4", "2 4 1 4",
      "f:2:3: expected the number of machines that can do job 0, operation 0 (an integer from 1 to 3), found '4'"
    ),
    (
      "2 2 1 4", "2 0 1 4",
      "f:2:3: expected the number of machines that can do job 0, operation 0 (an integer from 1 to 3), found '0'"
    ),
    (
      "2 2 1 4", "2 2 4 4",
      "f:2:5: expected machine 1 of 2 for job 0, operation 0, counted from 1 (an integer from 1 to 3), found '4'"
    ),
    (
      "2 2 1 4", "2 2 0 4",
      "f:2:5: expected machine 1 of 2 for job 0, operation 0, counted from 1 (an integer from 1 to 3), found '0'"
    ),
    ("2 2 1 4", "2 2 3 4", "f:2:9: job 0, operation 0 lists machine 2 (counted from 0) twice, expected it once"),
    (
      "2 2 1 4", "2 2 1 -4",
      "f:2:7: expected the duration of job 0, operation 0 on machine 1 (an integer from 0 to 1000000000), found '-4'"
    ),
    (
      "2 2 1 4", "2 2 1 4.5",
      "f:2:7: expected the duration of job 0, operation 0 on machine 1 (an integer from 0 to 1000000000), found '4.5'"
    ),
    (
      "1 2 5\n", "1 2 999999999\n",
      "f:2:15: job 0, operation 1 brings the sum of all longest durations above 1000000000, the longest that is supported"
    ),
    ("1 2 5\n", "1 2\n", "f:2:16: the line ends here, expected the duration of job 0, operation 1 on machine 2"),
    ("1 2 6\n", "1 2 6\nend\n", "f:4:1: expected the end of the file after 2 jobs, found 'end'"),
  ])
  func chainErrorsNameThePlace(old: String, new: String, message: String) {
    #expect(FlexibleExamples.fjs.contains(old))
    #expect(error(FlexibleExamples.fjs.replacing(old, with: new, maxReplacements: 1), .fjs) == message)
  }

  @Test(arguments: [
    ("5 3 2", "5 3", "f:1:4: the line ends here, expected the number of machines"),
    (
      "5 3 2", "5 3 2 1",
      "f:1:7: expected the end of the line after the numbers of operations, precedences and machines, found '1'"
    ),
    (
      "5 3 2", "5 2 2",
      "f:4:3: expected machine 1 of 1 for operation 0, counted from 0 (an integer from 0 to 1), found '3'"
    ),
    ("5 3 2", "5 4 2", "f:5:5: expected the end of the line after precedence 3, found '1'"),
    ("5 3 2", "6 3 2", "f:10:1: the file ends after 5 of 6 operations, expected a line for each"),
    (
      "5 3 2", "4 3 2",
      "f:2:3: expected the operation that waits in precedence 0, counted from 0 (an integer from 0 to 3), found '4'"
    ),
    ("2 4\n", "2\n", "f:3:2: the line ends here, expected the operation that waits in precedence 1, counted from 0"),
    ("2 4\n", "4 0\n", "f:3:1: operations wait for each other in a circle: operation 0 -> operation 4 -> operation 0"),
    ("2 4\n", "2 2\n", "f:3:1: operations wait for each other in a circle: operation 2 -> operation 2"),
    ("2 0 1 1 2", "2 0 1 0 2", "f:5:7: operation 0 lists machine 0 (counted from 0) twice, expected it once"),
    (
      "2 0 1 1 2", "2 0 1 2 2",
      "f:5:7: expected machine 2 of 2 for operation 0, counted from 0 (an integer from 0 to 1), found '2'"
    ),
    ("2 0 1 1 2", "2 0 1 1", "f:5:8: the line ends here, expected the duration of operation 0 on machine 1"),
    (
      "2 0 1 1 2", "2 0 1 1 2 3",
      "f:5:11: expected the end of the line after the machines that can do operation 0, found '3'"
    ),
  ])
  func graphErrorsNameThePlace(old: String, new: String, message: String) {
    #expect(FlexibleExamples.graph.contains(old))
    let found = error(FlexibleExamples.graph.replacing(old, with: new, maxReplacements: 1), .assembly)
    #expect(found?.hasPrefix(message) == true, "\(found ?? "nothing")")
  }

  /// A file that is broken in one place is still told from other families' files, and the error is about that place.
  @Test func brokenFilesAreRecognised() throws {
    for name in FlexibleJobShop.carriedNames {
      let text = try #require(FlexibleJobShop.named(name)).text(in: .fjs)
      var lines = text.split(separator: "\n")
      lines[2] += " 7"
      let broken = Array(lines.joined(separator: "\n").utf8)
      let family = try #require(ProblemFamily.all.first { $0.recognizes(broken) })
      #expect(family.name == "flexible-jobshop")
      let error = #expect(throws: InputError.self) {
        try family.read(InstanceText(bytes: broken, file: "x.fjs", name: "x"))
      }
      #expect(error?.line == 3 && error?.message.contains("expected the end of the line") == true)
    }
    let second = #expect(throws: InputError.self) {
      try ProblemFamily.flexibleJobShop.read(
        InstanceText(bytes: Array(FlexibleExamples.fjs.utf8), file: "x", name: "x", number: 2))
    }
    #expect(second?.description == "x: there is no instance #2, the file holds 1 instance")
  }

  /// Numbers that ask for more than any file could hold are refused without trying.
  @Test(arguments: [
    "2147483647 1000000\n1 1 1 1\n", "1 1\n2147483647 1 1 1\n", "2147483647 2147483647 1000000\n0 1\n",
    "1 1 1\n1 1 1 1",
  ])
  func hugeNumbersAreRefusedAtOnce(_ text: String) throws {
    if let shop = try? FlexibleExamples.read(text) { #expect(shop.operationCount == 1) }
  }

  /// The last number of a file may be cut short to another one, and what comes behind it may be lost: no more.
  @Test(arguments: FlexibleExamples.all.indices) func truncationsAreRefused(index: Int) {
    let (format, text) = FlexibleExamples.all[index]
    let bytes = Array(text.utf8)
    let last = bytes.lastIndex { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? 0
    for length in 0..<last {
      #expect(throws: InputError.self) {
        try FlexibleExamples.read(String(decoding: bytes[..<length], as: UTF8.self), format)
      }
    }
  }
}
