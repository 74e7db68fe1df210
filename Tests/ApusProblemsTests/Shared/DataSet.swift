import Foundation

/// The published data sets, where they are installed: in `APUS_DATA`, or beside the package. Tests that compare with
/// them are skipped elsewhere.
enum DataSet {
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let candidates = [
      ProcessInfo.processInfo.environment["APUS_DATA"].map { URL(filePath: $0) },
      package.appending(path: "../shared/datasets"),
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static var isPresent: Bool { folder != nil }

  /// The file of that path, nil if there is none.
  static func file(_ path: String) -> URL? {
    guard let url = folder?.appending(path: path), FileManager.default.fileExists(atPath: url.path) else { return nil }
    return url
  }
}

/// SplitMix64: tests draw the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
