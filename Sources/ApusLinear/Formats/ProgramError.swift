/// What is wrong with a text that should be a program, and where.
public struct ProgramError: Error, Sendable, Equatable {
  /// From 1.
  public let line: Int?
  /// From 1, in bytes.
  public let column: Int?
  public let message: String

  public init(line: Int? = nil, column: Int? = nil, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// A word of the text as messages show it.
  static func quoted(_ word: some StringProtocol) -> String {
    "'\(word.prefix(40))\(word.count > 40 ? "…" : "")'"
  }
}
