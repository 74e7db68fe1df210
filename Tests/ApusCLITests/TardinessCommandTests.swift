import Testing

/// Jobs on one machine on the command line: made, told of, solved from rules, checked, refused.
@Suite(.serialized) struct TardinessCommandTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test func generatedJobsAreSolvedAndChecked() throws {
    let made = try Apus.run(
      "generate", "tardiness", "--jobs", "30", "--seed", "3", "--weighted", "-o", "j.txt", in: folder)
    #expect(made.status == 0 && made.errors.isEmpty)
    let info = try Apus.run("info", "j.txt", in: folder)
    #expect(info.status == 0 && info.output.contains("j, tardiness") && info.output.contains("30 jobs"))
    #expect(info.output.contains("one machine, exact"))
    let solved = try Apus.run("solve", "j.txt", "-q", "-o", "s.json", in: folder)
    #expect(solved.status == 0 && solved.output.contains("optimal"))
    let checked = try Apus.run("check", "j.txt", "s.json", in: folder)
    #expect(checked.status == 0 && checked.output.contains("right, weighted tardiness"))
    let ignored = try Apus.run("solve", "j.txt", "--format", "tardiness:unweighted", "-q", in: folder)
    #expect(ignored.status == 0 && ignored.output.contains("total tardiness"))
  }

  /// Rules serve a model that was written by hand as they serve an instance.
  @Test func rulesServePlainModels() throws {
    #expect(try Apus.run("convert", "mddc6", "--to", "model", "-o", "m.json", in: folder).status == 0)
    for (rule, value) in [("mddc", 141), ("mdd", 144)] {
      for file in ["m.json", "mddc6"] {
        let result = try Apus.run("solve", file, "--backend", "heuristic", "--from", rule, "-q", in: folder)
        #expect(result.output.contains(" \(value), "), "\(file) \(rule): \(result.output)")
      }
    }
    let proven = try Apus.run("solve", "m.json", "-q", "--strategies", "machine", in: folder)
    #expect(proven.status == 0 && proven.output.contains("141, optimal"))
    let unknown = try Apus.run("solve", "mddc6", "--from", "augmented", in: folder)
    #expect(unknown.status == 64 && unknown.errorLines.count == 1 && unknown.errors.contains("panneerselvam"))
  }

  @Test func oneOfSeveralIsChosen() throws {
    try folder.write("2 3\n4 5\n3 6\n1 0\n2 9\n", to: "b.txt")
    let missing = try Apus.run("solve", "b.txt", in: folder)
    #expect(missing.status == 65 && missing.errors.contains("2 instances, #1 to #2"))
    let second = try Apus.run("solve", "b.txt#2", "-q", in: folder)
    #expect(second.status == 0 && second.output.contains("total tardiness 0, optimal"))
  }

  @Test(arguments: [
    ("2 3\n4 5\n0 6\n", "blocks", "b.txt:3:1: "), ("2 3\n4 5\n-3 6\n", "blocks", "b.txt:3:1: "),
    ("2 3\n4 5\n", "blocks", "b.txt:3:1: "), ("3\n1 2 3\n", "orlib", "b.txt:1:1: "),
    ("2 3\n900000000 5\n900000000 6\n", "blocks", "b.txt:3:1: "),
  ])
  func brokenFilesAreOneLine(text: String, dialect: String, place: String) throws {
    try folder.write(text, to: "b.txt")
    let result = try Apus.run("info", "b.txt", "--format", "tardiness:\(dialect)", in: folder)
    #expect(result.status == 65 && result.output.isEmpty && result.errorLines.count == 1)
    #expect(result.errors.hasPrefix(place), "\(result.errors)")
  }

  @Test func rulesAreMeasuredInOneProcess() throws {
    let result = try Apus.run("bench", "rules", "mddc6", "pinedo5", "--from", "mddc,mdd,dynasearch:mddc", in: folder)
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("\"seconds\":") })
    #expect(lines[0].contains("\"mddc\":{\"objective\":141,") && lines[0].contains("\"mdd\":{\"objective\":144,"))
    #expect(lines[1].contains("\"instance\":\"pinedo5\""))
    #expect(try Apus.run("bench", "rules", "mddc6", "--from", "mddc,", in: folder).status == 64)
    #expect(try Apus.run("bench", "rules", "ft06", "--from", "mddc", in: folder).status == 65)
  }

  @Test func policiesOfFlowTimeAreCompared() throws {
    try folder.write("processing,due,release\n5,9,0\n1,9,1\n2,9,2\n", to: "j.csv")
    let table = try Apus.run("flow", "j.csv", "--operations", "1", "--seeds", "2", in: folder)
    #expect(table.status == 0 && table.errors.isEmpty && table.output.split(separator: "\n").count == 5)
    // SRPT ends at 2, 4 and 8; first come, first served at 5, 6 and 8.
    #expect(table.output.contains("SRPT                     3.67    1.000    1.000"), "\(table.output)")
    let object = try Apus.run("flow", "j.csv", "--operations", "1", "--json", in: folder)
    #expect(object.output.hasPrefix("{\"version\":1,"))
    #expect(object.output.contains("\"policy\":\"FIFO\",\"meanFlow\":5.33"))
    #expect(try Apus.run("flow", "j.csv", "--operations", "0", in: folder).status == 64)
    let wrong = try Apus.run("flow", "ft06", in: folder)
    #expect(wrong.status == 65 && wrong.errorLines.count == 1)
  }
}
