// Constraints over lists of intervals: `{"noOverlap": [0, 1]}`, with setup times
// `{"noOverlap": {"intervals": [0, 1], "setup": {"types": [0, 1], "times": [[0, 5], [3, 0]]}}}`,
// `{"alternative": {"main": 0, "members": [1, 2]}}`, the same for `span`, and `{"sameOrder": [[0, 1], [2, 3]]}`.

extension NoOverlap {
  init(coded decoder: any Decoder) throws {
    if (try? decoder.container(keyedBy: FormatKey.self)) != nil {
      let object = try decoder.object("a noOverlap", keys: ["intervals", "setup"])
      self.init(
        indices: try object.decode([CodedIndex].self, forKey: "intervals").map(\.index),
        setup: try object.decodeIfPresent(CodedSetup.self, forKey: "setup")?.setup)
    } else {
      self.init(indices: try [CodedIndex](from: decoder).map(\.index))
    }
  }

  func encode(to encoder: any Encoder) throws {
    guard let setup else { return try intervals.encode(to: encoder) }
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(intervals, forKey: "intervals")
    try object.encode(CodedSetup(setup), forKey: "setup")
  }
}

/// Setup times: `{"types": [0, 1], "times": [[0, 5], [3, 0]], "initial": [2, 4], "from": 6}`.
struct CodedSetup: Codable {
  var setup: SetupTimes

  init(_ setup: SetupTimes) { self.setup = setup }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("setup times", keys: ["types", "times", "initial", "from"])
    setup = SetupTimes(
      types: try object.decode([Int].self, forKey: "types"), times: try object.decode([[Int]].self, forKey: "times"),
      initial: try object.decodeIfPresent([Int].self, forKey: "initial"),
      from: try object.decodeIfPresent(Int.self, forKey: "from") ?? 0)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    let count = setup.typeCount
    try object.encode(setup.types, forKey: "types")
    try object.encode((0..<count).map { Array(setup.times[$0 * count..<($0 + 1) * count]) }, forKey: "times")
    try object.encodeIfPresent(setup.initial, forKey: "initial")
    if setup.origin != 0 { try object.encode(setup.origin, forKey: "from") }
  }
}

extension Alternative {
  init(coded decoder: any Decoder) throws {
    let (main, members) = try decoder.mainAndMembers("an alternative")
    self.init(main: main, members: members)
  }
}

extension Span {
  init(coded decoder: any Decoder) throws {
    let (main, members) = try decoder.mainAndMembers("a span")
    self.init(main: main, members: members)
  }
}

extension SameOrder {
  init(coded decoder: any Decoder) throws {
    let lists = try [[CodedIndex]](from: decoder)
    guard lists.count == 2 else { throw decoder.malformed("expected two lists of intervals, not \(lists.count)") }
    self.init(first: lists[0].map(\.index), second: lists[1].map(\.index))
  }
}

extension Decoder {
  fileprivate func mainAndMembers(_ what: String) throws -> (Int32, [Int32]) {
    let object = try object(what, keys: ["main", "members"])
    return (
      try object.decode(CodedIndex.self, forKey: "main").index,
      try object.decode([CodedIndex].self, forKey: "members").map(\.index)
    )
  }
}

extension Encoder {
  /// Writes an interval and those that stand for it or are spanned by it.
  func encode(_ main: Int32, _ members: [Int32]) throws {
    var object = container(keyedBy: FormatKey.self)
    try object.encode(main, forKey: "main")
    try object.encode(members, forKey: "members")
  }
}
