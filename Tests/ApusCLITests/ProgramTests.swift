import Foundation
import Testing

/// Programs in LP and MPS through the command line, and by other solvers where they are installed.
@Suite(.serialized) struct ProgramTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test(arguments: ["lp", "mps"]) func aShopThereAndBack(dialect: String) throws {
    let name = "ft06.\(dialect)"
    #expect(try Apus.run("convert", "ft06", "--to", dialect, "-o", name, in: folder).status == 0)
    let result = try Apus.run("solve", name, "--backend", "glpk", "-o", "s.json", "-q", in: folder)
    #expect(result.status == 0 && result.output.contains("objective 55"), "\(result.errors)")
    #expect(try Apus.run("check", name, "s.json", in: folder).status == 0)
  }

  @Test(arguments: ["lp", "mps"]) func theNativeSolverSolvesPrograms(dialect: String) throws {
    try folder.write(Self.knapsack[dialect] ?? "", to: "k.\(dialect)")
    let result = try Apus.run("solve", "k.\(dialect)", "-q", in: folder)
    #expect(result.status == 0 && result.output.contains("objective 43"), "\(result.output) \(result.errors)")
  }

  private static let knapsack = [
    "lp": "Maximize\n value: 4 x + 7 y\nst\n 3 x + 5 y <= 31\nBounds\n x <= 10\n 0 <= y <= 10\nGenerals\n x y\nEnd\n",
    "mps": """
    NAME knapsack
    OBJSENSE
        MAX
    ROWS
     N value
     L capacity
    COLUMNS
     M1 'MARKER' 'INTORG'
     x value 4 capacity 3
     y value 7 capacity 5
     M2 'MARKER' 'INTEND'
    RHS
     RHS capacity 31
    BOUNDS
     UP B x 10
     UP B y 10
    ENDATA

    """,
  ]

  /// A blend: what need not be whole is GLPK's, and its answer can be checked.
  @Test func programsWithFractionsAreSolvedByGLPK() throws {
    let blend = "Minimize\n 2 x + 3 y + z\nst\n a: x + y >= 2.5\n b: x - z <= 1\nBounds\n x <= 1.5\nGenerals\n z\nEnd\n"
    try folder.write(blend, to: "b.lp")
    let result = try Apus.run("solve", "b.lp", "-q", "-o", "s.json", in: folder)
    #expect(result.status == 0 && result.output.contains("objective 6.5"), "\(result.output) \(result.errors)")
    let checked = try Apus.run("check", "b.lp", "s.json", in: folder)
    #expect(checked.status == 0 && checked.output.contains("right"), "\(checked.output) \(checked.errors)")
    let solution = try String(contentsOfFile: folder.path("s.json"), encoding: .utf8)
    try folder.write(solution.replacing("\"objective\":6.5", with: "\"objective\":6"), to: "w.json")
    #expect(try Apus.run("check", "b.lp", "w.json", in: folder).status == 1)
    let native = try Apus.run("solve", "b.lp", "--backend", "native", in: folder)
    #expect(native.status == 65 && native.errors.contains("need not be whole"), "\(native.errors)")
    let other = try Apus.run("solve", "b.lp", "--from", "edd", in: folder)
    #expect(other.status == 64 && other.errors.contains("--from"), "\(other.errors)")
  }

  @Test func programsWithoutAnEndAreToldOf() throws {
    try folder.write("Maximize\n x\nst\n a: x >= 1\nEnd\n", to: "u.lp")
    let unbounded = try Apus.run("solve", "u.lp", in: folder)
    #expect(unbounded.status == 30 && unbounded.output.contains("unbounded"), "\(unbounded.output)")
    try folder.write("Maximize\n x\nst\n a: x >= 2.5\nBounds\n x <= 1\nEnd\n", to: "i.lp")
    #expect(try Apus.run("solve", "i.lp", in: folder).status == 20)
  }

  @Test(arguments: [
    ("lp", "Minimize\n x + + y\nst\n c: x + 3 <\nEnd\n", "x.lp:5:1"),
    ("lp", "Minimize\n x\nst\n c: x [ 3\nEnd\n", "x.lp:4:7"),
    ("lp", "Minimize\n x\nst\n c: x >= 3\nBounds\n z <= 4\nEnd\n", "x.lp:6:2"),
    ("mps", "NAME x\nROWS\n N c\n Q d\nENDATA\n", "x.mps:4:1"),
    ("mps", "NAME x\nROWS\n N c\nCOLUMNS\n x d 3\nENDATA\n", "x.mps:5:1"),
    ("mps", "NAME x\nROWS\n N c\nCOLUMNS\n x c three\nENDATA\n", "x.mps:5:1"),
    ("mps", "NAME x\nROWS\n N c\n", "x.mps:4:1"),
  ])
  func brokenProgramsAreLocated(dialect: String, text: String, place: String) throws {
    try folder.write(text, to: "x.\(dialect)")
    let result = try Apus.run("solve", "x.\(dialect)", in: folder)
    #expect(result.status == 65 && result.errors.hasPrefix(place) && result.errorLines.count == 1, "\(result.errors)")
  }

  @Test func theRelaxationIsABoundOfInfo() throws {
    let result = try Apus.run("info", "ft06", "--lp-bound", in: folder)
    #expect(result.status == 0 && result.output.contains("linear relaxation"), "\(result.errors)")
  }

  /// The optimum that another solver finds in what is written.
  @Test(arguments: ["lp", "mps"], [("order", "ft06"), ("order", "kacem1"), ("time-indexed", "project.sm")])
  func otherSolversFindTheSameOptimum(dialect: String, shop: (formulation: String, name: String)) throws {
    let generated = try Apus.run("generate", "rcpsp", "--tasks", "6", "--seed", "3", "-o", "project.sm", in: folder)
    #expect(generated.status == 0, "\(generated.errors)")
    let answer = try Apus.run("solve", shop.name, "--json", "-q", in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    let optimum = try #require((object?["objective"] as? NSNumber)?.doubleValue)
    let path = folder.path("p.\(dialect)")
    let written = try Apus.run(
      "convert", shop.name, "--to", dialect, "--formulation", shop.formulation, "-o", path, in: folder)
    #expect(written.status == 0, "\(written.errors)")
    if let glpsol = Self.program("glpsol") {
      let output = folder.path("glpsol.txt")
      try Self.run(glpsol, [dialect == "lp" ? "--lp" : "--freemps", path, "--tmlim", "60", "-w", output])
      let line = try #require(
        try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("s mip") })
      #expect(line.split(separator: " ").last.flatMap { Double($0) } == optimum)
    }
    if let cbc = Self.program("cbc") {
      let output = folder.path("cbc.txt")
      try Self.run(cbc, [path, "sec", "60", "solve", "solu", output])
      let line = try #require(try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").first)
      #expect(line.hasPrefix("Optimal") && line.split(separator: " ").last.flatMap { Double($0) } == optimum)
    }
    if let python = ProcessInfo.processInfo.environment["APUS_PEERS_PYTHON"] {
      let script = """
        import sys
        try:
            import highspy
        except ImportError:
            sys.exit(0)
        h = highspy.Highs()
        h.setOptionValue('output_flag', False)
        h.readModel(sys.argv[1])
        h.run()
        open(sys.argv[2], 'w').write(str(h.getObjectiveValue()))
        """
      let output = folder.path("highs.txt")
      try Self.run(python, ["-c", script, path, output])
      if let text = try? String(contentsOfFile: output, encoding: .utf8) {
        #expect(Double(text).map { abs($0 - optimum) < 1e-6 } == true)
      }
    }
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
