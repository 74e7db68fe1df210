extension SingleMachine {
  /// The format that a text is in, as its shape tells; nil if nothing speaks for jobs on one machine.
  ///
  /// - A table begins with a line that names the columns processing and due, a file with setup times with the word "Problem".
  /// - Files of numbers alone are recognised by their whole shape: the numbers on each line, or how many there are in all. One block that
  ///   could be a job shop (`2 2`, then lines `1 5` of machine and duration) is none.
  ///
  /// - Complexity: O(bytes).
  static func recognizedFormat(of scanner: TextScanner) -> Format? {
    var first = scanner
    guard let byte = first.peek() else { return nil }
    if JobShop.isLetter(byte) {
      if ["Problem", "Begin"].contains(first.word) { return .setup }
      let end = scanner.bytes[first.index...].firstIndex(of: UInt8(ascii: "\n")) ?? scanner.bytes.count
      return isHeading(String(decoding: scanner.bytes[first.index..<end], as: UTF8.self)) ? .csv : nil
    }
    let width = first.tokensOnLine()
    if width <= 2, isBlocks(scanner) { return .blocks }
    if width == 1, isCommon(scanner) { return .common }
    // Shops begin with a line of two or three numbers.
    if width == 1 || width > 3, let shape = orLibraryShape(scanner), shape.hasCount == (width == 1) { return .orlib }
    return nil
  }

  private static func isBlocks(_ scanner: TextScanner) -> Bool {
    var text = scanner
    var blocks = 0
    var canBeShop = true
    while text.skipToToken() {
      let width = text.tokensOnLine()
      guard width <= 2, let count = try? text.jobCount() else { return false }
      var second = -1
      if width == 2 {
        guard let optimum = try? text.integer("", in: 0...Int.max / 2) else { return false }
        second = optimum
      }
      for _ in 0..<count {
        // Only a machine can have the number 0.
        guard text.skipToToken(), text.tokensOnLine() == 2, let processing = try? text.processingTime(0),
          (try? text.dueDate(0)) != nil
        else { return false }
        // A machine's number is less than their count, and nobody counts more machines than operations.
        if processing >= second || second > count { canBeShop = false }
      }
      blocks += 1
    }
    return blocks > 1 || !canBeShop
  }

  private static func isCommon(_ scanner: TextScanner) -> Bool {
    var text = scanner
    guard let problems = try? text.jobCount(), text.isAtLineEnd() else { return false }
    for _ in 0..<problems {
      guard text.skipToToken(), text.tokensOnLine() == 1, let count = try? text.jobCount() else { return false }
      for _ in 0..<count {
        guard text.skipToToken(), text.tokensOnLine() == 3 else { return false }
        text.skipLine()
      }
    }
    return !text.skipToToken()
  }
}
