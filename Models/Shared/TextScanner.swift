/// Reads numbers and words from the bytes of a text file, as fast as a plain byte loop.
///
/// Tokens are separated by blanks (space, tab, carriage return, form feed) and line ends (`\n` or `\r\n`). A UTF-8
/// byte order mark at the front is skipped, and so is every line whose first token starts with `#`. Lines and columns are
/// not counted while reading: ``error(_:at:)`` finds them from the offset, once, when something is wrong.
public struct TextScanner: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// The file's name, for errors.
  public let file: String
  /// The offset of the next byte to read.
  public private(set) var index: Int
  /// The offset of the first byte of the token that was read last or is read next.
  public private(set) var tokenStart: Int

  /// Starts reading a text.
  ///
  /// - Throws: ``InputError`` if the bytes are empty or no text: UTF-16, or with control characters such as NUL.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], file: String) throws(InputError) {
    self.bytes = bytes
    self.file = file
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    tokenStart = index
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputError(file: file, line: 1, column: 1, message: "found UTF-16, expected plain text (ASCII or UTF-8)")
    }
    for (offset, byte) in bytes.enumerated() where byte < 0x20 && !Self.isSpace(byte) || byte == 0x7F {
      let found = byte == 0 ? "a NUL byte" : "the control character \(InputError.hexadecimal(byte))"
      throw error("found \(found), expected text: is this a binary file?", at: offset)
    }
    guard skipToToken() else { throw InputError(file: file, message: "the file is empty, expected an instance") }
  }
}

// MARK: - Moving

extension TextScanner {
  /// Moves to the next token, over blanks, line ends and comment lines. Returns false at the end of the file.
  @discardableResult
  public mutating func skipToToken() -> Bool {
    while true {
      // A local index stays in a register.
      var next = index
      while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
      index = next
      tokenStart = next
      guard next < bytes.count else { return false }
      guard bytes[next] == UInt8(ascii: "#"), isFirstInLine(next) else { return true }
      skipLine()
    }
  }

  /// Moves over blanks. Returns true if no token is left on the line.
  public mutating func isAtLineEnd() -> Bool {
    while index < bytes.count, bytes[index] != Self.newline {
      guard Self.isSpace(bytes[index]) else { return false }
      index += 1
    }
    return true
  }

  /// Moves behind the token that starts here; does nothing on a space.
  public mutating func skipToken() {
    var next = index
    while next < bytes.count, !Self.isSpace(bytes[next]) { next += 1 }
    index = next
  }

  /// Moves to the first byte of the next line.
  public mutating func skipLine() {
    while index < bytes.count, bytes[index] != Self.newline { index += 1 }
    if index < bytes.count { index += 1 }
  }

  /// Counts what is left: tokens, the lines that hold them, and how many of these lines hold an odd number.
  ///
  /// Does not move. O(bytes).
  public func remaining() -> (tokens: Int, lines: Int, oddLines: Int) {
    var copy = self
    var (tokens, lines, oddLines) = (0, 0, 0)
    while copy.skipToToken() {
      let before = tokens
      repeat {
        copy.skipToken()
        tokens += 1
      } while !copy.isAtLineEnd()
      lines += 1
      oddLines += (tokens - before) & 1
    }
    return (tokens, lines, oddLines)
  }

  /// The number of tokens that are left on this line. Does not move.
  public func tokensOnLine() -> Int {
    var copy = self
    var count = 0
    while !copy.isAtLineEnd() {
      copy.skipToken()
      count += 1
    }
    return count
  }

  /// The offset of the token that comes `count` tokens after the one at `offset`, on its line or a later one.
  public func offset(of count: Int, tokensAfter offset: Int) -> Int {
    var copy = self
    copy.index = offset
    copy.tokenStart = offset
    for _ in 0..<count {
      copy.skipToken()
      copy.skipToToken()
    }
    return copy.tokenStart
  }

  private static let newline = UInt8(ascii: "\n")

  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private func isFirstInLine(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] != Self.newline, Self.isSpace(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == Self.newline || (start == 3 && bytes[0] == 0xEF)
  }
}

// MARK: - Reading

extension TextScanner {
  /// Reads the next token as a decimal integer with an optional sign, on this line or a later one.
  ///
  /// - Parameters:
  ///   - what: What the number means, for the error: "the duration of job 1, operation 2". Evaluated on error only.
  ///   - range: The values that are allowed; `Int.min` cannot be read.
  /// - Throws: ``InputError`` at the token if it is a word, a fraction, or out of the range (however long), or at the
  ///   end of the file.
  @inline(__always)
  public mutating func integer(_ what: @autoclosure () -> String, in range: ClosedRange<Int>) throws(InputError) -> Int
  {
    guard skipToToken() else { throw missing(what(), range) }
    var next = index
    let isNegative = bytes[next] == UInt8(ascii: "-")
    if isNegative || bytes[next] == UInt8(ascii: "+") { next += 1 }
    let firstDigit = next
    var value = 0
    var isTooLarge = false
    while next < bytes.count {
      let digit = bytes[next] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int(digit))
      value = sum
      isTooLarge = isTooLarge || overflow || carry
      next += 1
    }
    index = next
    guard next > firstDigit, next == bytes.count || Self.isSpace(bytes[next]) else { throw unexpected(what(), range) }
    if isNegative { value = 0 &- value }
    guard !isTooLarge, range.contains(value) else { throw unexpected(what(), range) }
    return value
  }

  /// Reads the next token as an integer in square brackets without blanks, `[-5]`; otherwise as ``integer(_:in:)``.
  public mutating func bracketedInteger(
    _ what: @autoclosure () -> String, in range: ClosedRange<Int>
  ) throws(InputError) -> Int {
    guard skipToToken() else { throw missing(what(), range) }
    let start = index
    skipToken()
    let token = bytes[start..<index]
    guard token.first == UInt8(ascii: "["), token.last == UInt8(ascii: "]"), token.count > 2,
      let value = Int(String(decoding: token.dropFirst().dropLast(), as: UTF8.self)), range.contains(value)
    else {
      throw error("expected \(what()) in brackets (\(Self.described(range))), found \(foundToken)")
    }
    return value
  }

  /// The byte the next token starts with, on this line or a later one; nil at the end of the file.
  public mutating func peek() -> UInt8? {
    skipToToken() ? bytes[index] : nil
  }

  /// The token that starts at ``tokenStart``, as text; not UTF-8 is repaired. For key words, not for long texts.
  public var word: String {
    var copy = self
    copy.index = tokenStart
    copy.skipToken()
    return String(decoding: bytes[tokenStart..<copy.index], as: UTF8.self)
  }

  @inline(never)
  private func missing(_ what: String, _ range: ClosedRange<Int>) -> InputError {
    error("the file ends here, expected \(what) (\(Self.described(range)))")
  }

  @inline(never)
  private func unexpected(_ what: String, _ range: ClosedRange<Int>) -> InputError {
    error("expected \(what) (\(Self.described(range))), found \(foundToken)")
  }

  private static func described(_ range: ClosedRange<Int>) -> String {
    "an integer from \(range.lowerBound) to \(range.upperBound)"
  }
}

// MARK: - Errors

extension TextScanner {
  /// An error at an offset, or at the token read last. O(offset), for it counts the lines.
  public func error(_ message: String, at offset: Int? = nil) -> InputError {
    InputError(file: file, offset: offset ?? tokenStart, in: bytes, message: message)
  }

  /// The token at ``tokenStart``, quoted for an error, or "the end of the file".
  public var foundToken: String {
    guard tokenStart < bytes.count else { return "the end of the file" }
    var copy = self
    copy.index = tokenStart
    copy.skipToken()
    return InputError.quoted(bytes[tokenStart..<copy.index])
  }
}
