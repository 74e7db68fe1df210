import Testing

@testable import ApusProblems

@Suite struct TextScannerTests {
  private func scanner(_ text: String) throws -> TextScanner { try TextScanner(Array(text.utf8), file: "f") }

  private func error(_ bytes: [UInt8]) -> InputError? {
    #expect(throws: InputError.self) { try TextScanner(bytes, file: "f") }
  }

  @Test(arguments: ["1 -2\n+3", "\u{FEFF}1\t-2\r\n3\r\n", "# c\n 1 -2\n\n  # 9 9\n3 \n#", "\u{FEFF}# ü\n1 -2 3"])
  func integersAreReadOverSpaceAndComments(text: String) throws {
    var scanner = try scanner(text)
    for expected in [1, -2, 3] {
      let number = try scanner.integer("n", in: -9...9)
      #expect(number == expected)
    }
    #expect(scanner.remaining().tokens == 0)
  }

  @Test func lineEndsAreSeen() throws {
    var scanner = try scanner("1 2 \r\n\n# no\n3")
    for expected in [false, true, true] {
      _ = try scanner.integer("n", in: 0...9)
      let isAtLineEnd = scanner.isAtLineEnd()
      #expect(isAtLineEnd == expected)
    }
  }

  @Test func whatIsLeftIsCounted() throws {
    var scanner = try scanner("9\n1 2 \r\n\n# no\n3")
    _ = try scanner.integer("n", in: 0...9)
    #expect(scanner.remaining() == (tokens: 3, lines: 2, oddLines: 1))
  }

  @Test func bracketsAndTokensOfALine() throws {
    var scanner = try scanner("7 [3] [-4] [+5]\n[] [ 1]")
    #expect(scanner.tokensOnLine() == 4)
    #expect(scanner.offset(of: 2, tokensAfter: 0) == 6 && scanner.offset(of: 4, tokensAfter: 0) == 16)
    scanner.skipToken()
    for expected in [3, -4, 5] {
      let number = try scanner.bracketedInteger("a lag", in: -5...5)
      #expect(number == expected)
    }
    #expect(scanner.tokensOnLine() == 0)
    for (text, column) in [("[]", 1), ("[6]", 1), ("5", 1), (" [1", 2), ("[1.5]", 1), ("[1]2", 1), ("[--1]", 1)] {
      let error = #expect(throws: InputError.self) {
        var scanner = try self.scanner(text)
        return try scanner.bracketedInteger("a lag", in: -5...5)
      }
      let found = text.drop { $0 == " " }
      #expect(
        error?.description == "f:1:\(column): expected a lag in brackets (an integer from -5 to 5), found '\(found)'")
    }
  }

  @Test(arguments: [
    "9223372036854775807", "-9223372036854775807", "0", "-0", "+7", "000000000000000000000000000000012",
  ])
  func extremesAreReadExactly(text: String) throws {
    var scanner = try scanner(text)
    let number = try scanner.integer("n", in: -Int.max...Int.max)
    #expect(number == Int(text))
  }

  @Test(arguments: [
    "abc", "3.5", "1e3", "1,2", "-", "+", "--1", "1-", "0x10", "９", "10", "-1", "9223372036854775808",
    "99999999999999999999999999999999999999", "-99999999999999999999999",
  ])
  func otherTokensAreErrorsAtTheirPlace(token: String) throws {
    var scanner = try scanner("1\n  ü \(token) 5")
    _ = try scanner.integer("n", in: 0...9)
    scanner.skipToToken()
    scanner.skipToken()
    let error = #expect(throws: InputError.self) { try scanner.integer("the answer", in: 0...9) }
    let message = "expected the answer (an integer from 0 to 9), found '\(token)'"
    #expect(error == InputError(file: "f", line: 2, column: 5, message: message))
  }

  @Test func endOfFileIsAnError() throws {
    var scanner = try scanner("1\n")
    _ = try scanner.integer("n", in: 0...9)
    let error = #expect(throws: InputError.self) { try scanner.integer("the answer", in: 0...9) }
    #expect(error?.description == "f:2:1: the file ends here, expected the answer (an integer from 0 to 9)")
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(error([])?.description == "f: the file is empty, expected an instance")
    #expect(error(Array(" \n# only this\n".utf8))?.message == "the file is empty, expected an instance")
    #expect(error([0xEF, 0xBB, 0xBF])?.message == "the file is empty, expected an instance")
    #expect(
      error([0x31, 0x0A, 0x32, 0x00])?.description
        == "f:2:2: found a NUL byte, expected text: is this a binary file?")
    #expect(error([0x1F, 0x8B, 0x08])?.line == 1)
    #expect(error([0xFF, 0xFE, 0x31, 0x00])?.message == "found UTF-16, expected plain text (ASCII or UTF-8)")
  }
}
