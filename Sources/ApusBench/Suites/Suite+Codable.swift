import Foundation

extension Suite: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, description, family
    case entries = "instances"
    case limit, threads, seeds
  }

  /// Reads and checks a suite. What is wrong is a `DecodingError` at the value that is wrong.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    try container.require(
      DataFolder.isName(name), .name,
      "expected letters, digits, '-', '_' and '.'")
    description = try container.decode(String.self, forKey: .description)
    family = try container.decode(String.self, forKey: .family)
    try container.require(DataFolder.isName(family), .family, "expected the name of a problem family")
    entries = try container.decode([SuiteEntry].self, forKey: .entries)
    try container.require(!entries.isEmpty, .entries, "expected at least one instance")
    var seen: Set<String> = []
    for name in entries.flatMap(\.names) {
      try container.require(seen.insert(name).inserted, .entries, "\(name) is listed twice, expected it once")
    }
    limit = try container.decode(Double.self, forKey: .limit)
    try container.require(
      limit > 0 && limit <= Self.longestLimit, .limit, "expected seconds, more than 0 and at most a week")
    threads = try container.decode(Int.self, forKey: .threads)
    try container.require((1...256).contains(threads), .threads, "expected 1 to 256")
    seeds = try container.decode([Int].self, forKey: .seeds)
    try container.require(
      !seeds.isEmpty && seeds.allSatisfy { $0 >= 0 } && Set(seeds).count == seeds.count, .seeds,
      "expected at least one seed, all of them different and 0 or more")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(description, forKey: .description)
    try container.encode(family, forKey: .family)
    try container.encode(entries, forKey: .entries)
    try container.encode(limit, forKey: .limit)
    try container.encode(threads, forKey: .threads)
    try container.encode(seeds, forKey: .seeds)
  }
}
