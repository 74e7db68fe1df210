/// How each group is drawn in a terminal: a letter or digit, or a colour with its text colour.
struct GanttPens {
  /// A colour of the 256-colour palette, and black or white for text on it.
  struct Ink {
    var fill: Int
    var text: Int
  }

  let color: Bool
  private var letters: [Int: Character] = [:]
  private var inks: [Int: Ink] = [:]

  init(_ chart: GanttChart, color: Bool) {
    self.color = color
    let groups = chart.groupsInUse.filter { $0 >= 0 }
    let chosen = Self.letters(for: groups.map { chart.groupName($0) })
    for (group, letter) in zip(groups, chosen) { letters[group] = letter }
    guard color else { return }
    for group in chart.groupsInUse {
      let code = GanttPalette.terminalCode(nearest: GanttPalette.color(forGroup: group))
      let isInk = GanttPalette.textColor(on: GanttPalette.terminalColors[code - 16]) == GanttPalette.ink
      inks[group] = Ink(fill: code, text: isInk ? 16 : 231)
    }
  }

  func letter(_ group: Int) -> Character { letters[group] ?? "#" }
  func ink(_ group: Int) -> Ink { inks[group] ?? Ink(fill: 247, text: 16) }

  /// The group's entry in the key: one column.
  func sample(_ group: Int) -> String {
    color ? "\u{1B}[38;5;\(ink(group).fill)m■\u{1B}[0m" : String(letter(group))
  }

  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// One letter or digit for each name: its number (ten and more are letters), else its initial, else a running number.
  private static func letters(for names: [String]) -> [Character] {
    let numbers = names.map { Int(String($0.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())) ?? -1 }
    if Set(numbers).count == names.count, numbers.allSatisfy({ alphabet.indices.contains($0) }) {
      return numbers.map { alphabet[$0] }
    }
    let initials = names.compactMap { $0.first { $0.isASCII && $0.isLetter } }
    if initials.count == names.count, Set(initials).count == names.count { return initials }
    return names.indices.map { alphabet[($0 + (names.count < alphabet.count ? 1 : 0)) % alphabet.count] }
  }
}
