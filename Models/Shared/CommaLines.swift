/// A text as lines of fields with commas between them; lines that are empty or begin with `#` are left out.
///
/// Fields have no quotes, and so no commas: names of nodes, pods and jobs need none.
struct CommaLines {
  struct Line {
    /// From 1.
    let number: Int
    /// Without the blanks around them.
    let fields: [Field]
  }

  struct Field {
    let text: String
    /// From 1, in Unicode scalars.
    let column: Int
  }

  let file: String
  let lines: [Line]

  /// - Throws: ``InputError`` where the bytes are no text.
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: file, message: "is no text in UTF-8")
    }
    self.file = file
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated().compactMap { index, line in
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { return nil }
      var column = 1
      var fields: [Field] = []
      for part in line.split(separator: ",", omittingEmptySubsequences: false) {
        let blanks = part.prefix { $0.isWhitespace }
        var text = part.dropFirst(blanks.count)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        fields.append(Field(text: String(text), column: column + blanks.unicodeScalars.count))
        column += part.unicodeScalars.count + 1
      }
      return Line(number: index + 1, fields: fields)
    }
  }

  /// The error that something is wrong with a field, or with the whole line.
  func error(_ message: String, _ line: Line, _ field: Field? = nil) -> InputError {
    InputError(file: file, line: line.number, column: field?.column ?? 1, message: message)
  }
}
