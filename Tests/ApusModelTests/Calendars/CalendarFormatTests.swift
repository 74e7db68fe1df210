import ApusModel
import Foundation
import Testing

/// Calendars, rules and state functions in the JSON format.
@Suite struct CalendarFormatTests {
  private static func file(_ constraint: String, version: Int = 4) -> String {
    """
    {"format": "apus-model", "version": \(version), "integers": [{"min": 0, "max": 5}, {"min": -1, "max": 5}],
     "intervals": [{"length": [0, 9]}, {"length": 1}],
     "calendars": [{"name": "day", "period": 24, "working": [[8, 17]], "exceptions": [{"from": 24, "to": 48}]}],
     "groups": [{"constraints": [\(constraint)]}]}
    """
  }

  private func read(_ text: String) throws -> ModelData {
    try JSONDecoder().decode(ModelData.self, from: Data(text.utf8))
  }

  @Test func rulesShareTheCalendarsOfTheModel() throws {
    let model = Model("calendars")
    let day = try WorkCalendar(every: 24, working: [8..<17], exceptions: [.off(24..<48), .extra(50..<52)], "day")
    let never = try WorkCalendar(only: [])
    let amount = model.integer(0...3)
    let (a, b) = (model.interval(lasting: 0...90), model.interval(lasting: 2))
    model.require("shifts") {
      a.works(8, in: day)
      b.stays(in: never)
      b.starts(in: day)
      a.ends(in: day)
      a.works(amount, in: never)
      a.works(2...4, in: day)
      b.lies(within: [0..<10, 5..<20])
      StateFunction([(a, "hot"), (b, "cold")], initially: "cold", from: 3) { _, _ in 4 }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(model), as: UTF8.self)
    let expected = """
      {"calendars":[{"exceptions":[{"from":24,"to":48},{"from":50,"to":52,"working":true}],"name":"day","period":24,\
      "working":[[8,17]]},{}],"format":"apus-model","groups":[{"constraints":[\
      {"calendar":{"calendar":0,"interval":0,"rule":"work","work":8}},\
      {"calendar":{"calendar":1,"interval":1,"rule":"extent"}},\
      {"calendar":{"calendar":0,"interval":1,"rule":"start"}},\
      {"calendar":{"calendar":0,"interval":0,"rule":"end"}},\
      {"calendar":{"calendar":1,"interval":0,"rule":"work","work":{"integer":0}}},\
      {"calendar":{"calendar":0,"interval":0,"rule":"work","work":[2,4]}},\
      {"calendar":{"interval":1,"rule":"windows","windows":[[0,10],[5,20]]}},\
      {"stateFunction":{"intervals":[0,1],"transitions":{"from":3,"initial":[4,0],"times":[[0,4],[4,0]],"types":[0,1]}}}\
      ],"name":"shifts"}],"integers":[{"max":3,"min":0}],"intervals":[{"length":[0,90]},{"length":2}],\
      "name":"calendars","version":4}
      """
    #expect(text == expected)
    #expect(String(decoding: try encoder.encode(try read(text)), as: UTF8.self) == text)
  }

  static let cases: [(text: String, message: String)] = [
    (
      #"{"calendar": {"interval": 0, "rule": "start", "calendar": 1}}"#,
      "calendar 1, which does not exist; this model has 1"
    ),
    (#"{"calendar": {"interval": 0, "rule": "begin", "calendar": 0}}"#, #"the rule is "begin"; expected start, end"#),
    (#"{"calendar": {"interval": 0, "rule": "start"}}"#, #"the rule start lacks the key "calendar""#),
    (#"{"calendar": {"interval": 0, "rule": "end", "calendar": 0, "work": 3}}"#, #"the rule end has the key "work""#),
    (#"{"calendar": {"interval": 0, "rule": "windows", "calendar": 0}}"#, #"the rule windows has the key "calendar""#),
    (#"{"calendar": {"interval": 0, "rule": "work", "calendar": 0, "work": "x"}}"#, "expected work: ticks, a range"),
    (
      #"{"calendar": {"interval": 0, "rule": "work", "calendar": 0, "work": -1}}"#,
      "work of -1 ticks; expected 0 or more"
    ),
    (
      #"{"calendar": {"interval": 0, "rule": "work", "calendar": 0, "work": {"integer": 1}}}"#,
      "could be -1; expected 0"
    ),
    (
      #"{"calendar": {"interval": 0, "rule": "work", "calendar": 0, "work": {"integer": 7}}}"#,
      "variable 7 does not exist"
    ),
    (#"{"calendar": {"interval": 4, "rule": "extent", "calendar": 0}}"#, "interval 4 does not exist"),
    (#"{"calendar": {"interval": 0, "rule": "windows", "windows": [[3, 2]]}}"#, "expected ticks [first, end]"),
    (
      #"{"calendar": {"interval": 0, "rule": "windows", "windows": [[3, 2000000000]]}}"#,
      "a window from 2000000000; times lie within"
    ),
    (
      #"{"stateFunction": {"intervals": [0, 0], "transitions": {"types": [0, 0], "times": [[0]]}}}"#,
      "listed twice in one StateFunction"
    ),
    (#"{"stateFunction": {"intervals": [0], "transitions": {"types": [1], "times": [[0]]}}}"#, "a setup type of 1"),
  ]

  @Test(arguments: cases) func isRefused(_ text: String, _ message: String) {
    expectRefusal(Self.file(text), message)
  }

  @Test func calendarsAreRefusedByWhatIsWrongWithThem() {
    expectRefusal(Self.file("", version: 3), "the version is 3, but calendars are of version 4")
    for (from, to, message) in [
      (#""period": 24"#, #""period": 0"#, "calendars[0]: calendar \"day\": a period of 0 ticks"),
      (#"[[8, 17]]"#, #"[[8, 25]]"#, "the shift 8..<25 is not within a period, 0..<24"),
      (#"[[8, 17]]"#, #"[8, 17]"#, "expected ticks [first, end]"),
      (#""to": 48"#, #""to": 4"#, "an exception from 24 to 4; expected times in order"),
      (#""period""#, #""length""#, "unknown key \"length\" in a calendar"),
    ] {
      expectRefusal(Self.file("").replacing(from, with: to), message)
    }
  }

  private func expectRefusal(_ text: String, _ message: String) {
    #expect {
      try read(text)
    } throws: { error in
      let isPointed = error is DecodingError && "\(error)".contains(message)
      if !isPointed { print("expected:", message, "\nfound:", error) }
      return isPointed
    }
  }
}
