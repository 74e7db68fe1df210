import ApusProblems
import Foundation
import Testing

@testable import ApusBench

/// A folder of runs: who may add to it, and what a killed runner leaves.
@Suite struct RunLogTests {
  private let place: Folder
  private let folder: RunFolder
  private let plan = RunPlan.sample()

  init() throws {
    place = try Folder()
    folder = RunFolder(place.url.appending(path: "runs"))
    try folder.prepare(plan, texts: [:])
  }

  private func record(_ run: PlannedRun) -> RunRecord {
    RunRecord(
      suite: run.suite, instance: run.instance.name, family: "jobshop", solver: run.solver.name,
      backend: run.solver.backend, status: .unknown, seconds: 1, verified: false, seed: run.seed, host: "h",
      started: "2026-03-01T12:00:00Z")
  }

  private func keep(_ run: PlannedRun, in log: RunLog) throws {
    let record = record(run)
    try log.keep(record, [RunEvent(run: record.id, t: 1, bound: 2)], solution: nil, as: run.fileName)
  }

  @Test func halfOfARunIsForgotten() throws {
    let runs = plan.runs()
    do {
      let log = try RunLog(folder, nil)
      for run in runs.prefix(2) { try keep(run, in: log) }
    }
    // Killed between the events and the line of the third, and within a line of each file.
    let event = try RunLines.line(RunEvent(run: runs[2].id, t: 1, bound: 2))
    let line = try RunLines.line(record(runs[2]))
    for (name, text) in [("events", event + event.dropLast(9)), ("runs", String(line.dropLast(20)))] {
      try place.write(place.read("runs/\(name).ndjson") + text, to: "runs/\(name).ndjson")
    }
    #expect(try folder.records().count == 2 && folder.events().count == 2)
    do {
      let log = try RunLog(folder, nil)
      #expect(log.finished == Set(runs.prefix(2).map(\.id)))
      for run in runs.dropFirst(2) { try keep(run, in: log) }
    }
    #expect(try folder.records().map(\.id) == runs.map(\.id))
    #expect(try folder.events().map(\.run) == runs.map(\.id))
  }

  @Test func onlyOneAtATime() throws {
    let log = try RunLog(folder, nil)
    let refusal = #expect(throws: RunRefusal.self) { try RunLog(folder, nil) }
    #expect(refusal?.description.contains("another apus bench is running here") == true)
    #expect(throws: RunRefusal.self) { try RunLog(folder, Shard("1/2")) }
    withExtendedLifetime(log) {}
  }

  @Test func shardsShareTheFolder() throws {
    let (first, second) = (try #require(Shard("1/2")), try #require(Shard("2/2")))
    do {
      let logs = [try RunLog(folder, first), try RunLog(folder, second)]
      #expect(throws: RunRefusal.self) { try RunLog(folder, first) }
      #expect(throws: RunRefusal.self) { try RunLog(folder, nil) }
      for (log, shard) in zip(logs, [first, second]) {
        for run in plan.runs(of: shard) { try keep(run, in: log) }
      }
    }
    #expect(place.names("runs").contains("runs-1of2.ndjson") && place.names("runs").contains("events-2of2.ndjson"))
    #expect(Set(try folder.records().map(\.id)) == Set(plan.runs().map(\.id)))
    #expect(try folder.events().count == plan.runs().count)
    // Who runs all knows what shards have done; who divides otherwise is refused.
    #expect(try RunLog(folder, nil).finished.count == plan.runs().count)
    let refusal = #expect(throws: RunRefusal.self) { try RunLog(folder, Shard("1/3")) }
    #expect(refusal?.description.contains("--shard i/2") == true)
  }

  @Test func whoHasTheFolderAloneMendsWhatShardsLeft() throws {
    let shard = try #require(Shard("1/2"))
    let runs = plan.runs(of: shard)
    do { try keep(runs[0], in: try RunLog(folder, shard)) }
    let event = try RunLines.line(RunEvent(run: runs[1].id, t: 1, bound: 2))
    try place.write(place.read("runs/events-1of2.ndjson") + event, to: "runs/events-1of2.ndjson")
    do {
      let log = try RunLog(folder, nil)
      for run in plan.runs() where !log.finished.contains(run.id) { try keep(run, in: log) }
    }
    // The shard's own end finds nothing to do.
    #expect(try RunLog(folder, shard).finished.count == plan.runs().count)
    #expect(try folder.records().count == plan.runs().count)
    #expect(try folder.events().count == plan.runs().count)
  }

  @Test func anotherPlanIsRefused() throws {
    try folder.prepare(plan, texts: [:])
    var other = plan
    other.limits.memory = 5
    let refusal = #expect(throws: RunRefusal.self) { try folder.prepare(other, texts: [:]) }
    #expect(refusal?.description.contains("another memory limit; go on with them by apus bench resume") == true)
    other = plan
    other.instances[0].source = "/elsewhere/i0.txt"
    #expect(plan.difference(from: other) == nil)
    other.instances[0].sha256 = "x"
    #expect(plan.difference(from: other) == "list of instances")
    try place.write("{", to: "runs/plan.json")
    #expect(throws: InputError.self) { try folder.prepare(plan, texts: [:]) }
  }

  @Test func aBrokenLineIsNamed() throws {
    try place.write("{}\n{}\n", to: "runs/runs.ndjson")
    let error = #expect(throws: InputError.self) { try RunLog(folder, nil) }
    #expect(error?.description.contains("runs.ndjson:1: ") == true)
  }

  @Test func whatAKilledRunnerLeftRunningIsEnded() throws {
    let record = folder.file(".running", nil, ".json")
    let end = try LimitedProcess.run(
      ["/bin/sh", "-c", "sleep 1000"], ProcessLimits(wall: 20),
      started: { process in
        // Another process of that number is left alone.
        var orphan = OrphanRecord(host: "h", process: process)
        orphan?.began += 1
        try? JSONEncoder().encode(orphan).write(to: record)
        OrphanRecord.end(at: record, host: "h")
        #expect(kill(process, 0) == 0 && !FileManager.default.fileExists(atPath: record.path))
        try? JSONEncoder().encode(OrphanRecord(host: "h", process: process)).write(to: record)
        OrphanRecord.end(at: record, host: "h")
      })
    #expect(end.status == 128 + SIGKILL && end.stop == nil)
  }
}
