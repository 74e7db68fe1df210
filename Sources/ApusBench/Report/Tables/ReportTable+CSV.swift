extension ReportTable {
  /// The table as comma-separated values with one line of headings; quoted as RFC 4180 has it, lines ending in a newline.
  var csv: String {
    ([columns.map(\.fullTitle)] + rows.map { $0.map(\.text) })
      .map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
