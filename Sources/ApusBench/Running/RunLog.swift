import ApusProblems
import Foundation

/// The runs of a folder while somebody adds to them, and nobody else does.
final class RunLog {
  /// The ids of all finished runs of the folder.
  private(set) var finished: Set<String>
  private let folder: RunFolder
  private let runs, events: LineFile
  private let locks: [FileLock]
  /// Where the run that is going on is remembered.
  let orphan: URL

  /// Takes the folder, or its shard, and mends what a killed runner has left: half-written lines, and events of runs that were
  /// not finished.
  ///
  /// - Throws: ``RunRefusal`` where somebody else has it, or its runs are divided otherwise, or it cannot be written; `InputError`
  ///   where a line is broken.
  init(_ folder: RunFolder, _ shard: Shard?) throws {
    self.folder = folder
    orphan = folder.file(".running", shard, ".json")
    do {
      locks = try Self.lock(folder, shard)
      if let shard, let other = folder.shardCounts.first(where: { $0 != shard.count }) {
        throw RunRefusal(
          "\(folder.url.path): its runs are divided into \(other) shards, expected --shard i/\(other), or resume without shards"
        )
      }
      (runs, events) = try Self.mend(folder.file("runs", shard, ".ndjson"), in: folder)
      // Who has the folder alone makes what shards have left, too.
      if shard == nil { for file in folder.runFiles { _ = try Self.mend(file, in: folder) } }
      finished = Set(try folder.records().map(\.id))
    } catch let error as StorageError {
      throw RunRefusal(error.description)
    }
    OrphanRecord.end(at: orphan, host: Machine.current.host)
  }

  /// Keeps a run: its solution, its events, then its line.
  ///
  /// - Throws: ``StorageError`` where that fails; what was kept before stays as it is.
  func keep(_ record: RunRecord, _ events: [RunEvent], solution: URL?, as name: String) throws(StorageError) {
    if let solution {
      let place = folder.solutions.appending(path: "\(name).json")
      guard rename(solution.path, place.path) == 0 else { throw .writing(place.path, errno) }
    }
    let lines = events.compactMap { try? RunLines.line($0) }.joined()
    guard let line = try? RunLines.line(record) else {
      throw StorageError(runs.path, "cannot be written: \(record.id) holds a number that JSON cannot say")
    }
    try self.events.append(lines)
    try runs.append(line)
    finished.insert(record.id)
  }

  /// Who runs all takes the folder alone; shards share it, and each takes its own part alone.
  private static func lock(_ folder: RunFolder, _ shard: Shard?) throws -> [FileLock] {
    var locks: [FileLock] = []
    for (file, mode) in [(folder.file("lock", nil, ""), shard == nil ? FileLock.Mode.alone : .shared)]
      + (shard.map { [(folder.file("lock", $0, ""), .alone)] } ?? [])
    {
      guard let lock = try FileLock(file.path, mode) else {
        let part = shard.map { " or its shard \($0)" } ?? ""
        throw RunRefusal("\(folder.url.path): another apus bench is running here; the folder\(part) cannot be shared")
      }
      locks.append(lock)
    }
    return locks
  }

  /// Opens a file of runs and that of their events: without half-written lines, and without events of runs that were not finished.
  private static func mend(_ file: URL, in folder: RunFolder) throws -> (runs: LineFile, events: LineFile) {
    let runs = try LineFile(file.path)
    let finished = Set(try RunLines.records(contentsOf: file).map(\.id))
    let place = folder.events(beside: file)
    let lines = try LineFile(place.path)
    let events = try RunLines.events(contentsOf: place)
    let kept = events.filter { finished.contains($0.run) }
    if kept.count == events.count { return (runs, lines) }
    try WholeFile.write(kept.map { try RunLines.line($0) }.joined(), to: place)
    return (runs, try LineFile(place.path))
  }
}
