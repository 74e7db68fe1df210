/// As JSON: `{"name":"kacem1","machineCount":5,"operations":[[[0,2],[1,5]],...],"precedences":[[0,1],...]}`, a pair of machine and duration a
/// mode, and for each precedence a pair of operations; all are counted from 0, operations job by job.
extension FlexibleJobShop: Codable {
  private enum CodingKeys: String, CodingKey { case name, machineCount, operations, precedences }

  /// Decodes and validates a shop; its jobs are the connected parts.
  ///
  /// - Throws: `DecodingError`, also where ``init(name:machineCount:operations:precedences:)`` refuses the shop.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let modes = try values.decode([[[Int]]].self, forKey: .operations)
    let precedences = try values.decode([[Int]].self, forKey: .precedences)
    guard modes.allSatisfy({ $0.allSatisfy { $0.count == 2 } }), precedences.allSatisfy({ $0.count == 2 }) else {
      let message = "expected a pair of machine and duration for every mode, and of operations for every precedence"
      throw DecodingError.dataCorruptedError(forKey: .operations, in: values, debugDescription: message)
    }
    let name = try values.decode(String.self, forKey: .name)
    let machineCount = try values.decode(Int.self, forKey: .machineCount)
    do {
      try self.init(
        name: name, machineCount: machineCount,
        operations: modes.map { $0.map { Mode(machine: $0[0], duration: $0[1]) } },
        precedences: precedences.map { (before: $0[0], after: $0[1]) })
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .operations, in: values, debugDescription: error.message)
    }
  }

  /// Encodes the shop.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(machineCount, forKey: .machineCount)
    try values.encode(operations.map { $0.modes.map { [$0.machine, $0.duration] } }, forKey: .operations)
    try values.encode(precedencesByPosition.map { [$0.before, $0.after] }, forKey: .precedences)
  }
}
