import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

/// Readers and writers, and what they refuse.
@Suite struct TaskGraphFormatTests {
  private func read(_ text: String, processors: Int? = nil, format: String? = nil) throws(InputError)
    -> TaskGraphScheduling
  {
    try TaskGraphScheduling(
      InstanceText(bytes: Array(text.utf8), file: "f", name: "f", dialect: format, number: processors))
  }

  @Test func json() throws {
    let graph = try read(TaskGraphExamples.json)
    #expect(graph.name == "small" && graph.tasks.map(\.durations) == [[3, 6], [nil, 2]])
    #expect(graph.delay(of: graph.arcs[0], from: 0, to: 1) == 4 && graph.delay(of: graph.arcs[0], from: 1, to: 1) == 0)
    #expect(try graph.text(in: .json) == TaskGraphExamples.json)
    #expect(graph.horizon == 6 + 2 + 4)
  }

  @Test("What is written is read back", arguments: 0..<100)
  func roundTrip(seed: Int) throws {
    let graph = try TaskGraphScheduling(RandomTaskGraph(seed: seed))
    #expect(try read(try graph.text(in: .json)) == graph)
    let uniform = try TaskGraphScheduling(RandomTaskGraph(seed: seed, isUniform: true))
    let text = try uniform.text(in: .stg)
    let again = try read(text, processors: uniform.processors.count)
    #expect(again.arcs == uniform.arcs && again.tasks.map(\.durations) == uniform.tasks.map(\.durations))
    #expect(again.name == "f#\(uniform.processors.count)")
    #expect(try again.text(in: .stg) == text)
  }

  @Test func stg() throws {
    let graph = try read(TaskGraphExamples.stg, processors: 2)
    #expect(graph.tasks.map(\.shortest) == [0, 4, 5, 2, 0] && graph.arcs.count == 5)
    #expect(graph.hasInterchangeableProcessors && graph.shortestPath == 7 && graph.meanLoad == 6)
    #expect(graph.sequentialTime == 11)
    let error = #expect(throws: InputError.self) { try read(TaskGraphExamples.stg) }
    #expect(error?.message.contains("f#4") == true)
  }

  @Test func laplace() throws {
    let graph = try read(TaskGraphExamples.laplace, processors: 2)
    #expect(graph.tasks.map(\.shortest) == [5, 4, 3] && graph.arcs.map(\.volume) == [7, 8])
    #expect(graph.delay(of: graph.arcs[1], from: 1, to: 0) == 8)
    #expect(throws: InputError.self) { try graph.text(in: .laplace) }
    #expect(throws: InputError.self) { try graph.text(in: .stg) }
  }

  @Test func ds3() throws {
    let graph = try read(TaskGraphExamples.ds3)
    #expect(graph.processors.map(\.name) == ["P1.0", "P1.1", "FFT"])
    #expect(graph.tasks.map(\.durations) == [[3, 3, nil], [4, 4, 1]])
    // Directly within a cluster, written at 2 and read at 3 a tick to the accelerator: 5/2 + 5/3.
    #expect(graph.delay(of: graph.arcs[0], from: 0, to: 1) == 1 && graph.delay(of: graph.arcs[0], from: 0, to: 2) == 5)
  }

  @Test func wfcommons() throws {
    let graph = try read(TaskGraphExamples.wfcommons, processors: 2)
    #expect(graph.tasks.map(\.name) == ["first", "second"] && graph.durations == [1234, 500])
    #expect(graph.arcs.map(\.volume) == [250_001] && graph.delay(of: graph.arcs[0], from: 0, to: 1) == 3)
  }

  @Test func graphviz() throws {
    let text = try read(TaskGraphExamples.json).text(in: .dot)
    #expect(text.hasPrefix("digraph \"small\" {") && text.contains("t0 -> t1 [label=\"8\"];"))
    #expect(text.contains("label=\"a\\n3 to 6\""))
    #expect(throws: InputError.self) { try read(text, format: "dot") }
  }

  private static let broken: [(text: String, processors: Int?, place: String, word: String)] = [
    ("2\n0 3 1 1\n1 3 1 0\n", 2, "f:2:7", "circle: task 0 -> task 1 -> task 0"),
    ("2\n0 3 0\n1 3 1 2\n", 2, "f:3:7", "task 2"),
    ("2\n0 3 0\n1 -3 1 0\n", 2, "f:3:3", "-3"),
    ("2\n0 3 0\n1 3 2 0\n", 2, "f:3:8", "line ends"),
    ("2\n0 3 0\n1 3 2 0 0\n", 2, "f:3:9", "twice"),
    ("2\n0 3 0\n", 2, "f:3:1", "after 1 tasks"),
    ("2\n0 3 0\n1 3 0\n", 5000, "f", "4096"),
    ("5\n4\n1\n0 1 -7\n", 2, "f:4:5", "-7"),
    ("5\n4\n2\n0 1 7\n", 2, "f:5:1", "the file ends here"),
    (TaskGraphExamples.json.replacing("[0,1,8]", with: "[0,1,-8]"), nil, "f:12:1", "volume -8"),
    (TaskGraphExamples.json.replacing("[0,1,8]", with: "[0,2,8]"), nil, "f:12:1", "task 2"),
    (TaskGraphExamples.json.replacing("[0,1,8]", with: "[0,1,8],[1,0,8]"), nil, "f:12:9", "task 0 -> task 1 -> task 0"),
    (TaskGraphExamples.json.replacing("[null,2]", with: "[null,null]"), nil, "f:10:1", "no time on any"),
    (TaskGraphExamples.json.replacing("[null,2]", with: "[2]"), nil, "f:10:1", "1 times"),
    (TaskGraphExamples.json.replacing("[null,4]", with: "[null,null]"), nil, "f:12:1", "no way from processor 0"),
    (TaskGraphExamples.json.replacing("[null,4]", with: "[null,0]"), nil, "f:6:7", "bandwidth"),
    (TaskGraphExamples.json.replacing("\"startUp\":2", with: "\"startUp\":-2"), nil, "f:3:1", "start-up cost -2"),
    (
      TaskGraphExamples.ds3.replacing("send 1 0", with: "send 1 1").replacing("comm_vol 0 1", with: "comm_vol 1 1"),
      nil, "f:6:1", "task 1 -> task 1"
    ),
    (TaskGraphExamples.ds3.replacing("send 1 0", with: "send 1 9"), nil, "f:6:1", "task 9"),
    (TaskGraphExamples.ds3.replacing("comm_vol 0 1 5", with: "comm_vol 1 0 5"), nil, "f:9:1", "does not wait"),
    (TaskGraphExamples.ds3.replacing("scan 3\n", with: ""), nil, "f:3:1", "no time on any"),
    (TaskGraphExamples.ds3.replacing("comm_band 2 1 3", with: ""), nil, "f:6:1", "no way"),
    (TaskGraphExamples.ds3.replacing("scan earliest_start 0", with: "scan earliest_start 4"), nil, "f:5:21", "4"),
    (TaskGraphExamples.wfcommons.replacing("[\"a\"]", with: "[\"c\"]"), 2, "f", "'c'"),
  ]

  @Test(arguments: broken.indices) func whatIsBrokenHasAPlace(_ index: Int) {
    let (text, processors, place, word) = Self.broken[index]
    let error = #expect(throws: InputError.self) { try read(text, processors: processors) }
    #expect(error?.description.hasPrefix("\(place): ") == true, "\(error.map(\.description) ?? "")")
    #expect(error?.message.contains(word) == true, "\(error.map(\.description) ?? "")")
  }

  @Test func fuzzedTextsAreReadOrRefusedInALine() throws {
    let fuzz = FileFuzz(words: ["comm_vol", "add_new_resource", "HEAD", "null", "[", "]", "{", "\"", ",", "task"])
    let texts: [(String, Int?)] = [
      (TaskGraphExamples.json, nil), (TaskGraphExamples.stg, 3), (TaskGraphExamples.laplace, 2),
      (TaskGraphExamples.ds3, nil), (TaskGraphExamples.wfcommons, 2),
    ]
    var random = SplitMix64(seed: 9)
    var readCount = 0
    for round in 0..<3000 {
      let (text, processors) = texts[round % texts.count]
      let bytes = fuzz.mutated(text, &random)
      do throws(InputError) {
        let graph = try TaskGraphScheduling(InstanceText(bytes: bytes, file: "f", name: "f", number: processors))
        #expect(graph.horizon <= TaskGraphScheduling.maximumHorizon)
        readCount += 1
      } catch { fuzz.expectReadable(error, of: bytes, in: "f") }
    }
    #expect(readCount > 100)
  }

  @Test func publishedFilesAreRead() throws {
    guard let folder = PublishedData.folder("task-graphs") else { return }
    func bytes(_ path: String) throws -> [UInt8] { try InputFile.bytes(of: folder.appending(path: path)) }
    for (name, tasks) in [
      ("stg/50/rand0000.stg", 52), ("stg/robot.stg", 90), ("stg/sparse.stg", 98), ("stg/fpppp.stg", 336),
    ] {
      let graph = try TaskGraphScheduling(InstanceText(bytes: try bytes(name), file: name, name: name, number: 4))
      #expect(graph.tasks.count == tasks && graph.tasks[0].shortest == 0, "\(name)")
    }
    let top = try TaskGraphScheduling(
      InstanceText(bytes: try bytes("ds3/job_Top.txt") + [0x0A] + bytes("ds3/SoC.Top.txt"), file: "Top", name: "Top"))
    let known = try #require(TaskGraphScheduling.named("topcuoglu10"))
    #expect(top.tasks.map(\.durations) == known.tasks.map(\.durations) && top.arcs == known.arcs)
    #expect(top.arcs.allSatisfy { top.delay(of: $0, from: 0, to: 2) == known.delay(of: $0, from: 0, to: 2) })
    for job in ["LAG", "SCR", "SCT", "TEMP_MIT", "WIFI_5RXM", "WIFI_5TXM"] {
      let text = try bytes("ds3/job_\(job).txt") + [0x0A] + bytes("ds3/SoC.MULTIPLE_BAL.txt")
      let graph = try TaskGraphScheduling(InstanceText(bytes: text, file: job, name: job))
      #expect(graph.processors.count == 16 && graph.tasks.count > 5, "\(job)")
    }
    for number in 2...10 {
      let text = try bytes("socrates/job_Top\(number).txt") + [0x0A] + bytes("socrates/DASH.SoC.Top.txt")
      #expect(try TaskGraphScheduling(InstanceText(bytes: text, file: "s", name: "s")).tasks.count == 10)
    }
    let fft = try TaskGraphScheduling(
      InstanceText(bytes: try bytes("fft-laplace/ccr025_fft39.txt"), file: "fft", name: "fft", number: 3))
    #expect(fft.tasks.count == 39)
    let workflow = try TaskGraphScheduling(
      InstanceText(
        bytes: try bytes("wfcommons/montage-chameleon-2mass-005d-001.json"), file: "w", name: "w", number: 4))
    #expect(workflow.tasks.count > 20 && workflow.arcs.contains { $0.volume > 0 })
  }
}
