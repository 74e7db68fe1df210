/// What formats ask of lines and of the end of the file.
extension TextScanner {
  /// Something must follow on this line.
  mutating func expectMore(_ what: @autoclosure () -> String) throws(InputError) {
    if isAtLineEnd() { throw error("the line ends here, expected \(what())", at: index) }
  }

  /// Nothing may follow on this line.
  mutating func expectLineEnd(_ what: @autoclosure () -> String) throws(InputError) {
    guard !isAtLineEnd() else { return }
    skipToToken()
    throw error("expected the end of the line after \(what()), found \(foundToken)")
  }

  /// Nothing may follow in the file.
  mutating func expectFileEnd(_ what: @autoclosure () -> String) throws(InputError) {
    guard skipToToken() else { return }
    throw error("expected the end of the file after \(what()), found \(foundToken)")
  }
}
