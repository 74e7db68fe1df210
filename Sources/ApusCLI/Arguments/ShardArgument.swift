import ApusBench
import ArgumentParser
import Foundation

/// `--shard 2/4`; without it, what a Slurm array job asks for.
struct ShardArgument {
  let shard: Shard

  init(_ text: String) throws {
    guard let shard = Shard(text) else { throw ValidationError("expected a shard i/n such as 2/4, from 1/4 to 4/4") }
    self.shard = shard
  }

  /// The shard that was asked for by option or environment; nil for all runs.
  static func chosen(_ argument: ShardArgument?) throws(RunRefusal) -> Shard? {
    if let argument { return argument.shard }
    return try Shard.slurm(ProcessInfo.processInfo.environment)
  }
}
