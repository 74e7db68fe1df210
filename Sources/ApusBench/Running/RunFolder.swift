import ApusProblems
import Foundation

/// A folder with the runs of a plan.
///
///     plan.json                the plan
///     instances/ft06.txt       what solvers are given, by the plan's digests
///     runs.ndjson              finished runs
///     events.ndjson            their events; those of a run precede its line
///     solutions/*.json         the solutions of finished runs
///     runs-2of4.ndjson ...     the same of the shard 2/4
///     lock, lock-2of4          held while somebody runs
public struct RunFolder: Sendable, Equatable {
  public let url: URL

  /// The folder at `url`, which need not be there yet.
  public init(_ url: URL) { self.url = url }

  var planFile: URL { url.appending(path: "plan.json") }
  var instances: URL { url.appending(path: "instances") }
  var solutions: URL { url.appending(path: "solutions") }

  /// The file that solvers are given.
  func file(of instance: PlannedInstance) -> URL { instances.appending(path: instance.file) }

  /// The file of that kind of a shard, or of who runs the whole plan.
  func file(_ kind: String, _ shard: Shard?, _ suffix: String) -> URL {
    url.appending(path: kind + (shard.map { "-\($0.index)of\($0.count)" } ?? "") + suffix)
  }

  /// The files of runs of all shards, by name.
  var runFiles: [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0 == "runs.ndjson" || $0.hasPrefix("runs-") && $0.hasSuffix(".ndjson") }
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }.map { url.appending(path: $0) }
  }

  /// The file of the events of a file's runs.
  func events(beside runs: URL) -> URL {
    url.appending(path: "events" + runs.lastPathComponent.dropFirst("runs".count))
  }

  /// The numbers of shards that files of runs speak of.
  var shardCounts: Set<Int> {
    Set(
      runFiles.compactMap { file in
        file.deletingPathExtension().lastPathComponent.split(separator: "of").last.flatMap { Int($0) }
      })
  }

  /// Whether there is a plan.
  public var hasPlan: Bool { FileManager.default.fileExists(atPath: planFile.path) }

  /// The plan.
  ///
  /// - Throws: `InputError` where there is none, or it is broken.
  public func plan() throws(InputError) -> RunPlan {
    try JSONSyntax.decode(RunPlan.self, from: try InputFile.bytes(of: planFile), file: planFile.path)
  }

  /// The finished runs of all shards.
  ///
  /// - Throws: `InputError` for a file that cannot be read, or the first line that is no run.
  public func records() throws(InputError) -> [RunRecord] {
    var records: [RunRecord] = []
    for file in runFiles { records += try RunLines.records(contentsOf: file) }
    return records
  }

  /// The events of all finished runs of all shards.
  ///
  /// - Throws: `InputError` for a file that cannot be read, or the first line that is no event.
  public func events() throws(InputError) -> [RunEvent] {
    var events: [RunEvent] = []
    for file in runFiles {
      let finished = Set(try RunLines.records(contentsOf: file).map(\.id))
      let place = self.events(beside: file)
      guard FileManager.default.fileExists(atPath: place.path) else { continue }
      events += try RunLines.events(contentsOf: place).filter { finished.contains($0.run) }
    }
    return events
  }
}
