import Foundation
import Testing

@testable import ApusProblems

@Suite struct JobShopHostileInputTests {
  private func error(_ bytes: [UInt8]) -> String? {
    #expect(throws: InputError.self) { try JobShop(bytes: bytes, name: "s") }?.description
  }

  @Test(arguments: [
    ("2 2\n0 1 x 2\n0 1 1 2", "s:2:5: expected the machine of job 0, operation 1 (an integer from 0 to 1), found 'x'"),
    ("hello world", "s:1:1: expected the number of jobs (an integer from 1 to 2147483647), found 'hello'"),
    (
      "2 2\n0 1 1 2.5\n0 1 1 2",
      "s:2:7: expected the duration of job 0, operation 1 (an integer from 0 to 1000000000), found '2.5'"
    ),
    (
      "2 2\n0 1 1 -2\n0 1 1 2",
      "s:2:7: expected the duration of job 0, operation 1 (an integer from 0 to 1000000000), found '-2'"
    ),
    (
      "1 1\n0 99999999999999999999",
      "s:2:3: expected the duration of job 0, operation 0 (an integer from 0 to 1000000000), found '99999999999999999999'"
    ),
    (
      "1 2\n0 600000000 1 600000000",
      "s:2:15: job 0, operation 1 brings the sum of all durations above 1000000000, the longest that is supported"
    ),
    ("1 2\n0 1 2 1", "s:2:5: expected the machine of job 0, operation 1 (an integer from 0 to 1), found '2'"),
    ("1 2\n0 1 -1 1", "s:2:5: expected the machine of job 0, operation 1 (an integer from 0 to 1), found '-1'"),
    ("3 2\n0 1 1 2\n0 1 1 2\n", "s:4:1: the file ends after 2 of 3 jobs, expected a line for each"),
    ("1 2\n0 1 1 2\n0 1 1 2\n", "s:3:1: expected the end of the file after 1 jobs, found '0'"),
    ("1 2\n0 1 1 2\nend", "s:3:1: expected the end of the file after 1 jobs, found 'end'"),
    ("999999999 1000000\n0 1", "s:2:4: the file ends after 1 of 999999999 jobs, expected a line for each"),
    (
      "99999999999 2\n0 1",
      "s:1:1: expected the number of jobs (an integer from 1 to 2147483647), found '99999999999'"
    ),
    ("0 2\n", "s:1:1: expected the number of jobs (an integer from 1 to 2147483647), found '0'"),
    ("2", "s:1:2: the file ends here, expected the number of machines (an integer from 1 to 1000000)"),
    ("2 2\n0 1 1\n0 1 1 2", "s:2:6: the line ends here, expected the duration of job 0, operation 1"),
    (
      "2 2 7\n0 1 1 2\n0 1 1 2",
      "s:1:5: expected the end of the line after the numbers of jobs and machines, or 2 pairs for each of 2 jobs, found '7'"
    ),
    (
      "2 2\n0 1 1 2 -1 -1\n0 1 1 2",
      "s:3:8: expected the mark -1 -1 at the end of job 1, it must end all jobs or none"
    ),
    ("2 2\n-1 -1\n0 1 1 2", "s:2:1: expected the machine of job 0, operation 0 (an integer from 0 to 1), found '-1'"),
    (
      "2 2\n0 1 1 2\n0 1",
      "s:3:4: the file ends within job 1, after 1 of 2 operations; expected the rest, or the end of the line"
    ),
  ])
  func standardErrorsNameThePlace(text: String, message: String) {
    #expect(error(Array(text.utf8)) == message)
  }

  @Test(arguments: [
    ("Nb of jobs\n", "s:2:1: the file ends here, expected the number of jobs (an integer from 1 to 2147483647)"),
    (
      "Nb\n2 2\nTimes\n1 2\n3\nMachines\n1 2\n2 1\n",
      "s:6:1: expected the duration of job 1, operation 1 (an integer from 0 to 1000000000), found 'Machines'"
    ),
    (
      "Nb\n2 2\nTimes\n1 2\n3 4 5\nMachines\n1 2\n2 1\n",
      "s:5:5: expected the heading 'Machines' after all durations, found '5'"
    ),
    (
      "Nb\n2 2\nTimes\n1 2\n3 4\nMachines\n1 2\n2 3\n",
      "s:8:3: expected the machine of job 1, operation 1, counted from 1 (an integer from 1 to 2), found '3'"
    ),
    (
      "Nb\n2 2\nTimes\n1 2\n3 4\nMachines\n1 2\n2 1\n9\n",
      "s:9:1: expected the end of the file or the heading of another instance, found '9'"
    ),
    ("Nb\n2 2\nMachines\n", "s:3:1: expected the heading 'Times' or a number, found 'Machines'"),
    (
      "Nb\n1000000000 1000000 7\nTimes\n1 2",
      "s:4:4: the file ends here, expected the duration of job 0, operation 2 (an integer from 0 to 1000000000)"
    ),
    ("Nb\n2 2 ub\n", "s:2:5: expected a seed or a bound (an integer from \(-Int.max) to \(Int.max)), found 'ub'"),
  ])
  func taillardErrorsNameThePlace(text: String, message: String) {
    #expect(error(Array(text.utf8)) == message)
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(error([]) == "s: the file is empty, expected an instance")
    #expect(error([0x32, 0x20, 0x00]) == "s:1:3: found a NUL byte, expected text: is this a binary file?")
    #expect(error((0...255).map { UInt8($0) })?.hasPrefix("s:1:1: found a NUL byte") == true)
    #expect(error([0x32, 0x20, 0xFF, 0xC0])?.hasSuffix("found '\\xFF\\xC0'") == true)
  }

  @Test func everyTruncationIsRefused() throws {
    let shop = try #require(JobShop.named("ft06"))
    // The last byte is the line end, the one before it the last number, which has one digit.
    for (format, text) in [(JobShop.Format.standard, shop.standardText), (.taillard, try shop.taillardText())] {
      let bytes = Array(text.utf8)
      #expect(throws: Never.self) { try JobShop(bytes: bytes.dropLast(), name: "s", format: format) }
      for length in 0..<bytes.count - 2 {
        #expect(throws: InputError.self) { try JobShop(bytes: Array(bytes[..<length]), name: "s", format: format) }
      }
    }
  }

  @Test func absentFilesAndDirectoriesAreNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "my.shop.txt")
    let absent = #expect(throws: InputError.self) { try JobShop(contentsOf: file) }
    #expect(absent?.description == "\(file.path): no such file")
    let directory = #expect(throws: InputError.self) { try JobShop(contentsOf: folder) }
    #expect(directory?.message == "is a directory, expected a file")

    try Data("1 1\n0 z\n".utf8).write(to: file)
    let broken = #expect(throws: InputError.self) { try JobShop(contentsOf: file) }
    #expect(broken?.description.hasPrefix("\(file.path):2:3: expected the duration") == true)
    try Data("1 1\n0 7\n".utf8).write(to: file)
    #expect(try JobShop(contentsOf: file).name == "my.shop")

    try Data().write(to: file)
    let empty = #expect(throws: InputError.self) { try JobShop(contentsOf: file) }
    #expect(empty?.description == "\(file.path): the file is empty, expected an instance")
    let below = #expect(throws: InputError.self) { try JobShop(contentsOf: file.appending(path: "x")) }
    #expect(below?.message == "no such file")
  }
}
