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
  /// of the source's own folders.
  ///
  /// - Throws: `InputError` for the first file that is missing, wrong, or cannot be written. Files before it stay, and are not
  ///   copied again.
  public func install(_ source: DataSource, from folder: URL) throws(InputError) -> Installation {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw InputError(file: folder.path, message: "no such folder")
    }
    return try install(source) { file throws(InputError) in
      let places = [file.name, "\(source.folder)/\(file.name)", file.from].map { folder.appending(path: $0) }
      let place = places.first { FileManager.default.fileExists(atPath: $0.path) } ?? places[0]
      return (try InputFile.bytes(of: place), place.path)
    }
  }

  /// Installs a data set, file by file. Each is verified, and appears under its name whole or not at all. What is here and right is
  /// not read again, so an installation that was stopped goes on where it was. What comes from a place called `.gz` is unpacked
  /// first; size and digest are those of the content.
  ///
  /// - Parameter read: Gives a file's bytes, and where they come from.
  /// - Throws: what `read` throws; `InputError` for the first file that is wrong or cannot be written.
  func install(
    _ source: DataSource, reading read: (DataFile) throws(InputError) -> (bytes: [UInt8], place: String)
  ) throws(InputError) -> Installation {
    let folder = url.appending(path: source.folder)
    var result = Installation()
    for file in source.files {
      if isRight(file, of: source) {
        result.kept += 1
        continue
      }
      let (given, place) = try read(file)
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
