import Testing

/// With `--work` the same command gives the same bytes.
@Suite(.serialized) struct DeterminismTests {
  @Test(arguments: ["1", "2"]) func sameBytesTwice(_ threads: String) throws {
    var seen: [[String]] = []
    for _ in 0..<2 {
      let folder = try Scratch()
      let result = try Apus.run(
        "solve", "la02", "--work", "1500000", "-j", threads, "--seed", "3", "--json", "-o", "s.json", "--events",
        "e.ndjson", in: folder)
      #expect(result.status == 0 || result.status == 10)
      seen.append([result.output, try folder.read("s.json"), try folder.read("e.ndjson")])
    }
    #expect(seen[0] == seen[1])
    #expect(seen[0][2].contains("\"t\":null"))
  }

  @Test func whereAnAnswerGoesIsNoPartOfIt() throws {
    let folder = try Scratch()
    for name in ["a.json", "b.json"] {
      _ = try Apus.run("solve", "la01", "--work", "100000", "-j", "1", "-q", "-o", name, in: folder)
    }
    #expect(try folder.read("a.json") == folder.read("b.json"))
  }

  @Test func stopRulesWithoutAClockEndAtTheSamePlace() throws {
    let folder = try Scratch()
    let runs = try (0..<3).map { _ in
      try Apus.run("solve", "ft10", "--work", "50000000", "-j", "1", "--until", "gap=17%", "--json", in: folder).output
    }
    #expect(Set(runs).count == 1 && runs[0].contains("\"feasible\""))
  }

  @Test func generatedInstancesAreThePublishedOnes() throws {
    let folder = try Scratch()
    let made = try Apus.run(
      "generate", "jobshop", "--jobs", "15", "--machines", "15", "--taillard", "840612802,398197754", in: folder)
    #expect(made.status == 0)
    #expect(made.output == (try Apus.run("convert", "ta01", "--to", "jobshop:standard", in: folder).output))
    let seeded = try (0..<2).map { _ in
      try Apus.run("generate", "jobshop", "--jobs", "4", "--machines", "3", "--seed", "7", in: folder).output
    }
    #expect(seeded[0] == seeded[1] && seeded[0].hasPrefix("4 3\n"))
  }
}
