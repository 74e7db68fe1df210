/// The order in which people expect names with numbers: `ta2` before `ta10`.
enum NaturalOrder {
  /// Whether `a` comes before `b`: numbers in them are compared by value, all else by code point.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    let (left, right) = (parts(a), parts(b))
    for (one, other) in zip(left, right) where one != other {
      if let first = Int(one), let second = Int(other), first != second { return first < second }
      return one < other
    }
    return left.count < right.count
  }

  private static func parts(_ text: String) -> [Substring] {
    var result: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let isDigit = first.isASCII && first.isNumber
      let part = rest.prefix { ($0.isASCII && $0.isNumber) == isDigit }
      result.append(part)
      rest = rest.dropFirst(part.count)
    }
    return result
  }
}
