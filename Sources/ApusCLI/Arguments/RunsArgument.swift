import ApusBench
import ApusProblems
import ArgumentParser
import Foundation

/// Results to read: a folder or a file of runs, and after a colon, which solver's: `before`, `before:cpsat`, `before:apus/glpk`.
struct RunsArgument {
  /// What commands that take any number of them say of them.
  static let help = ArgumentHelp(
    "Folders of results or .ndjson files; DIR:SOLVER for one solver only.", valueName: "dir")

  let path: String
  let solver: String?

  /// A path that exists wins over a solver after a colon.
  init(_ text: String) {
    let colon = text.lastIndex(of: ":")
    if let colon, !FileManager.default.fileExists(atPath: text) {
      path = String(text[..<colon])
      solver = String(text[text.index(after: colon)...])
    } else {
      path = text
      solver = nil
    }
  }

  /// The runs; those of the chosen solver where one is named here or by `fallback`.
  ///
  /// - Throws: `InputError` where they cannot be read, a ``Failure`` of status 64 where they hold no such solver.
  func read(solver fallback: String? = nil) throws -> RunResults {
    let results = try RunResults(contentsOf: URL(filePath: path))
    guard let solver = solver ?? fallback else { return results }
    let chosen = results.only(solver)
    guard !chosen.records.isEmpty else {
      throw Failure(.usage, "\(path) holds no runs of '\(solver)', expected \(results.solvers.joined(separator: ", "))")
    }
    return chosen
  }

  /// The runs of exactly one solver.
  func readOne(solver fallback: String?) throws -> RunResults {
    let results = try read(solver: fallback)
    guard results.solvers.count < 2 else {
      let names = results.solvers.joined(separator: ", ")
      throw Failure(.usage, "\(path) holds runs of \(names): choose with \(path):\(results.solvers[0]) or --solver")
    }
    return results
  }
}
