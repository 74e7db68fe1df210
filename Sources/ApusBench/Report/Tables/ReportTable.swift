/// A table of a report, before it is written in any format. Its cells are text already, so that all formats say the same.
public struct ReportTable: Sendable {
  public struct Column: Sendable {
    /// The contender that the column is about; empty for what belongs to all.
    var group = ""
    var title: String
    /// Whether its values are numbers, and stand to the right.
    var isNumber = true

    /// The heading where columns have one line only.
    var fullTitle: String { group.isEmpty ? title : "\(group) \(title)" }
  }

  public struct Cell: Sendable {
    var text: String
    /// What sorting goes by; nil for text and for what is missing.
    var value: Double?
    /// Whether it is the best of those it is compared with.
    var isBest = false

    /// What is missing.
    static let none = Cell(text: "")
    static func text(_ text: String) -> Cell { Cell(text: text) }
    static func count(_ value: Int) -> Cell { Cell(text: "\(value)", value: Double(value)) }
    static func number(_ value: Double?, _ text: (Double) -> String) -> Cell {
      value.map { Cell(text: text($0), value: $0) } ?? none
    }
  }

  var columns: [Column]
  var rows: [[Cell]]
}
