import Testing

/// Projects on the command line: made, told of, converted, checked.
@Suite(.serialized) struct ProjectCommandTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test func generatedProjectsAreReadBack() throws {
    let made = try Apus.run(
      "generate", "rcpsp", "--tasks", "12", "--nc", "1.5", "--seed", "7", "-o", "p.sm", in: folder)
    #expect(made.status == 0 && made.errors.isEmpty)
    let info = try Apus.run("info", "p.sm", in: folder)
    #expect(info.status == 0 && info.output.contains("p, rcpsp") && info.output.contains("14 tasks"))
    #expect(info.output.contains("the critical path") && info.output.contains("renewable resources"))
    for format in ["patterson", "max", "reservoir", "mm"] {
      let converted = try Apus.run("convert", "p.sm", "--to", "rcpsp:\(format)", "-o", "other", in: folder)
      #expect(converted.status == 0)
      let back = try Apus.run("convert", "other", "--to", "rcpsp:psplib", in: folder)
      #expect(
        try back.output.split(separator: "\n").dropFirst(2) == folder.read("p.sm").split(separator: "\n").dropFirst(2))
    }
    let model = try Apus.run("convert", "p.sm", "--to", "model", in: folder)
    #expect(model.status == 0 && model.output.contains("\"usage\""))
  }

  @Test func solutionsAreChecked() throws {
    try folder.write("4 1\n2\n0 0 2 2 3\n3 2 1 4\n4 1 1 4\n0 0 0\n", to: "p.rcp")
    func solution(_ start: Int) -> String {
      """
      {"format":"apus-solution","version":1,"family":"rcpsp","status":"feasible","objective":\(start + 4),"tasks":[
      {"task":0,"mode":0,"start":0,"end":0},{"task":1,"mode":0,"start":0,"end":3},
      {"task":2,"mode":0,"start":\(start),"end":\(start + 4)},{"task":3,"mode":0,"start":\(start + 4),"end":\(start + 4)}]}
      """
    }
    try folder.write(solution(3), to: "s.json")
    let right = try Apus.run("check", "p.rcp", "s.json", in: folder)
    #expect(right.status == 0 && right.output == "s.json: right, makespan 7\n")
    try folder.write(solution(2), to: "s.json")
    let wrong = try Apus.run("check", "p.rcp", "s.json", in: folder)
    #expect(wrong.status == 1 && wrong.output.hasPrefix("capacity: at 2, the tasks need 3 of renewable resource 0"))
  }

  @Test func brokenProjectsAreOneLine() throws {
    try folder.write("4 1\n2\n0 0 2 2 3\n3 3 1 4\n4 1 1 4\n0 0 0\n", to: "p.rcp")
    let result = try Apus.run("info", "p.rcp", in: folder)
    #expect(result.status == 65 && result.output.isEmpty && result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("p.rcp:4:3: task 1 needs 3 of renewable resource 0"))
    let generated = try Apus.run("generate", "rcpsp", "--rf", "7", in: folder)
    #expect(generated.status == 64 && generated.errorLines.count == 1)
  }
}
