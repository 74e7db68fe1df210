extension ReportTable {
  /// The table in Markdown: a line a row, what is best in bold.
  var markdown: String {
    let head = columns.map { Self.escaped($0.fullTitle) }
    let rule = columns.map { $0.isNumber ? "---:" : "---" }
    let body = rows.map { row in
      row.map { cell in
        let text = Self.escaped(cell.text)
        return cell.isBest ? "**\(text)**" : text
      }
    }
    return ([head, rule] + body).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// Text that Markdown leaves as it is.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|", "*", "_", "`", "[", "]", "\\": result += "\\\(character)"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
