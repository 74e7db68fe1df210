import Foundation
import Testing

@testable import ApusBench

/// Peers that are there, and that are not.
@Suite struct PeerTests {
  @Test func everyNameHasAProgram() {
    for name in Peer.names {
      let file = packageBenchmarks.url.appending(path: "Peers/\(name).py")
      #expect(FileManager.default.fileExists(atPath: file.path))
    }
    #expect(Peer("nobody") == nil && Peer("") == nil)
  }

  @Test func notInstalledIsOneLine() throws {
    let folder = try Folder()
    // A shell in place of Python, for a program that says what the package's own say.
    try folder.write("echo 'not installed (reason); install it' >&2; exit 69\n", to: "Peers/cpsat.py")
    try folder.write("echo 'C 1.2'\n", to: "Peers/cpo.py")
    let benchmarks = BenchmarkFolder(folder.url)
    let environment = ["APUS_PEERS_PYTHON": "/bin/sh"]
    let absent = try #require(Peer("cpsat"))
    let refusal = #expect(throws: RunRefusal.self) { try absent.version(in: benchmarks, environment) }
    #expect(refusal?.description == "--peer cpsat: not installed (reason); install it")
    let present = try #require(Peer("cpo"))
    #expect(try present.version(in: benchmarks, environment) == "C 1.2")
    #expect(throws: RunRefusal.self) { try present.version(in: benchmarks, ["APUS_PEERS_PYTHON": "/no/python"]) }
    #expect(present.words(in: benchmarks, [:])[0] == "python3")
  }
}
