import Foundation
import Testing

@testable import ApusBench

/// Programs that keep no limit, and what is left of them.
@Suite struct LimitedProcessTests {
  private func shell(
    _ text: String, _ limits: ProcessLimits = ProcessLimits(wall: 30), isCancelled: () -> Bool = { false }
  ) throws -> ProcessEnd {
    try LimitedProcess.run(["/bin/sh", "-c", text], limits, isCancelled: isCancelled)
  }

  @Test func whatItPrintsAndHowItEnds() throws {
    let end = try shell("echo out; echo first >&2; echo second >&2; exit 10")
    #expect(end.status == 10 && end.stop == nil && end.output == Array("out\n".utf8))
    #expect(end.lastErrorLine == "second" && end.seconds < 20)
    #expect(try shell("kill -SEGV $$").status == 128 + SIGSEGV)
    #expect(throws: RunRefusal.self) { try LimitedProcess.run(["no-such-program-at-all"], ProcessLimits(wall: 1)) }
  }

  @Test func aLimitAsksFirst() throws {
    let end = try shell("trap 'echo bye; exit 10' TERM; while :; do sleep 0.05; done", ProcessLimits(wall: 0.3))
    #expect(end.stop == .wall && end.status == 10 && end.output == Array("bye\n".utf8))
  }

  @Test func whoIgnoresSIGTERMIsKilled() throws {
    let limits = ProcessLimits(wall: 0.2, patience: 0.2)
    let end = try shell("trap '' TERM; while :; do sleep 0.05; done", limits)
    #expect(end.stop == .wall && end.status == 128 + SIGKILL && end.seconds < 20)
  }

  @Test func childrenEndWithIt() throws {
    let end = try shell("sleep 1000 & echo $!")
    let child = try #require(
      pid_t(String(decoding: end.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(end.status == 0 && end.seconds < 20)
    // Whoever adopts it waits for it soon.
    for _ in 0..<100 where isRunning(child) { Thread.sleep(forTimeInterval: 0.05) }
    #expect(!isRunning(child))
  }

  private func isRunning(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return state.map { !$0.contains(") Z") } ?? true
  }

  @Test func processorTime() throws {
    let end = try shell("while :; do :; done", ProcessLimits(wall: 30, processorTime: 0.2))
    #expect(end.stop == .processorTime && end.cpuSeconds >= 0.2 && end.seconds < 25)
  }

  @Test func memoryOfAllTogether() throws {
    // tail keeps a line without end.
    let text = "head -c 600000000 /dev/zero | tail > /dev/null; sleep 30"
    let end = try shell(text, ProcessLimits(wall: 30, memory: 64 << 20))
    #expect(end.stop == .memory && end.peakMemory > 0 && end.seconds < 25)
  }

  @Test func outputIsBounded() throws {
    let end = try shell("yes", ProcessLimits(wall: 0.3, patience: 0.1))
    #expect(end.stop == .wall && end.output.count == LimitedProcess.longestOutput)
  }

  @Test func cancelled() throws {
    let end = try shell("sleep 1000", isCancelled: { true })
    #expect(end.stop == .cancelled && end.seconds < 20)
  }
}
