/// Reads CPLEX's LP format: an objective, rows, bounds, generals and binaries. Products, ranges within a row, semicontinuous columns and special
/// ordered sets are refused by name.
struct LPReader {
  private enum Section {
    case rows, bounds, generals, binaries, end
  }

  private let tokens: [LPToken]
  private var place = 0
  private var draft: ProgramDraft
  private var unnamed = 0

  static func read(_ text: String, name: String) throws(ProgramError) -> LinearProgram {
    var reader = LPReader(try LPToken.tokens(of: text), ProgramDraft(name: name))
    try reader.readObjective()
    while let section = try reader.nextSection() {
      switch section {
      case .rows: try reader.readRows()
      case .bounds: try reader.readBounds()
      case .generals: try reader.readList { $0.setInteger($1) }
      case .binaries:
        try reader.readList {
          $0.setInteger($1)
          $0.setLower(0, $1)
          $0.setUpper(1, $1)
        }
      case .end:
        guard reader.token.kind == .end else { throw reader.unexpected("nothing after End") }
        return reader.draft.finished()
      }
    }
    return reader.draft.finished()
  }

  private init(_ tokens: [LPToken], _ draft: ProgramDraft) {
    self.tokens = tokens
    self.draft = draft
  }

  // MARK: Tokens

  private var token: LPToken { tokens[place] }
  private var following: LPToken { tokens[Swift.min(place + 1, tokens.count - 1)] }

  private mutating func advance() { if place < tokens.count - 1 { place += 1 } }

  private func unexpected(_ expected: String) -> ProgramError {
    ProgramError(
      line: token.line, column: token.column, "found \(ProgramError.quoted(token.text)), expected \(expected)")
  }

  private func isWord(_ token: LPToken, _ words: String...) -> Bool {
    guard case .word(let word) = token.kind else { return false }
    return words.contains(word.lowercased())
  }

  /// The section that begins here, and how many tokens its heading has. Headings begin a line and are no name before a colon.
  private var heading: (section: Section, length: Int)? {
    guard token.isFirst, following.kind != .colon else { return nil }
    if isWord(token, "subject") && isWord(following, "to") || isWord(token, "such") && isWord(following, "that") {
      return (.rows, 2)
    }
    if isWord(token, "st", "s.t.", "st.") { return (.rows, 1) }
    if isWord(token, "bounds", "bound") { return (.bounds, 1) }
    if isWord(token, "generals", "general", "gen", "integers", "integer", "int") { return (.generals, 1) }
    if isWord(token, "binaries", "binary", "bin") { return (.binaries, 1) }
    if isWord(token, "end") { return (.end, 1) }
    return nil
  }

  private mutating func nextSection() throws(ProgramError) -> Section? {
    if token.kind == .end { return nil }
    guard let heading else { throw unexpected("a section: Subject To, Bounds, Generals, Binaries or End") }
    for _ in 0..<heading.length { advance() }
    return heading.section
  }

  // MARK: Sections

  private mutating func readObjective() throws(ProgramError) {
    if isWord(token, "maximize", "maximise", "maximum", "max") {
      draft.setSense(isMaximum: true)
    } else if !isWord(token, "minimize", "minimise", "minimum", "min") {
      throw unexpected("Minimize or Maximize")
    }
    advance()
    if case .word = token.kind, following.kind == .colon {
      advance()
      advance()
    }
    let sum = try readSum()
    for term in sum.terms { draft.addCost(term.value, term.column) }
    draft.addCostConstant(sum.constant)
  }

  private mutating func readRows() throws(ProgramError) {
    while token.kind != .end, heading == nil {
      var name: String?
      if case .word(let word) = token.kind, following.kind == .colon {
        guard draft.rowNumber[word] == nil else { throw unexpected("the name of a new row") }
        name = word
        advance()
        advance()
      }
      let sum = try readSum()
      guard case .relation(let relation) = token.kind else { throw unexpected("<=, >= or =") }
      advance()
      let side = try readNumber() - sum.constant
      while name == nil || draft.rowNumber[name ?? ""] != nil {
        unnamed += 1
        name = "row_\(unnamed)"
      }
      let row = draft.addRow(
        name ?? "", lower: relation == "<" ? -.infinity : side, upper: relation == ">" ? .infinity : side)
      for term in sum.terms { draft.addTerm(term.value, term.column, toRow: row) }
    }
  }

  /// A sum up to a relation, a heading or the end.
  private mutating func readSum() throws(ProgramError) -> (terms: [(column: Int32, value: Double)], constant: Double) {
    var terms: [(column: Int32, value: Double)] = []
    var constant = 0.0
    while true {
      var sign = 1.0
      var hasSign = false
      while case .sign(let character) = token.kind {
        if character == "-" { sign = -sign }
        hasSign = true
        advance()
      }
      if !hasSign, heading != nil { break }
      switch token.kind {
      case .number(let factor):
        advance()
        if case .word(let word) = token.kind, following.kind != .colon, heading == nil {
          terms.append((try column(word), sign * factor))
          advance()
        } else {
          constant += sign * factor
        }
      case .word(let word):
        if following.kind == .colon { throw unexpected("a relation before the next row") }
        terms.append((try column(word), sign))
        advance()
      case .relation, .colon, .end, .sign:
        if hasSign { throw unexpected("a number or a name") }
        return (terms, constant)
      }
    }
    return (terms, constant)
  }

  private mutating func column(_ name: String) throws(ProgramError) -> Int32 {
    do { return try draft.column(name) } catch {
      throw ProgramError(line: token.line, column: token.column, error.message)
    }
  }

  /// A number with a sign; `inf` where it is allowed.
  private mutating func readNumber(allowsInfinity: Bool = false) throws(ProgramError) -> Double {
    var sign = 1.0
    while case .sign(let character) = token.kind {
      if character == "-" { sign = -sign }
      advance()
    }
    if allowsInfinity, isWord(token, "inf", "infinity") {
      advance()
      return sign * .infinity
    }
    guard case .number(let value) = token.kind else { throw unexpected("a number") }
    advance()
    return sign * value
  }

  private mutating func readBounds() throws(ProgramError) {
    while token.kind != .end, heading == nil {
      // `0 <= x <= 4`, `x <= 4`, `x = 4`, `x free`, `4 >= x`.
      var first: (value: Double, relation: Character)?
      if !isName {
        let value = try readNumber(allowsInfinity: true)
        guard case .relation(let relation) = token.kind else { throw unexpected("<=, >= or =") }
        advance()
        first = (value, relation == "<" ? ">" : relation == ">" ? "<" : "=")
      }
      guard case .word(let word) = token.kind else { throw unexpected("the name of a column") }
      guard let column = draft.columnNumber[word] else { throw unexpected("a column of the objective or of a row") }
      advance()
      if let first { try setBound(column, first.relation, first.value) }
      if case .relation(let relation) = token.kind {
        advance()
        try setBound(column, relation, try readNumber(allowsInfinity: true))
      } else if isWord(token, "free"), first == nil {
        advance()
        draft.setLower(-.infinity, column)
        draft.setUpper(.infinity, column)
      } else if first == nil {
        throw unexpected("<=, >=, = or free")
      }
    }
  }

  /// Whether a column's name begins here, and not an infinity.
  private var isName: Bool {
    guard case .word = token.kind else { return false }
    return !isWord(token, "inf", "infinity")
  }

  private mutating func setBound(_ column: Int32, _ relation: Character, _ value: Double) throws(ProgramError) {
    if relation != "<" { draft.setLower(value, column) }
    if relation != ">" { draft.setUpper(value, column) }
  }

  private mutating func readList(_ apply: (inout ProgramDraft, Int32) -> Void) throws(ProgramError) {
    while token.kind != .end, heading == nil {
      guard case .word(let word) = token.kind, let column = draft.columnNumber[word] else {
        throw unexpected("a column of the objective or of a row")
      }
      apply(&draft, column)
      advance()
    }
  }
}

extension LinearProgram {
  /// Reads a program in CPLEX's LP format.
  ///
  /// - Throws: what is wrong and where.
  public init(lp text: String, name: String) throws(ProgramError) { self = try LPReader.read(text, name: name) }

  /// Reads a program in MPS, free or fixed without blanks in names.
  ///
  /// - Throws: what is wrong and where.
  public init(mps text: String, name: String) throws(ProgramError) { self = try MPSReader.read(text, name: name) }
}
