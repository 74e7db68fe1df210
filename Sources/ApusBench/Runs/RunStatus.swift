/// How a run ended.
public enum RunStatus: String, Sendable, Hashable, CaseIterable {
  /// A solution, and a proof that there is none better.
  case optimal
  /// A solution.
  case feasible
  /// A proof that there is no solution.
  case infeasible
  /// Neither solution nor proof within the limits.
  case unknown
  /// The solver crashed, refused the instance or gave an answer that cannot be read.
  case error

  /// Whether the run claims to hold a solution.
  public var claimsSolution: Bool { self == .optimal || self == .feasible }
}

/// Whether less or more is better.
public enum RunSense: String, Sendable, Hashable, CaseIterable {
  case minimize, maximize

  /// Whether `a` is strictly better than `b`.
  public func isBetter(_ a: Double, than b: Double) -> Bool { self == .minimize ? a < b : a > b }

  /// The better of two objectives.
  public func better(_ a: Double, _ b: Double) -> Double { isBetter(b, than: a) ? b : a }
}

extension RunStatus: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension RunSense: Codable {
  public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension Decoder {
  /// One of the words of an enumeration; the error of another word lists those that were expected.
  fileprivate func word<Word: RawRepresentable & CaseIterable>() throws -> Word where Word.RawValue == String {
    let text = try singleValueContainer().decode(String.self)
    if let word = Word(rawValue: text) { return word }
    let expected = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw DecodingError.dataCorrupted(
      .init(codingPath: codingPath, debugDescription: "expected one of \(expected), found \"\(text)\""))
  }
}
