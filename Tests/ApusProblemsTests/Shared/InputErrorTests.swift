import Testing

@testable import ApusProblems

@Suite struct InputErrorTests {
  @Test func placeComesFirst() {
    #expect(InputError(file: "a.txt", line: 3, column: 7, message: "no").description == "a.txt:3:7: no")
    #expect(InputError(file: "a.txt", line: 3, message: "no").description == "a.txt:3: no")
    #expect(InputError(file: "a.txt", message: "no").description == "a.txt: no")
  }

  @Test func descriptionIsOnePrintableLine() {
    let error = InputError(file: "a\nb", message: "found \u{1B}[31m\u{202E}")
    #expect(error.description == "a\\u{A}b: found \\u{1B}[31m\\u{202E}")
  }

  @Test func tokensAreQuotedEscapedAndCut() {
    func quoted(_ bytes: [UInt8]) -> String { InputError.quoted(bytes[...]) }
    #expect(quoted(Array("3.5".utf8)) == "'3.5'")
    #expect(quoted(Array("für".utf8)) == "'für'")
    #expect(quoted([0x41, 0xFF, 0x01]) == "'A\\xFF\\x01'")
    #expect(quoted(Array("a\u{7}b".utf8)) == "'a\\u{7}b'")
    #expect(quoted(Array(repeating: 0x39, count: 41)) == "'\(String(repeating: "9", count: 40))…'")
    // The cut does not split a character.
    #expect(quoted(Array((String(repeating: "9", count: 39) + "üü").utf8)) == "'\(String(repeating: "9", count: 39))…'")
  }
}
