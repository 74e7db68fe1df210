import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct FlexibleFormatTests {
  @Test func formatsAreRecognisedAndRead() throws {
    let expected = try FlexibleExamples.shop()
    for (format, text) in FlexibleExamples.all.dropLast() {
      #expect(try FlexibleExamples.read(text) == expected)
      #expect(try FlexibleExamples.read(text, format) == expected)
      #expect(try FlexibleExamples.read("\u{FEFF}# c\r\n" + text.replacing("\n", with: "\r\n")) == expected)
      #expect(try FlexibleExamples.read(text.replacing("\n", with: "\n\n").replacing(" ", with: " \t")) == expected)
      #expect(ProblemFamily.all.first { $0.recognizes(Array(text.utf8)) }?.name == "flexible-jobshop")
      #expect(try FlexibleExamples.read(expected.text(in: format), format) == expected)
    }
    #expect(try expected.text(in: .fjs) == FlexibleExamples.fjs)
    #expect(try expected.text(in: .fjs0) == FlexibleExamples.fjs0)
    #expect(try expected.text(in: .assembly) == FlexibleExamples.chains)
  }

  /// The third number of the first line may be anything that is a number, and may be missing.
  @Test(arguments: ["2 3", "2 3 5", "2  3\t", "2 3 0.0", "2 3 1e1"]) func firstLines(_ line: String) throws {
    let text = FlexibleExamples.fjs.replacing("2 3 1.67", with: line)
    #expect(try FlexibleExamples.read(text) == FlexibleExamples.shop())
  }

  @Test func graphsFallIntoJobs() throws {
    let shop = try FlexibleExamples.read(FlexibleExamples.graph)
    #expect(shop.jobs.map { $0.operations.count } == [3, 2] && !shop.hasChainsOnly && shop.machineCount == 2)
    // Of the operations 0, 2 and 4 of the file.
    #expect(shop.jobs[0].operations.map { $0.modes.map(\.duration) } == [[1, 2], [4], [7]])
    #expect(shop.jobs[1].operations.map { $0.modes.map(\.duration) } == [[3], [5, 6]])
    #expect(
      shop.precedences.map { "\($0.before) < \($0.after)" } == [
        "job 0, operation 0 < job 0, operation 2", "job 0, operation 1 < job 0, operation 2",
        "job 1, operation 0 < job 1, operation 1",
      ])
    #expect(try FlexibleExamples.read(shop.text(in: .assembly)) == shop)
    for format in [FlexibleJobShop.Format.fjs, .fjs0] {
      let error = #expect(throws: InputError.self) { try shop.text(in: format) }
      #expect(
        error?.description
          == "f: has jobs that are no chains, which flexible-jobshop:\(format.rawValue) cannot express")
    }
    // A pair that is listed twice says nothing new.
    #expect(try FlexibleExamples.read(FlexibleExamples.graph.replacing("5 3 2\n", with: "5 4 2\n2 4\n")) == shop)
  }

  @Test func writersRoundTrip() throws {
    for seed in 0..<300 {
      var random = SplitMix64(seed: seed)
      let shape = RandomFlexible.Shape(operations: 1...9, machines: 1...5, longest: 20, isGraph: seed % 3 == 0)
      let shop = try RandomFlexible.shop(shape, &random)
      let formats: [FlexibleJobShop.Format] = shop.hasChainsOnly ? [.fjs, .fjs0, .assembly] : [.assembly]
      for format in formats {
        let text = try shop.text(in: format)
        #expect(try FlexibleExamples.read(text, format) == shop, "\(text)")
        #expect(!ProblemFamily.projectScheduling.recognizes(Array(text.utf8)), "\(text)")
        #expect(ProblemFamily.flexibleJobShop.recognizes(Array(text.utf8)), "\(text)")
        // Without any machine 0 in use a file may count from 1 as well as from 0.
        let isPlain = format != .fjs0 || shop.operations.contains { $0.modes.contains { $0.machine == 0 } }
        if isPlain { #expect(try FlexibleExamples.read(text) == shop, "\(text)") }
      }
    }
  }

  /// Other families keep their files.
  @Test func otherFamiliesKeepTheirFiles() throws {
    for name in JobShop.carriedNames {
      let shop = try #require(JobShop.named(name))
      #expect(!ProblemFamily.flexibleJobShop.recognizes(Array(shop.standardText.utf8)), "\(name)")
      #expect(!ProblemFamily.flexibleJobShop.recognizes(Array(try shop.taillardText().utf8)), "\(name)")
    }
    for (_, text) in ProjectExamples.all {
      #expect(ProblemFamily.all.first { $0.recognizes(Array(text.utf8)) }?.name == "rcpsp")
    }
    // This is a job of one operation, and a job with two visits of one machine. But for classic job shops it is the former.
    let either = Array("1 2\n1 1 1 5\n".utf8)
    #expect(ProblemFamily.all.first { $0.recognizes(either) }?.name == "flexible-jobshop")
    #expect(ProblemFamily.all.first { $0.recognizes(Array("1 1\n0 5\n".utf8)) }?.name == "jobshop")
    for text in ["{}", "[1]", "", "two jobs", "1 1\n0 0\n", "2 2\n0 0 1 0\n1 0 0 0\n", "3 3 3\n", "1 1 1"] {
      #expect(!ProblemFamily.flexibleJobShop.recognizes(Array(text.utf8)), "\(text)")
    }
    #expect(throws: InputError.self) {
      try ProblemFamily.flexibleJobShop.write(try #require(JobShop.named("ft06")), "fjs")
    }
  }
}
