import Foundation

/// A solver beside Apus for which the package has a program, `Benchmarks/Peers/NAME.py`.
///
/// The environment variable `APUS_PEERS_PYTHON` names the Python that has the peers' packages; without it, it is `python3`.
public struct Peer: Sendable, Equatable {
  public let name: String

  /// The names of all, in the order in which messages list them.
  public static let names = ["cpsat", "cpo", "pumpkin", "gecode", "highs", "glpk"]

  /// Nil where there is none of that name.
  public init?(_ name: String) {
    guard Self.names.contains(name) else { return nil }
    self.name = name
  }

  /// The program and its first arguments.
  func words(in folder: BenchmarkFolder, _ environment: [String: String]) -> [String] {
    let python = environment["APUS_PEERS_PYTHON"].flatMap { $0.isEmpty ? nil : $0 } ?? "python3"
    return [python, folder.url.appending(path: "Peers/\(name).py").path]
  }

  /// The solver's version.
  ///
  /// - Throws: ``RunRefusal`` where it is not installed: what to install.
  func version(in folder: BenchmarkFolder, _ environment: [String: String]) throws(RunRefusal) -> String {
    let words = words(in: folder, environment)
    let end = try LimitedProcess.run(words + ["--version"], ProcessLimits(wall: 60))
    guard end.status == 0 else {
      throw RunRefusal("--peer \(name): \(end.lastErrorLine ?? "\(words.joined(separator: " ")) says nothing")")
    }
    return String(decoding: end.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
