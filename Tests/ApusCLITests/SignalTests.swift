import ApusProblems
import Foundation
import Testing

/// Signals at random moments: the process ends within a second, and what it has written is complete and right.
@Suite(.serialized) struct SignalTests {
  @Test(arguments: [SIGINT, SIGTERM]) func atRandomMoments(_ signal: Int32) throws {
    let folder = try Scratch()
    var generator = SystemRandomNumberGenerator()
    var written = 0
    for round in 0..<20 {
      // From the very start, through reading and compiling, far into the search.
      let delay = round < 10 ? Double.random(in: 0...0.1, using: &generator) : .random(in: 0...1.2, using: &generator)
      let name = "s\(round).json"
      let running = try Apus.Running(["solve", round % 2 == 0 ? "ta41" : "ta21", "-o", name, "--json"], in: folder.url)
      Thread.sleep(forTimeInterval: delay)
      let sent = ContinuousClock.now
      running.send(signal)
      let result = try running.wait()
      let time = sent.duration(to: .now)
      #expect(result.status == 128 + signal, "after \(delay) s: \(result.errors)")
      #expect(time < .seconds(1), "after \(delay) s it took \(time)")
      guard folder.exists(name) else { continue }
      written += 1
      let check = try Apus.run("check", round % 2 == 0 ? "ta41" : "ta21", name, in: folder)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      #expect(result.output.contains("\"status\":\"feasible\"") && result.output.hasSuffix("}\n"))
    }
    #expect(written > 0)
    #expect(folder.names.allSatisfy { $0.hasSuffix(".json") && !$0.hasPrefix(".") }, "nothing half-written is left")
  }

  @Test func whileReading() throws {
    // Nobody ever writes into this pipe.
    let folder = try Scratch()
    let pipe = Pipe()
    let process = Process()
    process.executableURL = Apus.binary
    process.arguments = ["solve", "-", "-o", folder.path("s.json")]
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.3)
    let sent = ContinuousClock.now
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationStatus == 143 && sent.duration(to: .now) < .seconds(1))
    #expect(folder.names.isEmpty)
  }

  @Test func aSecondSignalKills() throws {
    let folder = try Scratch()
    let running = try Apus.Running(["solve", "ta41", "-o", "s.json"], in: folder.url)
    Thread.sleep(forTimeInterval: 0.5)
    running.send(SIGINT)
    running.send(SIGTERM)
    #expect([130, 143].contains(try running.wait().status))
    #expect(folder.names.allSatisfy { $0 == "s.json" })
  }
}
