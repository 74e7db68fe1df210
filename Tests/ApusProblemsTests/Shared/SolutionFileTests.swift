import ApusModel
import Foundation
import Testing

@testable import ApusProblems

@Suite struct SolutionFileTests {
  private let shop = SolutionFile(
    instance: "ft06", sha256: "ab", family: "jobshop", status: .optimal, objective: 55, bound: 55,
    command: "apus solve \"f\"\t\u{1}é", seed: 0, apus: "0.1.0",
    tasks: [
      ScheduledTask(job: 0, operation: 1, machine: 2, start: 3, end: 4),
      ScheduledTask(task: 7, mode: 0, start: 12, end: 40),
    ])

  private func read(_ text: String) throws(InputError) -> SolutionFile {
    try SolutionFile(bytes: Array(text.utf8), file: "s.json")
  }

  private func refusal(_ text: String) -> InputError? { #expect(throws: InputError.self) { try read(text) } }

  @Test func textIsOneTaskALine() {
    let expected = #"""
      {"format":"apus-solution","version":1,"instance":"ft06","sha256":"ab","family":"jobshop","status":"optimal",\#
      "objective":55,"bound":55,"command":"apus solve \"f\"\t\u0001é","seed":0,"apus":"0.1.0",
      "tasks":[
      {"job":0,"operation":1,"machine":2,"start":3,"end":4},
      {"task":7,"mode":0,"start":12,"end":40}
      ]}

      """#
    #expect(shop.text == expected)
  }

  @Test func whatIsMissingIsNull() throws {
    let empty = SolutionFile(status: .unknown, variables: ["b": 2, "a": 1], placements: [.init(pod: "n/p", node: nil)])
    let expected = #"""
      {"format":"apus-solution","version":1,"instance":null,"sha256":null,"family":null,"status":"unknown",\#
      "objective":null,"bound":null,"command":null,"seed":null,"apus":null,
      "tasks":[],
      "variables":{
      "a":1,
      "b":2
      },
      "placements":[
      {"pod":"n/p","node":null}
      ]}

      """#
    #expect(empty.text == expected)
    #expect(try read(empty.text) == empty)
  }

  @Test func textAndEncoderAgree() throws {
    #expect(try read(shop.text) == shop)
    let encoded = try JSONEncoder().encode(shop)
    #expect(try SolutionFile(bytes: [UInt8](encoded), file: "") == shop)
    func keys(_ data: Data) throws -> Set<String> {
      Set(try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]).keys)
    }
    let bare = SolutionFile(status: .unknown)
    #expect(try keys(JSONEncoder().encode(bare)) == keys(Data(bare.text.utf8)))
  }

  @Test func extremeNumbersSurvive() throws {
    let solution = SolutionFile(status: .feasible, objective: .max, tasks: [.init(start: .min, end: .max)])
    #expect(try read(solution.text) == solution)
  }

  @Test(arguments: [
    ("", "1:1: expected a JSON value, found the end of the file"),
    ("x", "1:1: expected a JSON value, found 'x'"),
    ("{\n\"a\":1,,}", "2:7: expected a key in double quotes, found ','"),
    ("{\"a\" 1}", "1:6: expected ':', found '1'"),
    ("[1 2]", "1:4: expected ',' or ']', found '2'"),
    ("{\"a\":01}", "1:6: expected a JSON value, found '01'"),
    ("{} {}", "1:4: expected the end of the file, found '{'"),
    ("{\"a\":1,\"a\":2}", "1:8: the key 'a' is there twice, expected it once"),
    ("\"a\\q\"", "1:3: found an invalid escape sequence, expected one of JSON's"),
    ("\"\\ud800\"", "1:2: found an invalid escape sequence, expected one of JSON's"),
    ("\"a\nb\"", "1:3: found a control character, expected it to be escaped"),
    ("[\n\"ab", "2:1: the file ends within the string that begins here, expected '\"'"),
    (String(repeating: "[", count: 99_999), "1:65: the JSON is nested too deeply, expected an Apus file"),
    ("[]", "1:1: expected an Apus solution (an object), found '['"),
    ("{}", "1:1: the key 'format' is missing, expected an Apus solution"),
    ("{\"format\":\"other\"}", "1:11: expected the format \"apus-solution\", found '\"other\"'"),
    ("{\"format\":7}", "1:11: expected the format (a string), found '7'"),
  ])
  func malformedFilesAreRefusedAtTheirPlace(text: String, message: String) throws {
    #expect(try #require(refusal(text)).description == "s.json:\(message)")
  }

  @Test(arguments: [
    ("\"version\":2", "12: expected the version 1, found '2'"),
    ("\"version\":1", "1: the key 'status' is missing, expected an Apus solution"),
    (
      "\"version\":1,\"status\":\"good\"",
      "23: expected the status optimal, feasible, infeasible, unknown, found '\"good\"'"
    ),
    (
      "\"version\":1,\"status\":\"optimal\",\"objective\":1.5",
      "45: expected the objective (an integer of 64 bits), found '1.5'"
    ),
    (
      "\"version\":1,\"status\":\"optimal\",\"bound\":9223372036854775808",
      "41: expected the bound (an integer of 64 bits), found '9223372036854775808'"
    ),
    (
      "\"version\":1,\"status\":\"optimal\",\"tasks\":[{\"start\":1}]",
      "42: task 0 lacks its start or its end, expected both"
    ),
    (
      "\"version\":1,\"status\":\"optimal\",\"tasks\":[{\"start\":\"x\",\"end\":1}]",
      "51: expected the start of task 0 (an integer of 64 bits), found '\"x\"'"
    ),
    ("\"version\":1,\"status\":\"optimal\",\"tasks\":{}", "41: expected the tasks (an array), found '{'"),
    (
      "\"version\":1,\"status\":\"optimal\",\"variables\":{\"a\":null}",
      "50: expected the value of 'a', found 'null'"
    ),
    (
      "\"version\":1,\"status\":\"optimal\",\"placements\":[{\"node\":\"n\"}]",
      "47: placement 0 names no pod, expected one"
    ),
  ])
  func otherValuesAreRefusedAtTheirPlace(members: String, message: String) throws {
    let text = "{\(members),\"format\":\"apus-solution\"}"
    #expect(try #require(refusal(text)).description == "s.json:1:\(message)")
  }

  @Test func handWrittenFilesAreRead() throws {
    let text = #"""
       { "status" : "feasible", "version":1,"format":"apus-solution",
      "new":[true,-1.5e+3,{}],"family":"\u00e9\ud83d\ude00\/" }
      """#
    #expect(try read(text) == SolutionFile(family: "é😀/", status: .feasible))
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Array(shop.text.utf8.dropLast(2))
    for length in 0..<bytes.count {
      #expect(throws: InputError.self) { try SolutionFile(bytes: Array(bytes[..<length]), file: "s") }
    }
  }

  @Test func mutatedFilesAreReadOrRefused() throws {
    var random = SplitMix64(seed: 1)
    let pieces = ["\"", "\\", "\\u12", "{", "}", "[", "]", ",", ":", "-", "1e", "null", "\u{0}", "é", " "].map {
      Array($0.utf8)
    }
    var accepted = 0
    for _ in 0..<3000 {
      var bytes = Array(shop.text.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        }
      }
      let text = bytes
      switch Result(catching: { () throws(InputError) in try SolutionFile(bytes: text, file: "s") }) {
      case .success(let solution):
        accepted += 1
        #expect(try read(solution.text) == solution)
        // Foundation may be more lenient, never less.
        #expect(throws: Never.self) { try JSONDecoder().decode(SolutionFile.self, from: Data(text)) }
      case .failure(let error):
        #expect(error.line != nil)
        #expect(!error.description.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
    #expect(accepted > 100)
  }

  @Test func absentFilesAndDirectoriesAreNamed() throws {
    let folder = FileManager.default.temporaryDirectory
    let absent = folder.appending(path: "no such file.json")
    let error = #expect(throws: InputError.self) { try SolutionFile(contentsOf: absent) }
    #expect(error?.description == "\(absent.path): no such file")
    let other = #expect(throws: InputError.self) { try SolutionFile(contentsOf: folder) }
    #expect(other?.message == "is a directory, expected a file")
  }
}
