import Foundation

/// The published data sets, where they are on this machine: in `$APUS_DATA`, else in `../shared/datasets` beside the package. Tests
/// that compare with them are skipped or pass at once where they are not.
public enum PublishedData {
  /// The folder of a family, such as "jobshop"; nil where it is absent.
  public static func folder(_ family: String) -> URL? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places = [
      ProcessInfo.processInfo.environment["APUS_DATA"].map { URL(filePath: $0) },
      package.appending(path: "../shared/datasets"),
    ]
    return places.compactMap { $0?.appending(path: family) }
      .first { FileManager.default.fileExists(atPath: $0.appending(path: "bounds.csv").path) }
  }

  /// The file of that name, nil if there is none.
  public static func file(_ family: String, _ name: String) -> URL? {
    guard let url = folder(family)?.appending(path: name), FileManager.default.fileExists(atPath: url.path) else {
      return nil
    }
    return url
  }

  /// The best makespans known, by instance, and whether they are proven.
  ///
  /// - Parameter kindSuffix: how the kind of the rows ends, as in "mrcpsp-makespan".
  public static func makespans(
    _ family: String, kindSuffix: String = "makespan"
  ) throws -> [String: (value: Int, isOptimal: Bool)] {
    guard let file = file(family, "bounds.csv") else { return [:] }
    var result: [String: (value: Int, isOptimal: Bool)] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields.count > 4, fields[1].hasSuffix(kindSuffix), let value = Int(fields[3]) {
        result[String(fields[0])] = (value, fields[4] == "1")
      }
    }
    return result
  }
}
