/// One line of bars in a terminal, as cells that know what is drawn in them.
struct GanttTerminalLine {
  private struct Cell {
    /// `nil` behind a character of two columns.
    var glyph: Character?
    var foreground: Int?
    var background: Int?
    /// Foreground and the terminal's own background change places: the only way to fill the right part of a cell.
    var inverse = false
    /// The bar that fills the cell, and how many eighths of it.
    var owner: Int?
    var cover = 0
  }

  private static let eighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private var cells: [Cell]

  init(columns: Int, marks: Set<Int>) {
    cells = (0..<columns).map { Cell(glyph: marks.contains($0) ? "┊" : nil) }
  }

  /// Draws the bars of one lane, which do not overlap and are in order.
  mutating func draw(_ bars: [GanttLanes.Placed], axis: GanttAxis, pens: GanttPens) {
    let total = cells.count * 8
    let places = bars.map { placed -> Range<Int> in
      let from = min(total - 1, Int((axis.fraction(of: placed.bar.start) * Double(total)).rounded()))
      let to = min(total, Int((axis.fraction(of: placed.end) * Double(total)).rounded()))
      return from..<max(to, from + 1)
    }
    claim(places)
    for index in cells.indices { paint(index, bars: bars, places: places, pens: pens) }
    if pens.color { for (index, placed) in bars.enumerated() { write(placed.bar, owner: index, pens: pens) } }
  }

  /// Gives each cell to the bar that covers most of it, and each bar at least one cell if a neighbour can spare it.
  private mutating func claim(_ places: [Range<Int>]) {
    var owned = Array(repeating: 0, count: places.count)
    for (index, place) in places.enumerated() {
      for cell in place.lowerBound / 8...(place.upperBound - 1) / 8 {
        let cover = min(place.upperBound, cell * 8 + 8) - max(place.lowerBound, cell * 8)
        guard cover > cells[cell].cover, cover >= 4 || cells[cell].owner == nil else { continue }
        if let old = cells[cell].owner { owned[old] -= 1 }
        owned[index] += 1
        cells[cell].owner = index
        cells[cell].cover = cover
      }
    }
    for (index, place) in places.enumerated() where owned[index] == 0 {
      let cell = (place.lowerBound + place.upperBound - 1) / 16
      guard let old = cells[cell].owner, owned[old] > 1 else { continue }
      owned[old] -= 1
      owned[index] = 1
      cells[cell].owner = index
      cells[cell].cover = place.count
    }
    // A bar that ends with a sliver in an otherwise empty cell keeps out of it, so that lengths read true.
    for cell in cells.indices {
      guard let owner = cells[cell].owner, cells[cell].cover < 4, owned[owner] > 1 else { continue }
      cells[cell].owner = nil
      owned[owner] -= 1
    }
  }

  private mutating func paint(_ index: Int, bars: [GanttLanes.Placed], places: [Range<Int>], pens: GanttPens) {
    if !pens.color {
      if let owner = cells[index].owner {
        cells[index].glyph = pens.letter(bars[owner].bar.group)
      } else {
        cells[index].glyph = cells[index].glyph ?? "·"
      }
      return
    }
    let (from, to) = (index * 8, index * 8 + 8)
    var next = places.partitionIndex { $0.upperBound > from }
    cells[index].owner = nil
    guard next < places.count, places[next].lowerBound < to else {
      cells[index].glyph = cells[index].glyph ?? " "
      return
    }
    let first = next
    while next + 1 < places.count, places[next + 1].lowerBound < to { next += 1 }
    let (left, right) = (places[first], places[next])
    let leftFill = pens.ink(bars[first].bar.group).fill
    let rightFill = pens.ink(bars[next].bar.group).fill
    if left.lowerBound <= from, left.upperBound >= to {
      cells[index].glyph = " "
      cells[index].background = leftFill
      cells[index].owner = first
    } else if first != next {
      cells[index].glyph = Self.eighths[max(1, min(7, left.upperBound - from))]
      cells[index].foreground = leftFill
      cells[index].background = right.upperBound >= to || left.upperBound == right.lowerBound ? rightFill : nil
    } else if left.upperBound < to || left.lowerBound <= from {
      cells[index].glyph = Self.eighths[left.upperBound - max(from, left.lowerBound)]
      cells[index].foreground = leftFill
    } else {
      cells[index].glyph = Self.eighths[left.lowerBound - from]
      cells[index].foreground = leftFill
      cells[index].inverse = true
    }
  }

  /// Writes a bar's label into the middle of the cells that the bar fills, if it fits there.
  private mutating func write(_ bar: GanttChart.Bar, owner: Int, pens: GanttPens) {
    let label = GanttText.clean(bar.label)
    let length = GanttText.columns(label)
    guard length > 0, let first = cells.firstIndex(where: { $0.owner == owner }) else { return }
    let room = cells[first...].prefix { $0.owner == owner }.count
    guard length <= room else { return }
    var index = first + (room - length) / 2
    for character in label {
      let columns = GanttText.columns(of: character)
      guard columns > 0 else { continue }
      cells[index].glyph = character
      cells[index].foreground = pens.ink(bar.group).text
      if columns == 2 { cells[index + 1].glyph = nil }
      index += columns
    }
  }

  /// The cells as text; escapes are written only where the style changes.
  func text(pens: GanttPens) -> String {
    var out = ""
    var style = ""
    for cell in cells {
      guard let glyph = cell.glyph else { continue }
      if pens.color {
        var codes = ["0"]
        if let foreground = cell.foreground { codes.append("38;5;\(foreground)") }
        if let background = cell.background { codes.append("48;5;\(background)") }
        if cell.inverse { codes.append("7") }
        let wanted = codes.joined(separator: ";")
        if wanted != style, !(style.isEmpty && wanted == "0") { out += "\u{1B}[\(wanted)m" }
        style = wanted
      }
      out.append(glyph)
    }
    return style.isEmpty || style == "0" ? out : out + "\u{1B}[0m"
  }
}

extension Array {
  /// The first index whose element satisfies a condition that holds from some element on; the count if none does.
  fileprivate func partitionIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
