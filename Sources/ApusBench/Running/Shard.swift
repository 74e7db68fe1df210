/// One of the equal parts that a plan's runs are divided into, for several machines: `2/4`, counted from 1.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
  /// 1 to ``count``.
  public let index: Int
  public let count: Int

  /// - Returns: nil unless 1 <= index <= count <= 10,000.
  public init?(index: Int, count: Int) {
    guard (1...10_000).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `2/4`; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, count: count)
  }

  /// The shard that a Slurm array job asks for by its environment; nil outside of one.
  ///
  /// The tasks of the array, `SLURM_ARRAY_TASK_MIN` to `SLURM_ARRAY_TASK_MAX` in steps of `SLURM_ARRAY_TASK_STEP`, are the shards in
  /// order; `SLURM_ARRAY_TASK_COUNT` serves where the maximum is not told.
  ///
  /// - Throws: ``RunRefusal`` where the variables do not say which shard it is.
  public static func slurm(_ environment: [String: String]) throws(RunRefusal) -> Shard? {
    guard let text = environment["SLURM_ARRAY_TASK_ID"], !text.isEmpty else { return nil }
    func number(_ name: String) -> Int? { environment["SLURM_ARRAY_TASK_" + name].flatMap(Int.init) }
    if let task = Int(text) {
      let first = number("MIN") ?? 1
      let step = max(1, number("STEP") ?? 1)
      let count = number("MAX").map { ($0 - first) / step + 1 } ?? number("COUNT")
      // A list such as 1,3,7 has fewer tasks than places, which no shard's number tells.
      let isComplete = number("COUNT").map { $0 == count } ?? true
      if let count, isComplete, (task - first) % step == 0,
        let shard = Shard(index: (task - first) / step + 1, count: count)
      {
        return shard
      }
    }
    throw RunRefusal(
      "SLURM_ARRAY_TASK_ID is \(text), but its MIN, MAX, STEP and COUNT do not tell which shard that is; give --shard i/n"
    )
  }

  public var description: String { "\(index)/\(count)" }
}
