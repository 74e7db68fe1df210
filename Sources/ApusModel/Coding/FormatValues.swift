// The small values of the JSON format: ranges, indices and literals.

/// A closed range as `[2, 5]`, or as `3` where both ends are equal.
struct CodedRange: Codable {
  var range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) { self.range = range }

  init(from decoder: any Decoder) throws {
    if let value = try? decoder.singleValueContainer().decode(Int.self) {
      range = value...value
      return
    }
    guard let ends = try? decoder.singleValueContainer().decode([Int].self), ends.count == 2, ends[0] <= ends[1] else {
      throw decoder.malformed("expected an integer or a range [smallest, largest]")
    }
    range = ends[0]...ends[1]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if range.lowerBound == range.upperBound {
      try container.encode(range.lowerBound)
    } else {
      try container.encode([range.lowerBound, range.upperBound])
    }
  }
}

/// The index of a variable or interval.
struct CodedIndex: Codable {
  /// Literals store twice the index.
  static let largest = Int(Int32.max / 2)
  var index: Int32

  init(_ index: Int32) { self.index = index }

  init(from decoder: any Decoder) throws {
    guard let value = try? decoder.singleValueContainer().decode(Int.self), (0...Self.largest).contains(value) else {
      throw decoder.malformed("expected an index, an integer in 0...\(Self.largest)")
    }
    index = Int32(value)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}

/// A literal as the index of its variable, `{"not": index}`, `true` or `false`.
struct CodedLiteral: Codable {
  var literal: Literal

  init(_ literal: Literal) { self.literal = literal }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let constant = try? container.decode(Bool.self) {
      literal = constant ? .true : .false
    } else if let index = try? container.decode(CodedIndex.self) {
      literal = Literal(variable: Int(index.index))
    } else {
      guard let (object, _) = try? decoder.onlyKey("a literal", among: ["not"]) else {
        throw decoder.malformed("expected a literal: the index of a Boolean, {\"not\": index}, true or false")
      }
      literal = !Literal(variable: Int(try object.decode(CodedIndex.self, forKey: "not").index))
    }
  }

  func encode(to encoder: any Encoder) throws {
    if let variable = literal.variable, literal.isNegated {
      var container = encoder.container(keyedBy: FormatKey.self)
      try container.encode(variable, forKey: "not")
    } else {
      var container = encoder.singleValueContainer()
      if let variable = literal.variable {
        try container.encode(variable)
      } else {
        try container.encode(literal == .true)
      }
    }
  }
}
