import Foundation
import Testing

/// Flexible job shops on the command line: made, told of, converted, checked, drawn.
@Suite(.serialized) struct FlexibleCommandTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test func generatedShopsAreReadBack() throws {
    let made = try Apus.run(
      "generate", "flexible-jobshop", "--jobs", "4", "--machines", "3", "--seed", "7", "-o", "f.fjs", in: folder)
    #expect(made.status == 0 && made.errors.isEmpty)
    let info = try Apus.run("info", "f.fjs", in: folder)
    #expect(info.status == 0 && info.output.contains("f, flexible-jobshop"), "\(info.output)")
    #expect(info.output.contains("4 jobs, 3 machines, 12 operations") && info.output.contains("linear program"))
    for format in ["fjs0", "assembly"] {
      let name = "flexible-jobshop:\(format)"
      let converted = try Apus.run("convert", "f.fjs", "--to", name, "-o", "other", in: folder)
      #expect(converted.status == 0)
      let back = try Apus.run("convert", "other", "--format", name, "--to", "flexible-jobshop:fjs", in: folder)
      #expect(try back.output == folder.read("f.fjs"))
    }
    let model = try Apus.run("convert", "f.fjs", "--to", "model", in: folder)
    #expect(model.status == 0 && model.output.contains("\"alternative\""))
    let few = try Apus.run(
      "generate", "flexible-jobshop", "--jobs", "4", "--machines", "3", "--operations", "2", "--alternatives", "1",
      in: folder)
    #expect(few.status == 0 && few.output.hasPrefix("4 3 1.00\n2 1 "))
  }

  @Test func carriedShopsAreKnown() throws {
    let info = try Apus.run("info", "kacem1", in: folder)
    #expect(info.status == 0 && info.output.contains("11  proven in the literature"), "\(info.output)")
  }

  @Test func solutionsAreCheckedAndDrawn() throws {
    try folder.write("2 2 1.5\n1 2 1 3 2 5\n2 1 1 2 1 2 1\n", to: "f.fjs")
    func solution(_ end: Int) -> String {
      """
      {"format":"apus-solution","version":1,"family":"flexible-jobshop","status":"feasible","objective":\(end),"tasks":[
      {"job":0,"operation":0,"machine":1,"start":0,"end":\(end)},
      {"job":1,"operation":0,"machine":0,"start":0,"end":2},{"job":1,"operation":1,"machine":1,"start":5,"end":6}]}
      """
    }
    try folder.write(solution(5).replacing("\"objective\":5", with: "\"objective\":6"), to: "s.json")
    let right = try Apus.run("check", "f.fjs", "s.json", in: folder)
    #expect(right.status == 0 && right.output == "s.json: right, makespan 6\n", "\(right.output)")
    try folder.write(solution(3).replacing("\"objective\":3", with: "\"objective\":6"), to: "w.json")
    let wrong = try Apus.run("check", "f.fjs", "w.json", in: folder)
    #expect(wrong.status == 1)
    #expect(wrong.output.hasPrefix("duration: job 0, operation 0 starts at 0 and ends at 3, expected 5: off by 2"))
    let drawn = try Apus.run("plot", "s.json", "--instance", "f.fjs", "--gantt", "s.svg", in: folder)
    #expect(drawn.status == 0 && drawn.errors.isEmpty)
    let picture = try folder.read("s.svg")
    #expect(picture.contains("machine 1") && picture.contains("makespan 6"))
  }

  @Test func brokenShopsAreOneLine() throws {
    try folder.write("2 2 1.5\n1 2 1 3 2 5\n2 1 1 2 1 3 1\n", to: "f.fjs")
    let result = try Apus.run("info", "f.fjs", "--format", "flexible-jobshop", in: folder)
    #expect(result.status == 65 && result.output.isEmpty && result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("f.fjs:3:11: expected machine 1 of 1 for job 1, operation 1, counted from 1"))
    let generated = try Apus.run(
      "generate", "flexible-jobshop", "--jobs", "2", "--machines", "2", "--alternatives", "3", in: folder)
    #expect(generated.status == 64 && generated.errorLines.count == 1)
    let none = try Apus.run(
      "generate", "flexible-jobshop", "--jobs", "2", "--machines", "2", "--alternatives", "-1", in: folder)
    #expect(none.status == 64)
  }
}
