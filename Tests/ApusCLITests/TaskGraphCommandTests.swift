import Foundation
import Testing

/// Task graphs on the command line: made, told of, solved, converted, checked, drawn, refused.
@Suite(.serialized) struct TaskGraphCommandTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test func fromTheGeneratorToThePicture() throws {
    let made = try Apus.run(
      "generate", "task-graph", "--tasks", "12", "--processors", "3", "--seed", "5", "-o", "g.json", in: folder)
    #expect(made.status == 0 && made.errors.isEmpty)
    let info = try Apus.run("info", "g.json", in: folder)
    #expect(info.status == 0 && info.output.contains("12 tasks, 3 processors"), "\(info.output)")
    #expect(info.output.contains("task graph, exact") && info.output.contains("schedule length ratio"))
    let solved = try Apus.run("solve", "g.json", "-t", "20s", "-o", "s.json", "--gantt", "g.svg", in: folder)
    #expect(solved.status == 0 || solved.status == 10, "\(solved.errors)")
    #expect(try folder.read("g.svg").contains("processor 2"))
    let checked = try Apus.run("check", "g.json", "s.json", in: folder)
    #expect(checked.status == 0 && checked.output.contains("s.json: right, makespan"))
    #expect(checked.output.contains("speed-up") && checked.output.contains("efficiency"))
    let rule = try Apus.run(
      "solve", "g.json", "--backend", "heuristic", "--from", "heft,peft,lookahead:best", in: folder)
    #expect(rule.status == 10 || rule.status == 0, "\(rule.errors)")
    let dot = try Apus.run("convert", "g.json", "--to", "task-graph:dot", in: folder)
    #expect(dot.status == 0 && dot.output.hasPrefix("digraph"))
    let again = try Apus.run("convert", "g.json", "--to", "task-graph:json", in: folder)
    #expect(try again.output == folder.read("g.json"))
  }

  @Test func theNumberOfProcessorsIsBehindTheName() throws {
    try folder.write("3\n0 4 0\n1 5 0\n2 3 1 0\n", to: "a.stg")
    let solved = try Apus.run("solve", "a.stg#2", "-q", in: folder)
    #expect(solved.output.hasPrefix("a#2: makespan 7, optimal"), "\(solved.output)\(solved.errors)")
    let none = try Apus.run("solve", "a.stg", "-q", in: folder)
    #expect(none.status == 65 && none.errorLines.count == 1 && none.errors.contains("a.stg#4"), "\(none.errors)")
  }

  @Test func brokenGraphsAreOneLine() throws {
    try folder.write("2\n0 3 1 1\n1 3 1 0\n", to: "a.stg")
    let circle = try Apus.run("info", "a.stg#2", in: folder)
    #expect(circle.status == 65 && circle.errorLines.count == 1)
    #expect(circle.errors.contains("task 0 -> task 1 -> task 0"), "\(circle.errors)")
    let usage = try Apus.run("generate", "task-graph", "--tasks", "0", in: folder)
    #expect(usage.status == 64 && usage.errorLines.count == 1)
    let carried = try Apus.run("solve", "topcuoglu10", "-q", in: folder)
    #expect(carried.status == 0 && carried.output.hasPrefix("topcuoglu10: makespan 73, optimal"), "\(carried.errors)")
  }
}
