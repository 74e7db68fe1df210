import ApusModel

/// Reads a condition on a model as people write it: `start(A3) + 2 <= end(B1)`, `present(A3)`, `objective <= 900`.
///
///     condition  = [not | !] present(NAME)  |  sum relation sum
///     relation   = <= | >= | == | != | = | < | >
///     sum        = [-] term { (+ | -) term }
///     term       = INTEGER [*] [operand] | operand
///     operand    = start(NAME) | end(NAME) | length(NAME) | present(NAME) | value(NAME) | objective | makespan | NAME
///
/// A name goes as far as its closing bracket, so that it may have blanks; a bare one is that of an integer variable and has none.
struct ConditionReader {
  private let model: ModelData
  private let text: String
  private var rest: Substring
  /// The intervals that the condition speaks of as if they were there.
  private var intervals: Set<Int> = []

  /// What is wrong with a condition, and what was expected.
  struct Mistake: Error {
    let message: String
  }

  /// The constraints that the condition stands for: with it, that the intervals whose times it names are present.
  static func constraints(_ text: String, in model: ModelData) throws(Mistake) -> [Constraint] {
    var reader = ConditionReader(model, text)
    return try reader.condition().flatMap(\.constraints)
  }

  private init(_ model: ModelData, _ text: String) {
    self.model = model
    self.text = text
    rest = text[...]
  }

  private mutating func condition() throws(Mistake) -> [Condition] {
    if let literal = try presence() { return [Condition(literal)] }
    let left = try sum()
    let relation = try relation()
    let right = try sum()
    skipBlanks()
    if !rest.isEmpty { throw wrong("expected nothing more") }
    let comparison: Condition =
      switch relation {
      case "<=": left <= right
      case ">=": left >= right
      case "<": left < right
      case ">": left > right
      case "!=": left != right
      default: left == right
      }
    return [comparison]
      + intervals.sorted().filter { model.intervals[$0].isOptional }
      .map { Condition(model.intervals[$0].isPresent) }
  }

  private mutating func relation() throws(Mistake) -> String {
    // Longer ones first.
    for relation in ["<=", ">=", "==", "!=", "=", "<", ">"] where take(relation) { return relation }
    throw wrong("expected one of <= >= == != < >")
  }

  /// A presence alone, or its opposite.
  private mutating func presence() throws(Mistake) -> Literal? {
    let begin = rest
    skipBlanks()
    let isNegated = take("!") || takeWord("not")
    if takeWord("present"), take("(") {
      let literal = model.intervals[try interval()].isPresent
      skipBlanks()
      if rest.isEmpty { return isNegated ? !literal : literal }
    }
    if isNegated { throw wrong("expected present(NAME) behind a negation") }
    rest = begin
    return nil
  }

  private mutating func sum() throws(Mistake) -> IntegerExpression {
    var total = take("-") ? -(try term()) : try term()
    while true {
      if take("+") {
        total = total + (try term())
      } else if take("-") {
        total = total - (try term())
      } else {
        return total
      }
    }
  }

  private mutating func term() throws(Mistake) -> IntegerExpression {
    skipBlanks()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if digits.isEmpty { return try operand() }
    guard let number = Int(digits) else { throw wrong("the number is too large") }
    rest = rest.dropFirst(digits.count)
    skipBlanks()
    let isFactor = take("*") || rest.first.map { $0.isLetter || $0 == "_" } ?? false
    return isFactor ? number * (try operand()) : IntegerExpression(number)
  }

  private mutating func operand() throws(Mistake) -> IntegerExpression {
    skipBlanks()
    let word = rest.prefix { $0.isLetter || $0.isNumber || "_.#-".contains($0) && $0 != "-" }
    if word.isEmpty { throw wrong("expected a number or start(NAME), end(NAME), present(NAME), objective, ...") }
    rest = rest.dropFirst(word.count)
    if take("(") {
      switch word {
      case "start", "end", "length":
        let index = try interval()
        intervals.insert(index)
        let interval = model.interval(index)
        return word == "start" ? interval.start : word == "end" ? interval.end : interval.length
      case "present": return IntegerExpression(model.intervals[try interval()].isPresent)
      case "value": return try integer(named: name())
      default: throw wrong("'\(word)' is none of start, end, length, present, value")
      }
    }
    switch word {
    case "makespan": return IntegerExpression(.makespan)
    case "objective":
      guard let objective = model.objective else { throw wrong("the model has no objective") }
      return objective.expression
    default: return try integer(named: String(word))
    }
  }

  private mutating func interval() throws(Mistake) -> Int {
    let name = try name()
    let found = model.intervals.indices.filter { model.nameOfInterval($0) == name }
    if found.count == 1 { return found[0] }
    if found.count > 1 { throw wrong("\(found.count) intervals are called '\(name)'") }
    let some = model.intervals.indices.prefix(4).map { "'\(model.nameOfInterval($0))'" }.joined(separator: ", ")
    throw wrong("no interval is called '\(name)'" + (some.isEmpty ? "" : "; there are \(some), ..."))
  }

  private func integer(named name: String) throws(Mistake) -> IntegerExpression {
    let found = model.integers.indices.filter { model.nameOfInteger($0) == name }
    guard let index = found.first else { throw wrong("no integer variable is called '\(name)'") }
    if found.count > 1 { throw wrong("\(found.count) integer variables are called '\(name)'") }
    return IntegerExpression(.integer(Int32(index)))
  }

  /// What stands before the closing bracket; brackets inside a name come in pairs.
  private mutating func name() throws(Mistake) -> String {
    var depth = 0
    var name = ""
    while let next = rest.popFirst() {
      if next == "(" { depth += 1 }
      if next == ")" {
        if depth == 0 { return name.trimmingPrefix(while: \.isWhitespace).trimmedEnd }
        depth -= 1
      }
      name.append(next)
    }
    throw wrong("expected ) behind a name")
  }

  // MARK: Characters

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func take(_ symbol: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(symbol) else { return false }
    rest = rest.dropFirst(symbol.count)
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(word), !(rest.dropFirst(word.count).first?.isLetter ?? false) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  private func wrong(_ message: String) -> Mistake {
    Mistake(message: "column \(text.distance(from: text.startIndex, to: rest.startIndex) + 1): \(message)")
  }
}

extension StringProtocol {
  /// Without the blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = String(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
