import ApusBench
import Foundation
import Testing

/// `apus bench run` and `apus bench resume`.
@Suite(.serialized) struct BenchRunTests {
  private let bench: BenchScratch

  init() throws { bench = try BenchScratch() }

  @Test func aSuiteWithAPeer() throws {
    let peer = try bench.solver("mine", BenchScratch.honest)
    let result = try bench.run("run", "tiny.json", "-o", "out", "--peer", peer)
    #expect(
      result.status == 0
        && result.output.hasSuffix("/out: 4 runs: 4 proven, 0 with a checked solution, 0 with none, 0 errors\n"))
    #expect(result.errorLines.count == 5 && result.errors.contains("[4/4]  b mine seed 0: optimal 7 in "))
    let records = try bench.records("out")
    #expect(records.map(\.id) == ["a/apus/native", "a/mine/-", "b/apus/native", "b/mine/-"].map { "tiny/\($0)/0" })
    for record in records {
      #expect(
        record.verified && record.objective == 7 && record.limit == 20 && record.threads == 1 && record.error == nil)
      #expect(record.wallSeconds ?? 0 > 0 && record.cpuLimit == 30 && record.processor != nil && !record.host.isEmpty)
    }
    #expect(Set(try bench.events("out").map(\.run)) == Set(records.map(\.id)))
    for record in records {
      let file = record.id.split(separator: "/").dropFirst().filter { $0 != "-" }.joined(separator: "-")
      let check = try Apus.run(
        "check", "out/instances/\(record.instance).txt", "out/solutions/\(file).json", in: bench.folder)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
  }

  @Test func optionsOverrideTheSuite() throws {
    let options = ["--limit", "5s", "--grace", "1s", "--seeds", "2", "-j2", "--memory", "1G", "--backend", "heuristic"]
    let result = try bench.start(["run", "tiny.json", "-o", "out", "-q"] + options).wait()
    #expect(result.status == 0 && result.errors.isEmpty)
    let records = try bench.records("out")
    #expect(records.map(\.seed) == [0, 1, 0, 1] && records.allSatisfy { $0.backend == "heuristic" && $0.verified })
    #expect(records.allSatisfy { $0.limit == 5 && $0.threads == 2 && $0.cpuLimit == 12 && $0.memoryLimit == 1 << 30 })
    #expect(try bench.plan("out").limits == RunLimits(limit: 5, grace: 1, threads: 2, memory: 1 << 30))
    #expect(try bench.plan("out").instances.map(\.name) == ["a", "b"])
  }

  @Test func wrongAnswersNeverCount() throws {
    let answer = BenchScratch.answer
    let liars: [(name: String, body: String, error: String)] = [
      ("boaster", BenchScratch.solution() + "\n" + answer("optimal", 6), "wrong answer: the solution's objective"),
      ("forger", BenchScratch.solution(objective: 6) + "\n" + answer("optimal", 6), "wrong answer: objective: "),
      ("early", BenchScratch.solution(start: -3, objective: 4) + "\n" + answer("optimal", 4), "wrong answer: "),
      ("lazy", answer("optimal", 7), "wrong answer: the solution file: no such file"),
      ("garbage", "echo hello", "no answer: "), ("mute", ":", "no answer: "),
      ("crash", BenchScratch.honest + "\nkill -SEGV $$", "ended by signal 11"),
      ("absent", "exec /no/such/solver", "ended with status 127: "),
      ("stuck", "trap '' TERM; while :; do sleep 0.05; done", "stopped 0.2 s after its time limit"),
    ]
    let peers = try liars.flatMap { ["--peer", try bench.solver($0.name, $0.body)] }
    let words = ["run", "tiny.json", "-o", "out", "-q", "--without-apus", "--limit", "0.3s", "--grace", "0.2s"]
    let result = try bench.start(words + peers).wait()
    #expect(
      result.status == 0
        && result.output.contains("18 runs: 0 proven, 0 with a checked solution, 0 with none, 18 errors"))
    for record in try bench.records("out") {
      let liar = try #require(liars.first { $0.name == record.solver })
      #expect(record.status == .error && record.objective == nil && record.bound == nil && !record.verified)
      #expect(record.error?.hasPrefix(liar.error) == true, "\(liar.name): \(record.error ?? "")")
    }
    #expect(try bench.events("out").isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path("out/solutions")).isEmpty)
  }

  @Test func shardsAreThePlan() throws {
    for shard in ["1/3", "3/3"] {
      #expect(try bench.run("run", "tiny.json", "-o", "out", "-q", "--seeds", "4", "--shard", shard).status == 0)
    }
    let slurm = ["SLURM_ARRAY_TASK_ID": "11", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_MAX": "12"]
    #expect(try bench.run("resume", "out", "-q", environment: slurm).output.contains(": 3 runs: 3 proven"))
    let plan = try bench.plan("out")
    let ids = try bench.records("out").map(\.id)
    #expect(ids.count == 8 && Set(ids) == Set(plan.runs().map(\.id)))
    let all = try bench.run("resume", "out")
    #expect(all.output.contains(": 8 runs: 8 proven") && all.errors.contains("8 runs, 8 done before"))
    #expect(try bench.run("resume", "out", "--shard", "1/2").errorLines.count == 1)
    #expect(try bench.run("resume", "out", environment: ["SLURM_ARRAY_TASK_ID": "7"]).status == 64)
  }

  @Test func refusalsAreOneLine() throws {
    func refuses(_ result: Apus.Result, _ status: Int32, _ text: String) {
      #expect(
        result.status == status && result.errorLines.count == 1 && result.errors.contains(text), "\(result.errors)")
    }
    refuses(try bench.run("resume", "out"), 64, "has no runs to go on with")
    refuses(try bench.run("run", "tiny.json", "-o", "/proc/out"), 64, "/proc/out: cannot be written: ")
    let python = ["APUS_PEERS_PYTHON": "/no/such/python"]
    refuses(
      try bench.run("run", "tiny.json", "-o", "out", "--peer", "cpsat", environment: python), 64, "/no/such/python: ")
    #expect(!bench.folder.exists("out"), "nothing is made before solvers are found")
    #expect(try bench.run("run", "tiny.json", "-o", "out", "-q").status == 0)
    refuses(
      try bench.run("run", "tiny.json", "-o", "out", "--seeds", "2"), 64, "another list of seeds; go on with them by")
    refuses(try bench.run("run", "absent", "-o", "out"), 65, "no suite of that name")
    try bench.folder.write("1 1\n0 8\n", to: "out/instances/a.txt")
    refuses(try bench.run("resume", "out"), 65, "a.txt: is not the file that the plan was made for")
    for words in [
      ["--peer", "nobody"], ["--peer", "apus=true"], ["--peer", "x="], ["--shard", "3/2"], ["--seeds", "0"],
      ["-j", "0"],
      ["--peer", "x=true", "--peer", "x=false"], ["--without-apus"],
    ] {
      #expect(try bench.start(["run", "tiny.json", "-o", "new"] + words).wait().status == 64, "\(words)")
    }
    #expect(!bench.folder.exists("new"))
  }
}
