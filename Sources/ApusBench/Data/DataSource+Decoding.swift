import Foundation

extension DataSource: Decodable {
  private enum CodingKeys: String, CodingKey { case name, description, folder, address, licence, citation, files }

  /// Reads and checks a data set. No path may lead out of the data folder.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    try container.require(DataFolder.isName(name), .name, "expected letters, digits, '-', '_' and '.'")
    description = try container.decode(String.self, forKey: .description)
    folder = try container.decode(String.self, forKey: .folder)
    try container.require(DataFolder.isName(folder), .folder, "expected the name of a folder")
    address = try container.decode(String.self, forKey: .address)
    try container.require(
      address.hasPrefix("http") && address.hasSuffix("/") && URL(string: address) != nil, .address,
      "expected an address of the web that ends in a slash")
    licence = try container.decode(String.self, forKey: .licence)
    citation = try container.decode(String.self, forKey: .citation)
    files = try container.decode([DataFile].self, forKey: .files)
    try container.require(!files.isEmpty, .files, "expected at least one file")
    var seen: Set<String> = []
    for file in files {
      try container.require(seen.insert(file.name).inserted, .files, "\(file.name) is listed twice, expected it once")
    }
  }
}

extension DataFile: Decodable {
  private enum CodingKeys: String, CodingKey { case name, from, size, sha256 }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    try container.require(DataFolder.isName(name), .name, "expected the name of a file")
    from = try container.decodeIfPresent(String.self, forKey: .from) ?? name
    try container.require(DataFolder.isInside(from), .from, "expected a path without '..'")
    size = try container.decodeIfPresent(Int.self, forKey: .size)
    try container.require(size ?? 0 >= 0, .size, "expected bytes, 0 or more")
    sha256 = try container.decodeIfPresent(String.self, forKey: .sha256)
    try container.require(
      sha256?.wholeMatch(of: /[0-9a-f]{64}/) != nil || sha256 == nil, .sha256,
      "expected 64 lower-case hexadecimal digits")
  }
}
