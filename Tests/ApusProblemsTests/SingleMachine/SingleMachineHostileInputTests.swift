import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct SingleMachineHostileInputTests {
  private func error(_ text: String, _ format: SingleMachine.Format? = nil) -> String? {
    #expect(throws: InputError.self) { try SingleMachineExamples.read(text, format) }?.description
  }

  @Test(arguments: [
    ("2 3\n0 5\n3 6\n", "m:2:1: expected the processing time of job 0 (an integer from 1 to 1000000000), found '0'"),
    ("2 3\n4 5\n-3 6\n", "m:3:1: expected the processing time of job 1 (an integer from 1 to 1000000000), found '-3'"),
    (
      "2 3\n4 5\n", "m:3:1: the file ends here, expected the processing time of job 1 (an integer from 1 to 1000000000)"
    ),
    ("2 3\n4\n3 6\n", "m:2:2: the line ends here, expected the due date of job 0"),
    ("2 3\n4 5 6\n3 6\n", "m:2:5: expected the end of the line after the due date of job 0, found '6'"),
    (
      "1 3\n4 5\n3 6\n",
      "m:4:1: the file ends here, expected the processing time of job 0 (an integer from 1 to 1000000000)"
    ),
    ("0 3\n", "m:1:1: expected the number of jobs (an integer from 1 to 100000), found '0'"),
    (
      "2 3\n900000000 5\n900000000 6\n",
      "m:3:1: job 1 brings the sum of all times above 1000000000, the longest that is supported"
    ),
  ])
  func blockErrorsNameThePlace(text: String, message: String) {
    #expect(error(text, .blocks) == message)
  }

  @Test(arguments: [
    (
      "3\n4 3 5\n1 2 3\n5 6\n",
      "m:1:1: the file holds 9 numbers, expected n and then 3 n of them for one instance of n jobs, or 375 n for 125"
    ),
    ("2\n4 0\n1 2\n5 6\n", "m:2:3: expected the processing time of job 1 (an integer from 1 to 1000000000), found '0'"),
    ("2\n4 3\n1 -2\n5 6\n", "m:3:3: expected the weight of job 1 (an integer from 0 to 1000000000), found '-2'"),
    (
      "2\n4 3\n700000000 700000000\n5 6\n",
      "m:2:3: job 1 brings the sum of all weights above 1000000000, the most that is supported"
    ),
  ])
  func orLibraryErrorsNameThePlace(text: String, message: String) {
    #expect(error(text, .orlib) == message)
  }

  @Test(arguments: [
    ("processing,due\n4\n", "m:2:1: found 1 fields, expected 2 as in the heading"),
    ("processing,due\n4,x\n", "m:2:3: expected an integer for 'due' of job 0, found 'x'"),
    ("processing,due\n3,5\n 0,6\n", "m:3:2: the processing time of job 1 is 0, expected 1 to 1000000000"),
    (
      "processing,due,size\n4,5,6\n",
      "m:1:16: expected a heading of name, processing, due, weight, release, earliness, each at most once, found 'size'"
    ),
    ("processing,weight\n4,5\n", "m:1:1: expected the columns processing and due in the heading"),
    ("processing,due\n", "m:2:1: the file ends here, expected a job"),
  ])
  func tableErrorsNameThePlace(text: String, message: String) {
    #expect(error(text, .csv) == message)
  }

  @Test func setupErrorsNameThePlace() {
    let text = SingleMachineExamples.all[2].text
    #expect(
      error(text.replacing("1\t0\t7", with: "1\t1\t7"), .setup)?.hasPrefix("m:18:1: the setup from 1 to 1") == true)
    #expect(error(text.replacing("1\t0\t7\n", with: ""), .setup)?.contains("1 setup times are missing") == true)
    #expect(
      error(text.replacing("Weights:", with: "Weight:"), .setup)?.hasPrefix("m:8:1: expected 'Weights:', found") == true
    )
  }

  @Test func nothingRecognisedSaysWhatThereIs() {
    #expect(error("1 2 3\n")?.contains("tardiness:blocks, tardiness:orlib") == true)
  }
}

@Suite struct SingleMachineFuzzTests {
  private let fuzz = FileFuzz(words: [
    "processing", "due", ",", "name", "Problem", "Setup Times:", "Weights:", "-1", "1000000001", "125",
  ])

  @Test(arguments: 0..<8)
  func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: part)
    var accepted = 0
    for round in 0..<700 {
      let (own, text) = SingleMachineExamples.all[round % SingleMachineExamples.all.count]
      let mutated = fuzz.mutated(text, &random)
      let format = random.chance(60) ? own : random.chance(50) ? nil : random.pick(SingleMachine.Format.allCases)
      _ = ProblemFamily.singleMachine.recognizes(mutated)
      switch Result(catching: { () throws(InputError) in
        try SingleMachine.instances(bytes: mutated, name: "m", format: format)
      }) {
      case .success(let instances):
        accepted += 1
        for instance in instances.prefix(3) { try expectRoundTrip(instance) }
      case .failure(let error):
        fuzz.expectReadable(error, of: mutated, in: "m")
      }
    }
    #expect(accepted > 20, "the mutations are too wild to test more than refusal")
  }

  /// What was read can be written and says the same; its model is sound.
  private func expectRoundTrip(_ instance: SingleMachine) throws {
    let format: SingleMachine.Format = instance.setups == nil ? .csv : .setup
    let again = try SingleMachineExamples.read(instance.text(in: format), format)
    #expect(again[0].jobs == instance.jobs && again[0].setups == instance.setups)
    try instance.model().data.validate()
  }
}
