// `{"stateFunction": {"intervals": [0, 1], "transitions": {"types": [0, 1], "times": [[0, 5], [3, 0]], "initial": [2, 4], "from": 6}}}`

extension StateFunction {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a stateFunction", keys: ["intervals", "transitions"])
    self.init(
      indices: try object.decode([CodedIndex].self, forKey: "intervals").map(\.index),
      transitions: try object.decode(CodedSetup.self, forKey: "transitions").setup)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(intervals, forKey: "intervals")
    try object.encode(CodedSetup(transitions), forKey: "transitions")
  }
}
