/// `{"items": [{"variable": 0, "sizes": [4, 2], "bins": [0, 2]}], "capacities": [[8, 8], [8, 8], [8, 8]]}`.
extension Pack {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a pack", keys: ["items", "capacities"])
    let items = try object.decode([CodedPackItem].self, forKey: "items")
    let capacities = try object.decode([[Int]].self, forKey: "capacities")
    let resources = capacities.first?.count ?? items.first?.sizes.count ?? 0
    guard (items.map(\.sizes) + capacities).allSatisfy({ $0.count == resources }) else {
      throw decoder.malformed("an item or a bin has not \(resources) resources; expected the same number for all")
    }
    self.init(
      items.map { Item(IntegerExpression(.integer($0.variable)), sizes: $0.sizes, in: $0.bins) }, into: capacities)
    resourceCount = resources
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    let resources = resourceCount
    try object.encode(
      items.indices.map { item in
        CodedPackItem(
          variable: items[item], sizes: Array(sizes[item * resources..<(item + 1) * resources]),
          bins: choice[item] < 0 ? nil : choices[Int(choice[item])].map { Int($0) })
      }, forKey: "items")
    try object.encode(
      (0..<binCount).map { Array(capacities[$0 * resources..<($0 + 1) * resources]) }, forKey: "capacities")
  }
}

/// An item of a ``Pack``.
private struct CodedPackItem: Codable {
  var variable: Int32
  var sizes: [Int]
  var bins: [Int]?

  init(variable: Int32, sizes: [Int], bins: [Int]?) {
    self.variable = variable
    self.sizes = sizes
    self.bins = bins
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("an item", keys: ["variable", "sizes", "bins"])
    variable = try object.decode(CodedIndex.self, forKey: "variable").index
    sizes = try object.decode([Int].self, forKey: "sizes")
    bins = try object.decodeIfPresent([Int].self, forKey: "bins")
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(variable, forKey: "variable")
    try object.encode(sizes, forKey: "sizes")
    try object.encodeIfPresent(bins, forKey: "bins")
  }
}

/// `{"variable": 0, "range": [0, 3], "literal": 4}`.
extension Within {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a within", keys: ["variable", "range", "literal"])
    self.init(
      variable: try object.decode(CodedIndex.self, forKey: "variable").index,
      range: try object.decode(CodedRange.self, forKey: "range").range,
      literal: try object.decode(CodedLiteral.self, forKey: "literal").literal)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(variable, forKey: "variable")
    try object.encode(CodedRange(range), forKey: "range")
    try object.encode(CodedLiteral(literal), forKey: "literal")
  }
}
