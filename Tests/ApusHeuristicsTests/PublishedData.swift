import ApusStructure
import Foundation

/// The published job shops, where they are on this machine.
enum PublishedData {
  /// `$APUS_DATA/jobshop`, or a folder beside the package.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["APUS_DATA"] {
      return URL(fileURLWithPath: path).appendingPathComponent("jobshop")
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/datasets/jobshop")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.appendingPathComponent("bounds.csv").path)

  static func shop(_ name: String) throws -> Shop {
    ClassicShops.read(try String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8))
  }

  /// The best makespans known, by instance.
  static func upperBounds() throws -> [String: Int] {
    let text = try String(contentsOf: folder.appendingPathComponent("bounds.csv"), encoding: .utf8)
    var bounds: [String: Int] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields[1] == "makespan", let bound = Int(fields[3]) { bounds[String(fields[0])] = bound }
    }
    return bounds
  }

  /// Names such as la01, la02: a family and numbers of two digits.
  static func names(_ family: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "\(family)\($0 < 10 && family != "yn" ? "0" : "")\($0)" }
  }
}
