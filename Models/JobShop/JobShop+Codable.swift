/// As JSON: `{"name":"ft06","machineCount":6,"jobs":[[[2,1],[0,3]],...]}`, a pair of machine and duration an operation.
extension JobShop: Codable {
  private enum CodingKeys: String, CodingKey { case name, machineCount, jobs }

  /// Decodes and validates a shop.
  ///
  /// - Throws: `DecodingError`, also where ``init(name:machineCount:jobs:)`` refuses the shop.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let pairs = try values.decode([[[Int]]].self, forKey: .jobs)
    guard pairs.allSatisfy({ $0.allSatisfy { $0.count == 2 } }) else {
      let message = "expected a pair of machine and duration for every operation"
      throw DecodingError.dataCorruptedError(forKey: .jobs, in: values, debugDescription: message)
    }
    let name = try values.decode(String.self, forKey: .name)
    let machineCount = try values.decode(Int.self, forKey: .machineCount)
    do {
      let jobs = pairs.map { $0.map { (machine: $0[0], duration: $0[1]) } }
      try self.init(name: name, machineCount: machineCount, jobs: jobs)
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .jobs, in: values, debugDescription: error.message)
    }
  }

  /// Encodes the shop.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(machineCount, forKey: .machineCount)
    try values.encode(jobs.map { $0.operations.map { [$0.machine, $0.duration] } }, forKey: .jobs)
  }
}
