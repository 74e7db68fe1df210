import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct ProjectFormatTests {
  @Test(arguments: ProjectExamples.all.indices) func formatsAreRecognisedAndRead(index: Int) throws {
    let (format, text) = ProjectExamples.all[index]
    let expected = try ProjectExamples.project(format)
    #expect(try ProjectExamples.read(text) == expected)
    #expect(try ProjectExamples.read(text, format) == expected)
    #expect(try ProjectExamples.read("\u{FEFF}# c\r\n" + text.replacing("\n", with: "\r\n")) == expected)
    #expect(ProblemFamily.projectScheduling.recognizes(Array(text.utf8)))
    // Only a project's own readers take it, but that the multi-mode one takes single-mode files too.
    for other in ProjectScheduling.Format.allCases where other != format && (format, other) != (.psplib, .mm) {
      #expect(throws: InputError.self) { try ProjectExamples.read(text, other) }
    }
  }

  @Test func pattersonMayBeWrapped() throws {
    for text in [
      "4 1 2 0 0 2 2 3 3 2 1 4 4 1 1 4 0 0 0", "4 1\n\n2\n\n0 0 2\n2 3\n3 2 1 4\n4 1 1 4\n0\n0 0\n",
      "4\n1\n2\n0 0 2 2 3 3 2 1 4\n4 1 1 4 0 0 0",
    ] {
      #expect(try ProjectExamples.read(text) == ProjectExamples.plain())
    }
  }

  @Test func dummiesOfReservoirFilesDoNotCount() throws {
    let stock = try ProjectExamples.read(ProjectExamples.reservoir).reservoirs[0]
    #expect(stock.consumed == [0, 4, 0, 0] && stock.produced == [0, 0, 2, 0])
  }

  /// Other families keep their files.
  @Test func jobShopsAreNoProjects() throws {
    for name in JobShop.carriedNames {
      let shop = try #require(JobShop.named(name))
      #expect(!ProblemFamily.projectScheduling.recognizes(Array(shop.standardText.utf8)))
      #expect(!ProblemFamily.projectScheduling.recognizes(Array(try shop.taillardText().utf8)))
    }
    for text in ["{}", "[1]", "", "two jobs", "1 1\n0 0\n", "3 1\n0 0\n0 2\n0 3\n", "2 2\n0 0 1 0\n1 0 0 0\n"] {
      #expect(!ProblemFamily.projectScheduling.recognizes(Array(text.utf8)), "\(text)")
    }
  }

  @Test func writersRoundTrip() throws {
    for seed in 0..<200 {
      var random = SplitMix64(seed: seed)
      let format = random.pick(ProjectScheduling.Format.allCases)
      let project = try RandomProject.project(for: format, &random)
      let text = try project.text(in: format)
      #expect(try ProjectExamples.read(text, format) == project, "\(text)")
      #expect(try ProjectExamples.read(text) == project, "\(text)")
    }
  }

  /// What one format says from the start and another from the end is the same.
  @Test func lagsAreTranslated() throws {
    let plain = try ProjectExamples.plain()
    let max = try ProjectExamples.read(plain.text(in: .max))
    #expect(max.precedences.map(\.lag) == [0, 0, 3, 4] && max.precedences.allSatisfy { $0.source == .start })
    #expect(try ProjectExamples.read(max.text(in: .psplib)) == plain)
    #expect(try ProjectExamples.read(max.text(in: .patterson)) == plain)
    #expect(try ProjectExamples.read(plain.text(in: .mm)) == plain)
    #expect(try ProjectExamples.read(plain.text(in: .reservoir)) == plain)
  }

  @Test func inexpressibleIsRefused() throws {
    let can: [ProjectScheduling.Format: Set<ProjectScheduling.Format>] = [
      .psplib: [.psplib, .mm, .patterson, .max, .reservoir], .patterson: [.psplib, .mm, .patterson, .max, .reservoir],
      .mm: [.mm], .max: [.max], .reservoir: [.reservoir],
    ]
    for (from, formats) in can {
      let project = try ProjectExamples.project(from)
      for format in ProjectScheduling.Format.allCases where !formats.contains(format) {
        let error = #expect(throws: InputError.self) { try project.text(in: format) }
        #expect(error?.message.hasSuffix("which rcpsp:\(format.rawValue) cannot express") == true)
      }
    }
    let shop = try #require(JobShop.named("ft06"))
    #expect(throws: InputError.self) { try ProblemFamily.projectScheduling.write(shop, "psplib") }
  }
}
