import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct ProjectFuzzTests {
  private let fuzz = FileFuzz(words: [
    "[", "]", "[3]", "[-99999999999999999999]", "PRECEDENCE", "REQUESTS/DURATIONS:", "RESOURCEAVAILABILITIES:",
    "jobs :",
    "- renewable : 3", "****", "--", "1000000001", ":",
  ])

  @Test(arguments: 0..<8)
  func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: part)
    var accepted = 0
    for round in 0..<700 {
      let (own, text) = ProjectExamples.all[round % ProjectExamples.all.count]
      let mutated = fuzz.mutated(text, &random)
      let format = random.chance(60) ? own : random.chance(50) ? nil : random.pick(ProjectScheduling.Format.allCases)
      _ = ProblemFamily.projectScheduling.recognizes(mutated)
      switch Result(catching: { () throws(InputError) in
        try ProjectScheduling(bytes: mutated, name: "p", format: format)
      }) {
      case .success(let project):
        accepted += 1
        try Self.expectRoundTrip(project)
      case .failure(let error):
        fuzz.expectReadable(error, of: mutated, in: "p")
      }
    }
    #expect(accepted > 20, "the mutations are too wild to test more than refusal")
  }

  /// Some format can express what was read, and says the same.
  private static func expectRoundTrip(_ project: ProjectScheduling) throws {
    let format: ProjectScheduling.Format =
      if !project.reservoirs.isEmpty { .reservoir } else if project.hasGeneralizedLags { .max } else { .mm }
    #expect(try ProjectExamples.read(project.text(in: format), format) == project)
    try project.model().data.validate()
  }
}
