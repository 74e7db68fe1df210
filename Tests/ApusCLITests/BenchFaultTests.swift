import ApusBench
import ApusProblems
import Foundation
import Testing

/// Kills, interruptions and full disks: no finished run is lost, and none is made twice.
@Suite(.serialized) struct BenchFaultTests {
  private let bench: BenchScratch

  init() throws { bench = try BenchScratch() }

  /// Whether the folder has every run of its plan once, checked, with the one event of each honest peer's run.
  private func expectComplete(_ name: String, _ count: Int) throws {
    let records = try bench.records(name)
    let ids = try bench.plan(name).runs().map(\.id)
    #expect(ids.count == count && records.map(\.id).sorted() == ids.sorted())
    #expect(records.allSatisfy { $0.isProven && $0.objective == 7 })
    let lines = try bench.folder.read("\(name)/events.ndjson")
    let events = try RunLines.events(from: lines)
    #expect(
      events.filter { $0.run.contains("/mine/") }.map(\.run).sorted() == ids.filter { $0.contains("/mine/") }.sorted())
    #expect(Set(events.map(\.run)) == Set(ids))
  }

  @Test func killedAtRandomMoments() throws {
    let peer = try bench.solver("mine", BenchScratch.honest)
    let words = ["run", "tiny.json", "-o", "out", "-q", "--seeds", "12", "--peer", peer]
    var generator = TaillardRandom(seed: 1)
    for _ in 0..<50 {
      let running = try bench.start(words)
      Thread.sleep(forTimeInterval: Double(generator.unif(20, 120)) / 1000)
      running.send(SIGKILL)
      _ = try running.wait()
    }
    let result = try bench.start(words).wait()
    #expect(result.status == 0, "\(result.errors)")
    try expectComplete("out", 48)
    #expect(!bench.folder.exists("out/.running.json"))
  }

  @Test func interrupted() throws {
    let peer = try bench.solver("slow", "sleep 30")
    let running = try bench.start(["run", "tiny.json", "-o", "out", "--peer", peer])
    for _ in 0..<400 {
      if bench.folder.exists("out/runs.ndjson"), try !bench.records("out").isEmpty { break }
      Thread.sleep(forTimeInterval: 0.05)
    }
    // The peer's run goes on now; nobody else may come.
    let second = try bench.run("resume", "out")
    #expect(
      second.status == 64 && second.errorLines.count == 1
        && second.errors.contains("another apus bench is running here"))
    let sent = ContinuousClock.now
    running.send(SIGINT)
    let result = try running.wait()
    #expect(sent.duration(to: .now) < .seconds(10))
    #expect(result.status == 130 && result.output.isEmpty)
    #expect(
      result.errors.hasSuffix(
        "apus: interrupted; 1 of 4 runs are kept; go on with: apus bench resume \(bench.folder.path("out"))\n"))
    #expect(try bench.records("out").map(\.solver) == ["apus"])
  }

  /// Runs under a limit on the size of files, which stands for a disk that is full.
  private func runOnASmallDisk(_ words: [String]) throws -> (status: Int32, errors: [Substring]) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit -f 16; exec \"$0\" \"$@\"", Apus.binary.path, "bench"] + words
    process.currentDirectoryURL = bench.folder.url
    let own = ["APUS_DATA": bench.folder.path("data"), "SLURM_ARRAY_TASK_ID": ""]
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text.split(separator: "\n"))
  }

  @Test func aFullDisk() throws {
    let peer = try bench.solver("mine", BenchScratch.honest)
    let full = try runOnASmallDisk(["run", "tiny.json", "-o", "out", "-q", "--seeds", "20", "--peer", peer])
    let kept = try bench.records("out").count
    // Some runs fit.
    #expect(full.status == 70 && full.errors.count == 1 && kept > 5 && kept < 80)
    let line = full.errors.first ?? ""
    #expect(
      line.contains("out/runs.ndjson: cannot be written: file too large; \(kept) of 80 runs are kept; go on with: "))
    #expect(try bench.run("resume", "out", "-q").status == 0)
    try expectComplete("out", 80)
  }

  @Test func aFullDiskIsNoFaultOfTheSolver() throws {
    let peer = try bench.solver("mine", "head -c 100000 /dev/zero > $output || exit 70\n\(BenchScratch.honest)")
    let full = try runOnASmallDisk(["run", "tiny.json", "-o", "out", "-q", "--peer", peer])
    #expect(full.status == 70 && full.errors.count == 1)
    #expect(full.errors.first?.contains("/out: cannot be written: file too large; 1 of 4 runs are kept") == true)
    #expect(try bench.run("resume", "out", "-q").status == 0)
    try expectComplete("out", 4)
  }
}
