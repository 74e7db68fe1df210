import ApusProblems
import Foundation

/// The runs and events of a folder of results, or of one file.
///
/// A folder holds files `runs*.ndjson` and `events*.ndjson`, several of each where shards of a suite ran apart. Of one file of runs, the
/// events are beside it: `events-1of4.ndjson` of `runs-1of4.ndjson`.
public struct RunResults: Sendable {
  /// What reports call it: the last part of the path, without `.ndjson`.
  public let name: String
  /// In the order of files and lines.
  public let records: [RunRecord]
  /// The events of each run, by ``RunRecord/id``, in the order in which they are kept.
  public let events: [String: [RunEvent]]

  /// Results that are at hand; see ``init(contentsOf:)``.
  public init(name: String, records: [RunRecord], events: [RunEvent] = []) {
    self.name = name
    self.records = records
    self.events = Dictionary(grouping: events, by: \.run)
  }

  /// Reads a folder or a file of runs. A last line that a killed writer left unfinished is passed over.
  ///
  /// - Throws: `InputError` where there is nothing to read, a line is broken, or a run is there twice.
  public init(contentsOf url: URL) throws(InputError) {
    let files = try Self.files(at: url)
    var records: [RunRecord] = []
    var places: [String: URL] = [:]
    for file in files.runs {
      for record in try RunLines.records(contentsOf: file) {
        if let other = places.updateValue(file, forKey: record.id) {
          throw InputError(
            file: file.path, message: "the run \(record.id) is here and in \(other.lastPathComponent), expected it once"
          )
        }
        records.append(record)
      }
    }
    var events: [RunEvent] = []
    for file in files.events { events += try RunLines.events(contentsOf: file) }
    let name = url.lastPathComponent
    self.init(
      name: name.hasSuffix(".ndjson") ? String(name.dropLast(7)) : name, records: records, events: events)
  }

  /// The solvers, `apus` or with a backend `apus/glpk`, in alphabetical order.
  public var solvers: [String] { Set(records.map(\.solverName)).sorted() }

  /// The runs of one solver, or of one of its backends: `apus`, `apus/glpk`.
  public func only(_ solver: String) -> RunResults {
    only { $0.solver == solver || $0.solverName == solver }
  }

  /// The runs that satisfy a condition.
  func only(where isIncluded: (RunRecord) -> Bool) -> RunResults {
    let records = records.filter(isIncluded)
    return RunResults(name: name, records: records, events: records.flatMap { events[$0.id] ?? [] })
  }

  private static func files(at url: URL) throws(InputError) -> (runs: [URL], events: [URL]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw InputError(file: url.relativePath, message: "no such file or folder")
    }
    let folder = RunFolder(isFolder.boolValue ? url : url.deletingLastPathComponent())
    let runs = isFolder.boolValue ? folder.runFiles : [url]
    guard !runs.isEmpty else { throw InputError(file: url.relativePath, message: "holds no file runs*.ndjson") }
    let events = runs.filter { $0.lastPathComponent.hasPrefix("runs") }.map(folder.events(beside:))
    return (runs, events.filter { FileManager.default.fileExists(atPath: $0.path) })
  }
}

extension RunRecord {
  /// Who solved, with the backend where there is one: `cpsat`, `apus/glpk`.
  public var solverName: String { solver + (backend.map { "/" + $0 } ?? "") }
}
