import Testing

/// What is typed: every option's good and bad forms, and the statuses of usage errors.
@Suite(.serialized) struct UsageTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test func versionAndHelp() throws {
    let version = try Apus.run("--version", in: folder)
    #expect(version.status == 0 && version.output == "apus 0.1.0\n" && version.errors.isEmpty)
    for command in ["solve", "check", "info", "generate", "convert", "plot", "bench"] {
      let help = try Apus.run(command, "--help", in: folder)
      #expect(help.status == 0 && help.output.contains("USAGE: apus \(command)"))
    }
  }

  @Test(arguments: [
    ["-t", "90"], ["-t", "90s"], ["-t", "2m"], ["-t", "1h30m"], ["-t", "0.5s"], ["-t", "1500ms"], ["-t60s"],
    ["-j", "1"],
    ["-j2"], ["--seed", "7"], ["--work", "100000"], ["--deterministic", "-j", "2"], ["--memory", "4G"],
    ["--memory", "512M"], ["--until", "gap=1%"], ["--until", "stall=30s"], ["--until", "first", "--until", "gap=0.01"],
    ["--backend", "native"], ["--backend", "auto"],
    ["--backend", "glpk", "-t", "1"],
    ["--backend", "glpk", "--formulation", "order", "-t", "1"], ["--from", "edd,mdd"],
    ["--from", "beam:mwkr:20,rollouts"],
    ["--from", "SPT/TWKR"], ["--strategies", "search"], ["--strategies", "neighbourhoods,tabu", "-t", "1"],
    ["--format", "jobshop"], ["--quiet"], ["-q", "--json"],
  ])
  func goodOption(_ words: [String]) throws {
    let result = try Apus.Running(["solve", "ft06"] + words, in: folder.url).wait()
    #expect(result.status == 0 || result.status == 10, "\(words): \(result.errors)")
    #expect(result.output.contains("ft06"))
  }

  @Test(arguments: [
    ["-t", "0"], ["-t", "-3"], ["-t", "soon"], ["-t", "1m2h"], ["-t", "1x"], ["-t", ""], ["-t", "1e3"], ["-j", "0"],
    ["-j", "two"], ["-j", "257"], ["--seed", "x"], ["--seed", "-1"], ["--work", "-1"], ["--work", "much"],
    ["--memory", "lots"], ["--memory", "0"], ["--until", "gap"], ["--until", "gap=x"], ["--until", "gap=-1%"],
    ["--until", "stall"], ["--until", "first=1"], ["--until", "later"], ["--backend", "cplex"],
    ["--formulation", "magic"], ["--from", "nonsense"],
    ["--from", "beam:0"], ["--strategies", "magic"], ["--strategies", "tabu,"],
    ["--format", "nonsense"], ["--format", "jobshop:nonsense"], ["--gantt", "picture.png"], ["--what"], ["second"],
  ])
  func badOption(_ words: [String]) throws {
    let result = try Apus.Running(["solve", "ft06"] + words, in: folder.url).wait()
    #expect(result.status == 64, "\(words): \(result.errors)")
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test(arguments: [
    [], ["solve"], ["check", "ft06"], ["fly"], ["generate"], ["generate", "jobshop"], ["convert", "ft06"],
  ])
  func incompleteCommand(_ words: [String]) throws {
    let result = try Apus.Running(words, in: folder.url).wait()
    // Without a subcommand or a family there is help, which is no error.
    let isHelp = words.isEmpty || words == ["generate"]
    #expect(result.status == (isHelp ? 0 : 64))
  }

  @Test func impossibleSizesAreUsageErrors() throws {
    for sizes in [("0", "3"), ("3", "0"), ("100000000", "1000")] {
      let result = try Apus.run("generate", "jobshop", "--jobs", sizes.0, "--machines", sizes.1, in: folder)
      #expect(result.status == 64 && result.output.isEmpty && result.errorLines.count == 1)
    }
  }
}
