import Foundation

/// Runs and events as lines of JSON (NDJSON), so that a file grows by appending and survives a kill.
public enum RunLines {
  /// The records of a results file. Blank lines are passed over.
  ///
  /// - Parameters:
  ///   - file: the name that errors give.
  ///   - dropsUnfinishedLine: whether a last line without its newline, as a killed writer leaves it, is passed over when it cannot
  ///     be read. Off, it is an error like any other.
  /// - Throws: ``RunLineError``, for the first line that is not a sound record.
  public static func records(
    from text: String, file: String = "-", dropsUnfinishedLine: Bool = false
  ) throws(RunLineError) -> [RunRecord] {
    try decode(text, file, dropsUnfinishedLine, mistake: \.mistake)
  }

  /// The events of an events file; see ``records(from:file:dropsUnfinishedLine:)``.
  public static func events(
    from text: String, file: String = "-", dropsUnfinishedLine: Bool = false
  ) throws(RunLineError) -> [RunEvent] {
    try decode(text, file, dropsUnfinishedLine, mistake: \.mistake)
  }

  /// One line, newline included: keys sorted, so that equal values give equal bytes.
  ///
  /// - Throws: `EncodingError` where a number is not finite, which JSON cannot say.
  public static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  private static func decode<Value: Decodable>(
    _ text: String, _ file: String, _ dropsUnfinishedLine: Bool, mistake: (Value) -> String?
  ) throws(RunLineError) -> [Value] {
    let decoder = JSONDecoder()
    let bytes = Array(text.utf8)
    var values: [Value] = []
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer { start = end + 1 }
      let line = bytes[start..<end]
      if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      do {
        let value = try decoder.decode(Value.self, from: Data(line))
        if let mistake = mistake(value) { throw RunLineError(file: file, line: number, message: mistake) }
        values.append(value)
      } catch {
        if dropsUnfinishedLine, end == bytes.count { break }
        throw RunLineError(file: file, line: number, error)
      }
    }
    return values
  }
}
