extension ProjectScheduling {
  /// The format that a text is in, as its beginning tells; nil if nothing speaks for a project.
  ///
  /// - PSPLIB's formats have the words "PRECEDENCE RELATIONS" at the beginning of a line. Which of the two is seen later: what
  ///   the multi-mode reader takes, the single-mode one takes or refuses.
  /// - ProGen/max's has lags in square brackets on the line of the first task.
  /// - Patterson's and the one with reservoirs begin with a dummy: a task without duration and demands that others wait for. A file
  ///   of theirs without it has to be named.
  ///
  /// - Complexity: O(bytes).
  static func recognizedFormat(of scanner: TextScanner) -> Format? {
    if hasPSPLIBHeading(scanner) { return .mm }
    if hasBrackets(scanner) { return .max }
    switch (beginsWithDummy(scanner, hasReservoirs: false), beginsWithDummy(scanner, hasReservoirs: true)) {
    case (true, false): return .patterson
    case (false, true): return .reservoir
    case (false, false): return nil
    case (true, true):
      // Numbers that could be either: then the one that the whole file is.
      var copy = scanner
      return (try? readPatterson(&copy, name: "")) != nil ? .patterson : .reservoir
    }
  }

  private static func hasPSPLIBHeading(_ scanner: TextScanner) -> Bool {
    var lines = scanner
    while let first = lines.peek() {
      if first | 0x20 == UInt8(ascii: "p"), lines.word.lowercased() == "precedence" { return true }
      lines.skipLine()
    }
    return false
  }

  /// Whether the first of two lines is numbers, and a token of the second begins with a bracket.
  private static func hasBrackets(_ scanner: TextScanner) -> Bool {
    var line = scanner
    guard (try? line.integer("", in: 0...maximumTaskCount)) != nil else { return false }
    line.skipLine()
    guard line.skipToToken() else { return false }
    while !line.isAtLineEnd() {
      if line.bytes[line.index] == UInt8(ascii: "[") { return true }
      line.skipToken()
    }
    return false
  }

  private static func beginsWithDummy(_ scanner: TextScanner, hasReservoirs: Bool) -> Bool {
    var text = scanner
    func skip(_ count: Int, in range: ClosedRange<Int>) -> Bool {
      for _ in 0..<count where (try? text.integer("", in: range)) == nil { return false }
      return true
    }
    guard let count = try? text.taskCount(), count > 1, let resources = try? text.resourceCount("") else {
      return false
    }
    var stocks = 0
    if hasReservoirs {
      guard let number = try? text.resourceCount("") else { return false }
      stocks = number
    }
    guard skip(resources + stocks, in: 0...maximumAmount), skip(1 + resources, in: 0...0),
      skip(2 * stocks, in: 0...maximumAmount), let successors = try? text.integer("", in: 1...count - 1)
    else { return false }
    return skip(successors, in: 2...count)
  }
}
