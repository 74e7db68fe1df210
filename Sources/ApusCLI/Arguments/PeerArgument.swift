import ApusBench
import ArgumentParser

/// A solver beside Apus: a name that Apus knows, `cpsat`, or the user's own, `NAME=COMMAND`.
struct PeerArgument {
  let solver: PlannedSolver

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let isName =
      !parts[0].isEmpty && parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    if parts.count == 2 {
      guard isName, !parts[0].hasPrefix("."), parts[0] != PlannedSolver.apus, Peer(parts[0]) == nil else {
        throw ValidationError(
          "expected another name before '=': letters, digits, '-' and '_', and no solver's that Apus knows")
      }
      guard !parts[1].allSatisfy(\.isWhitespace) else { throw ValidationError("expected a command behind '='") }
      solver = PlannedSolver(name: parts[0], command: parts[1])
    } else {
      guard Peer(text) != nil else {
        throw ValidationError(
          "expected \(Peer.names.joined(separator: ", ")), or NAME=COMMAND for a command of your own")
      }
      solver = PlannedSolver(name: text)
    }
  }
}
