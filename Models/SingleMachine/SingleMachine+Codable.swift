/// As JSON: `{"name":"a","jobs":[{"processing":3,"due":5,"weight":1},...]}`; a job may have `name`, `release` and `earliness`, the instance
/// `optimum` and `setups` with `initial` and, row by row, `times`.
extension SingleMachine: Codable {
  private enum CodingKeys: String, CodingKey { case name, jobs, setups, optimum }

  /// Decodes and validates an instance.
  ///
  /// - Throws: `DecodingError`, also where `init(name:jobs:setups:statedOptimum:)` refuses it.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let name = try values.decode(String.self, forKey: .name)
    let jobs = try values.decode([Job].self, forKey: .jobs)
    let setups = try values.decodeIfPresent(Setups.self, forKey: .setups)
    let optimum = try values.decodeIfPresent(Int.self, forKey: .optimum)
    do {
      try self.init(name: name, jobs: jobs, setups: setups, statedOptimum: optimum)
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .jobs, in: values, debugDescription: error.message)
    }
  }

  /// Encodes the instance.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(jobs, forKey: .jobs)
    try values.encodeIfPresent(setups, forKey: .setups)
    try values.encodeIfPresent(statedOptimum, forKey: .optimum)
  }
}

extension SingleMachine.Job: Codable {
  private enum CodingKeys: String, CodingKey { case name, processing, due, weight, release, earliness }

  /// Decodes a job; the instance gives it its id.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try values.decodeIfPresent(String.self, forKey: .name),
      processing: try values.decode(Int.self, forKey: .processing),
      due: try values.decode(Int.self, forKey: .due),
      weight: try values.decodeIfPresent(Int.self, forKey: .weight) ?? 1,
      earlinessWeight: try values.decodeIfPresent(Int.self, forKey: .earliness) ?? 0,
      release: try values.decodeIfPresent(Int.self, forKey: .release) ?? 0)
  }

  /// Encodes the job without its id.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(name, forKey: .name)
    try values.encode(processing, forKey: .processing)
    try values.encode(due, forKey: .due)
    try values.encode(weight, forKey: .weight)
    if release != 0 { try values.encode(release, forKey: .release) }
    if earlinessWeight != 0 { try values.encode(earlinessWeight, forKey: .earliness) }
  }
}
