/// A flexible job shop while it is read: its parts, and where in the file they were found.
struct FlexibleDraft {
  var parts: FlexibleParts
  /// The offset of each mode's machine, of each operation in turn.
  private var modeOffsets: [[Int]] = []
  private var precedenceOffsets: [Int] = []

  init(machineCount: Int) { parts = FlexibleParts(machineCount: machineCount) }

  /// Reads the machines that can do an operation: their number, then each with the duration.
  ///
  /// - Parameters:
  ///   - name: The operation as errors call it.
  ///   - firstMachine: What the file counts machines from.
  mutating func readModes(
    _ scanner: inout TextScanner, of name: @autoclosure () -> String, firstMachine: Int
  ) throws(InputError) -> [FlexibleJobShop.Mode] {
    let last = parts.machineCount - 1
    try scanner.expectMore("the number of machines that can do \(name())")
    let count = try scanner.integer("the number of machines that can do \(name())", in: 1...parts.machineCount)
    var modes: [FlexibleJobShop.Mode] = []
    var offsets: [Int] = []
    for number in 0..<count {
      func machineName() -> String { "machine \(number + 1) of \(count) for \(name()), counted from \(firstMachine)" }
      try scanner.expectMore(machineName())
      let machine = try scanner.integer(machineName(), in: firstMachine...last + firstMachine) - firstMachine
      offsets.append(scanner.tokenStart)
      func durationName() -> String { "the duration of \(name()) on machine \(machine + firstMachine)" }
      try scanner.expectMore(durationName())
      let duration = try scanner.integer(durationName(), in: 0...FlexibleJobShop.maximumTotalDuration)
      modes.append(FlexibleJobShop.Mode(machine: machine, duration: duration))
    }
    modeOffsets.append(offsets)
    return modes
  }

  mutating func addPrecedence(_ before: Int, _ after: Int, at offset: Int) {
    parts.precedences.append((before, after))
    precedenceOffsets.append(offset)
  }

  /// The shop, if there is nothing wrong with it.
  ///
  /// - Throws: ``InputError`` at the place in the scanner's file where the flaw is.
  func shop(named name: String, _ scanner: TextScanner) throws(InputError) -> FlexibleJobShop {
    guard let flaw = parts.firstFlaw else { return FlexibleJobShop(sound: parts, name: name) }
    let offset: Int? =
      switch flaw.subject {
      case .whole: nil
      case .operation(let operation): modeOffsets[operation].first
      case .mode(let operation, let mode): modeOffsets[operation][mode]
      case .precedence(let index): precedenceOffsets[index]
      }
    guard let offset else { throw InputError(file: scanner.file, message: flaw.message) }
    throw scanner.error(flaw.message, at: offset)
  }
}
