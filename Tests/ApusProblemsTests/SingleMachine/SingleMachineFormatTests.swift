import Foundation
import Testing

@testable import ApusProblems

@Suite struct SingleMachineFormatTests {
  private typealias Job = SingleMachine.Job

  private func instances(_ format: SingleMachine.Format) throws -> [SingleMachine] {
    try SingleMachineExamples.read(#require(SingleMachineExamples.all.first { $0.format == format }?.text))
  }

  @Test func everyExampleIsRecognisedAndReadBack() throws {
    for (format, text) in SingleMachineExamples.all {
      #expect(SingleMachine.recognizedFormat(of: try TextScanner(Array(text.utf8), file: "m")) == format)
      #expect(ProblemFamily.all.first { $0.recognizes(Array(text.utf8)) }?.name == "tardiness")
      guard format != .common else { continue }
      for instance in try SingleMachineExamples.read(text) {
        let again = try SingleMachineExamples.read(instance.text(in: format), format)
        #expect(again.count == 1 && again[0].jobs == instance.jobs && again[0].setups == instance.setups)
        if format == .blocks { #expect(again[0].statedOptimum == instance.statedOptimum) }
      }
    }
  }

  @Test func blocksAreInstances() throws {
    let read = try instances(.blocks)
    #expect(read.map(\.name) == ["m#1", "m#2"] && read.map(\.statedOptimum) == [3, 0])
    #expect(read[0].jobs.map(\.processing) == [4, 3] && read[1].jobs.map(\.due) == [-9])
    #expect(throws: InputError.self) { try SingleMachine(bytes: Array("1 0\n2 3\n1 0\n2 3\n".utf8), name: "m") }
    #expect(throws: InputError.self) {
      try SingleMachine(bytes: Array("1 0\n2 3\n1 0\n2 3\n".utf8), name: "m", number: 3)
    }
  }

  @Test func weightsAreReadOrIgnored() throws {
    let text = SingleMachineExamples.all[1].text
    #expect(try SingleMachineExamples.read(text)[0].jobs.map(\.weight) == [1, 2, 3])
    let plain = try SingleMachineExamples.read(text, .unweighted)[0]
    #expect(plain.isUnweighted && plain.jobs.map(\.due) == [5, 6, 7])
    // Without a header there are 125 instances.
    let many = (0..<125).map { _ in "4 3 1 2 5 6" }.joined(separator: "\n")
    let read = try SingleMachineExamples.read(many)
    #expect(read.count == 125 && read[124].name == "m#125" && read[0].jobs.map(\.processing) == [4, 3])
  }

  @Test func commonDueDatesAreFourToAProblem() throws {
    let read = try instances(.common)
    #expect(read.count == 8 && read[0].jobs.map(\.due) == [5, 5] && read[3].jobs.map(\.due) == [20, 20])
    #expect(read[0].jobs.map(\.earlinessWeight) == [4, 1] && read[4].jobs.map(\.due) == [1])
  }

  @Test func setupsAndTables() throws {
    let setups = try #require(instances(.setup)[0].setups)
    #expect(setups.time(from: nil, to: 0) == 3 && setups.time(from: 1, to: 0) == 7)
    let table = try instances(.csv)[0]
    #expect(table.jobs[0].name == "wash" && table.jobs[1].release == 2 && table.jobs[0].weight == 2)
    let mixed = try SingleMachineExamples.read("# c\nDue,Processing\n7,2\r\n\n8,3\n")[0]
    #expect(mixed.jobs.map(\.processing) == [2, 3] && mixed.jobs.map(\.due) == [7, 8])
  }

  /// A shop of one operation a job looks the same as a block and stays a shop.
  @Test func shopsStayShops() {
    for text in ["2 3\n0 4\n1 2\n", "2 2\n1 4\n1 2\n", "2 2\n0 1 1 2\n1 1 0 3\n"] {
      #expect(ProblemFamily.all.first { $0.recognizes(Array(text.utf8)) }?.name == "jobshop")
    }
    for text in ["2 30\n4 5\n3 6\n", "2\n1 4\n1 2\n", "2 2\n1 4\n5 2\n"] {
      #expect(ProblemFamily.all.first { $0.recognizes(Array(text.utf8)) }?.name == "tardiness")
    }
  }

  @Test func jsonComesBack() throws {
    for (_, text) in SingleMachineExamples.all {
      for instance in try SingleMachineExamples.read(text) {
        #expect(try JSONDecoder().decode(SingleMachine.self, from: JSONEncoder().encode(instance)) == instance)
      }
    }
    let broken = #"{"name":"a","jobs":[{"processing":0,"due":5}]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(SingleMachine.self, from: Data(broken.utf8)) }
  }

  @Test func whatAFormatCannotExpressIsRefused() throws {
    for format in SingleMachine.Format.allCases where format != .setup {
      #expect(throws: InputError.self) { try instances(.setup)[0].text(in: format) }
    }
    #expect(throws: InputError.self) { try instances(.csv)[0].text(in: .blocks) }
    #expect(throws: InputError.self) { try instances(.orlib)[0].text(in: .unweighted) }
  }

  @Test func generatedInstancesAreTheSameEverywhere() throws {
    var recipe = SingleMachine.Recipe()
    (recipe.jobs, recipe.weights) = (40, 1...10)
    let made = try SingleMachine.random(recipe, seed: 7)
    #expect(try SingleMachine.random(recipe, seed: 7) == made && SingleMachine.random(recipe, seed: 8) != made)
    let total = Double(made.durations.reduce(0, +))
    #expect(made.jobs.allSatisfy { (1...100).contains($0.processing) && (1...10).contains($0.weight) })
    #expect(made.jobs.allSatisfy { Double($0.due) >= 0.2 * total - 1 && Double($0.due) <= 0.6 * total + 1 })
    recipe.tardinessFactor = 1.5
    #expect(throws: InputError.self) { try SingleMachine.random(recipe, seed: 7) }
  }
}
