import ApusProblems
import Foundation

extension DataFolder {
  /// What an installation did.
  public struct Installation: Sendable, Equatable {
    /// Files that were written.
    public var written = 0
    /// Files that were there already, and right.
    public var kept = 0
  }

  /// The number of a data set's files that are here, and right.
  public func count(of source: DataSource) -> Int { source.files.count { isRight($0, of: source) } }

  /// Copies a data set from a folder on this machine: from its files, or a folder with them that is called as the family, or a copy
  /// of the source's own folders, or anywhere below it where a file has the name that it has here or at the source, and the content.
  ///
  /// - Throws: `InputError` for the first file that is wrong or cannot be written, and, once all others are installed, for those that
  ///   are missing. What is installed stays, and is not copied again.
  public func install(_ source: DataSource, from folder: URL) throws(InputError) -> Installation {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw InputError(file: folder.path, message: "no such folder")
    }
    lazy var below = Self.filesByName(below: folder)
    var missing: [String] = []
    let done = try install(source) { file throws(InputError) in
      let places = [file.name, "\(source.folder)/\(file.name)", file.from].map { folder.appending(path: $0) }
      if let place = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
        return (try InputFile.bytes(of: place), place.path)
      }
      let lastOfSource = URL(filePath: file.from).lastPathComponent
      for place in [file.name, lastOfSource].flatMap({ below[$0.lowercased(), default: [] as [URL]] }) {
        let bytes = try InputFile.bytes(of: place)
        if place.pathExtension == "gz" || file.mistake(in: bytes) == nil { return (bytes, place.path) }
      }
      missing.append(file.name)
      return nil
    }
    guard let first = missing.first else { return done }
    let others = missing.count > 1 ? " nor \(missing.count - 1) others" : ""
    throw InputError(
      file: folder.path,
      message: "has no \(first)\(others) of the \(source.files.count) files; those found are installed")
  }

  /// All files below a folder by their names in lower case, those nearer the top first.
  private static func filesByName(below folder: URL) -> [String: [URL]] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = paths.map { folder.appending(path: $0) }
    return Dictionary(grouping: files) { $0.lastPathComponent.lowercased() }.mapValues { files in
      files.sorted { ($0.pathComponents.count, $0.path) < ($1.pathComponents.count, $1.path) }
    }
  }

  /// Installs a data set, file by file. Each is verified, and appears under its name whole or not at all. What is here and right is
  /// not read again, so an installation that was stopped goes on where it was. What comes from a place called `.gz` is unpacked
  /// first; size and digest are those of the content.
  ///
  /// - Parameter read: Gives a file's bytes, and where they come from; nil to leave the file out.
  /// - Throws: what `read` throws; `InputError` for the first file that is wrong or cannot be written.
  func install(
    _ source: DataSource, reading read: (DataFile) throws(InputError) -> (bytes: [UInt8], place: String)?
  ) throws(InputError) -> Installation {
    let folder = url.appending(path: source.folder)
    var result = Installation()
    for file in source.files {
      if isRight(file, of: source) {
        result.kept += 1
        continue
      }
      guard let (given, place) = try read(file) else { continue }
      let isPacked = place.hasSuffix(".gz") && !file.name.hasSuffix(".gz")
      let bytes = isPacked ? try Gzip.unpack(given, from: place) : given
      if let mistake = file.mistake(in: bytes) { throw InputError(file: place, message: mistake) }
      let target = folder.appending(path: file.name)
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: target, options: .atomic)
      } catch {
        throw InputError(
          file: target.path, message: "cannot be written, expected a folder for data here; APUS_DATA can name another")
      }
      result.written += 1
    }
    return result
  }

  private func isRight(_ file: DataFile, of source: DataSource) -> Bool {
    let path = url.appending(path: "\(source.folder)/\(file.name)")
    guard FileManager.default.fileExists(atPath: path.path), let bytes = try? InputFile.bytes(of: path) else {
      return false
    }
    return file.mistake(in: bytes) == nil
  }
}
