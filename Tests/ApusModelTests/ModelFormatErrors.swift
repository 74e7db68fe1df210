import ApusModel
import Foundation
import Testing

/// Every way of getting a file wrong is an error that says where, and what was expected.
@Suite struct ModelFormatErrors {
  private static func file(_ rest: String) -> String {
    """
    {"format": "apus-model", "version": 2, "integers": [{"min": 0, "max": 1}, {"min": 0, "max": 5}],
     "intervals": [{"length": 3}, {"length": 1}]\(rest)}
    """
  }

  private static func constraint(_ text: String) -> String { file(#", "groups": [{"constraints": [\#(text)]}]"#) }

  static let cases: [(text: String, message: String)] = [
    (#"{"version": 1}"#, "format"),
    (#"{"format": "other", "version": 1}"#, #"model: the format is "other"; expected "apus-model""#),
    (#"{"format": "apus-model", "version": 5}"#, "model: the version is 5; expected 1 to 4"),
    (
      file(#", "groups": [{"constraints": [{"span": {"main": 0, "members": []}}]}]"#)
        .replacing(#""version": 2"#, with: #""version": 1"#),
      "model: the version is 1, but it has constraints of version 2"
    ),
    (file(#", "constraints": []"#), #"unknown key "constraints" in a model; expected format,"#),
    (
      #"{"format": "apus-model", "version": 1, "integers": [{"min": 3, "max": 2}]}"#,
      "integers[0]: min is 3, which is more than max, 2"
    ),
    (
      #"{"format": "apus-model", "version": 1, "intervals": [{"length": [5, 2]}]}"#,
      "intervals[0].length: expected an integer or a range"
    ),
    (#"{"format": "apus-model", "version": 1, "intervals": [{"length": -1}]}"#, "must lie in 0...1000000000"),
    (#"{"format": "apus-model", "version": 1, "intervals": [{"length": 1, "end": 9999999999}]}"#, "within ±1000000000"),
    (#"{"format": "apus-model", "version": 1, "intervals": [{"lenght": 1}]}"#, #"unknown key "lenght" in an interval"#),
    (
      #"{"format": "apus-model", "version": 1, "intervals": [{"length": 1, "presence": -3}]}"#,
      "intervals[0].presence: expected a literal"
    ),
    (
      #"{"format": "apus-model", "version": 1, "intervals": [{"length": 1, "presence": 0}]}"#,
      "interval 0: variable 0 does not exist"
    ),
    (constraint(#"{"noOverlap": [0, 7]}"#), "interval 7 does not exist; this model has 2 intervals"),
    (constraint(#"{"noOverlap": [0, 0]}"#), "listed twice"),
    (constraint(#"{"noOverlap": [0, 3000000000]}"#), "groups[0].constraints[0].noOverlap[1]: expected an index"),
    (constraint(#"{"cumulative": []}"#), "groups[0].constraints[0]: expected a constraint: one key among precedence,"),
    (constraint(#"{"clause": [0], "noOverlap": [1]}"#), #"not "clause", "noOverlap""#),
    (constraint(#"{"clause": [1]}"#), "variable 1 is used as a Boolean but its domain is 0...5"),
    (constraint(#"{"clause": ["x"]}"#), "groups[0].constraints[0].clause[0]: expected a literal"),
    (constraint(#"{"precedence": {"before": 0, "after": 1, "from": "middle"}}"#), #"expected "start" or "end""#),
    (constraint(#"{"precedence": {"before": 0}}"#), "after"),
    (constraint(#"{"precedence": {"before": 0, "after": 1, "lag": 3000000000}}"#), "a lag of 3000000000 ticks"),
    (
      constraint(#"{"linear": {"terms": [], "relation": "="}}"#),
      #"groups[0].constraints[0].linear: the relation is "="; expected "<=" or "==""#
    ),
    (
      constraint(#"{"linear": {"terms": [{"end": 1}], "relation": "<="}}"#),
      "linear.terms[0]: expected a term [coefficient, operand]"
    ),
    (constraint(#"{"linear": {"terms": [[1, {"end": 1}, 2]], "relation": "<="}}"#), "and nothing more"),
    (constraint(#"{"linear": {"terms": [[1, "span"]], "relation": "<="}}"#), #"expected an operand: "makespan", or"#),
    (
      constraint(#"{"linear": {"terms": [[1, {"max": []}]], "relation": "<="}}"#),
      "the maximum of no expressions has no value"
    ),
    (constraint(#"{"linear": {"terms": [[1, 2]], "relation": "<="}}"#), "expected an operand"),
    (file(#", "objective": {"minimise": 3}"#), #"unknown key "minimise" in an objective"#),
    (file(#", "objective": {"minimize": {"integer": 9}}"#), "objective: variable 9 does not exist"),
  ]

  /// A constraint of version 2, of intervals 0 and 1 and the variables 0...1 and 0...5.
  static let resources: [(text: String, message: String)] = [
    (#"{"usage": {"members": []}}"#, "capacity"),
    (#"{"usage": {"members": [[0, 1]], "capacity": 3}}"#, "members"),
    (#"{"usage": {"members": [], "capacity": "3"}}"#, "capacity"),
    (#"{"usage": {"members": [], "capacity": 3, "limit": 1}}"#, #"unknown key "limit" in a usage"#),
    (
      #"{"usage": {"members": [{"interval": 0, "demand": "x"}], "capacity": 3}}"#,
      "usage.members[0].demand: expected a demand: an integer or"
    ),
    (#"{"usage": {"members": [{"interval": 0, "demand": {"start": 0}}], "capacity": 3}}"#, "expected a demand"),
    (
      #"{"usage": {"members": [{"interval": 0, "demand": -1}], "capacity": 3}}"#,
      "constraint: a demand of -1; expected 0"
    ),
    (
      #"{"usage": {"members": [{"interval": 0, "demand": {"integer": 2}}], "capacity": 3}}"#,
      "variable 2 does not exist"
    ),
    (#"{"usage": {"members": [{"interval": 4, "demand": 1}], "capacity": 3}}"#, "interval 4 does not exist"),
    (#"{"usage": {"members": [{"interval": 0, "amount": 1}], "capacity": 3}}"#, #"unknown key "amount" in a member"#),
    (#"{"usage": {"members": [], "capacity": 3, "steps": [{"from": 1}]}}"#, "capacity"),
    (#"{"usage": {"members": [], "capacity": 3, "steps": [[1, 2]]}}"#, "steps"),
    (#"{"reservoir": {}}"#, "steps"),
    (#"{"reservoir": {"steps": [{"interval": 0, "amount": 1}]}}"#, "at"),
    (
      #"{"reservoir": {"steps": [{"interval": 0, "at": "middle", "amount": 1}]}}"#,
      #"reservoir.steps[0]: "at" is "middle"; expected "start" or "end""#
    ),
    (#"{"reservoir": {"steps": [], "min": 3, "max": 2}}"#, "its minimum is 3, which is more than its maximum, 2"),
    (#"{"reservoir": {"steps": [], "low": 3}}"#, #"unknown key "low" in a reservoir"#),
    (#"{"alternative": {"members": [1]}}"#, "main"),
    (#"{"alternative": {"main": 0, "members": [0]}}"#, "listed twice in one Alternative"),
    (#"{"alternative": {"main": 0, "of": [1]}}"#, #"unknown key "of" in an alternative"#),
    (#"{"span": {"main": 0, "members": [1, 1]}}"#, "listed twice in one Span"),
    (#"{"span": {"main": 0}}"#, "members"),
    (#"{"sameOrder": [[0, 1]]}"#, "sameOrder: expected two lists of intervals, not 1"),
    (#"{"sameOrder": [[0, 1], [0]]}"#, "a SameOrder of 2 intervals and 1"),
    (#"{"sameOrder": [0, 1]}"#, "sameOrder"),
    (#"{"noOverlap": {"intervals": [0], "setup": {"types": [0]}}}"#, "times"),
    (#"{"noOverlap": {"setup": {"types": [], "times": []}}}"#, "intervals"),
    (#"{"noOverlap": {"intervals": [0], "setup": {"types": [0], "times": [[0, 1]]}}}"#, "no square matrix"),
    (
      #"{"noOverlap": {"intervals": [0], "setup": {"types": [1], "times": [[0]]}}}"#,
      "a setup type of 1; expected 0 to 0"
    ),
    (#"{"noOverlap": {"intervals": [0], "times": [[0]]}}"#, #"unknown key "times" in a noOverlap"#),
    (#"{"noOverlap": 3}"#, "noOverlap"),
  ]

  @Test(arguments: resources) func resourceIsRefused(_ text: String, _ message: String) {
    isRefused(Self.constraint(text), message)
  }

  @Test(arguments: cases) func isRefused(_ text: String, _ message: String) {
    #expect {
      try JSONDecoder().decode(ModelData.self, from: Data(text.utf8))
    } throws: { error in
      guard let error = error as? DecodingError else { return false }
      let isPointed = "\(error)".contains(message)
      if !isPointed { print("expected:", message, "\nfound:", error) }
      return isPointed
    }
  }
}
