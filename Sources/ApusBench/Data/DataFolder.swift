import Foundation

/// The folder with published instances, a folder for each problem family: `jobshop/ta21.txt`.
public struct DataFolder: Sendable, Equatable {
  public let url: URL

  /// The folder at `url`, which need not be there yet.
  public init(_ url: URL) { self.url = url }

  /// The user's: `APUS_DATA`, else `apus` in the folder for caches: `$XDG_CACHE_HOME`, or `~/.cache`, on a Mac
  /// `~/Library/Caches`.
  public static let standard = find(
    environment: ProcessInfo.processInfo.environment, home: FileManager.default.homeDirectoryForCurrentUser)

  /// ``standard``, for a user like that.
  static func find(environment: [String: String], home: URL) -> DataFolder {
    if let path = environment["APUS_DATA"], !path.isEmpty { return DataFolder(URL(filePath: path)) }
    #if os(macOS)
      let caches = home.appending(path: "Library/Caches")
    #else
      // The XDG base directory specification: a path that is not absolute is to be ignored.
      let path = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      let caches = path.map { URL(filePath: $0) } ?? home.appending(path: ".cache")
    #endif
    return DataFolder(caches.appending(path: "apus"))
  }

  /// The file of the instance `name` of a family, nil if it is not there.
  public func instance(_ name: String, family: String) -> URL? {
    guard Self.isName(name), Self.isName(family) else { return nil }
    return Self.existing(url.appending(path: "\(family)/\(name).txt"))
  }

  /// The files of a path, in which the last part may have `*` for any text; by name, `ta2` before `ta10`.
  public func files(matching pattern: String) -> [URL] {
    guard Self.isInside(pattern) else { return [] }
    let parts = pattern.split(separator: "/").map(String.init)
    let folder = parts.dropLast().reduce(url) { $0.appending(path: $1) }
    let last = parts[parts.count - 1]
    guard last.contains("*") else { return [Self.existing(folder.appending(path: last))].compactMap { $0 } }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && Self.matches($0, last) }
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
      .compactMap { Self.existing(folder.appending(path: $0)) }
  }

  private static func existing(_ file: URL) -> URL? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
      return nil
    }
    return file
  }

  /// Whether a name fits a pattern, `*` standing for any text: the pieces between stars are found from left to right.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return name == pattern }
    guard name.count >= first.count + last.count, name.hasPrefix(first), name.hasSuffix(last) else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = rest.range(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// Whether a text can be the name of a file or an instance anywhere: letters, digits, `-`, `_` and `.`, the last not in front.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix(".")
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
  }

  /// Whether a relative path stays where it begins: no empty part, no `.` and no `..`.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") }
  }
}
