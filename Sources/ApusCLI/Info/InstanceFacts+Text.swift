import ApusProblems

extension InstanceFacts {
  /// A line a fact, for people.
  var plainText: String {
    let instance = source.instance
    var lines: [(String, String)] = []
    lines.append(("instance", "\(source.title), \(instance.family)"))
    lines.append(("size", instance.sizes.map { "\($0.count) \($0.name)" }.joined(separator: ", ")))
    if let least = durations.min(), let most = durations.max() {
      let total = durations.reduce(0, +)
      let mean = TimeText.fixed(Double(total) / Double(durations.count), 1)
      lines.append(("durations", "\(least) to \(most), mean \(mean), \(total) in all"))
    }
    for (index, bound) in bounds.enumerated().reversed() {
      lines.append((index == bounds.count - 1 ? "at least" : "", "\(bound.value)  \(bound.source)"))
    }
    if let best {
      lines.append(("at most", "\(best.objective)  the best dispatching rule, \(best.rule)"))
      for measure in instance.measures(ofObjective: best.objective) {
        lines.append(("", "\(TimeText.fixed(measure.value, 3))  its \(measure.name)"))
      }
    }
    if let optimum = instance.provenOptimum { lines.append(("optimum", "\(optimum)  proven in the literature")) }
    if let structure {
      let without =
        structure.leftOut.isEmpty ? "exact" : "a relaxation without " + structure.leftOut.joined(separator: ", ")
      lines.append(("structure", "\(structure.name), \(without)"))
    } else {
      lines.append(("structure", "none that Apus knows"))
    }
    lines.append(("sha256", source.sha256))
    return lines.map { label, text in
      label + String(repeating: " ", count: 11 - label.count) + text + "\n"
    }.joined()
  }

  /// The same as one JSON object.
  var jsonText: String {
    let instance = source.instance
    let sizes = instance.sizes.map { (key: $0.name, value: "\($0.count)") }
    let durationText = JSONText.object([
      ("min", JSONText.number(durations.min())), ("max", JSONText.number(durations.max())),
      ("total", "\(durations.reduce(0, +))"),
    ])
    let boundText = bounds.map {
      JSONText.object([("value", "\($0.value)"), ("by", JSONText.string($0.source))])
    }
    let bestText = best.map {
      JSONText.object([("value", "\($0.objective)"), ("by", JSONText.string($0.rule))])
    }
    let structureText = structure.map {
      JSONText.object([
        ("view", JSONText.string($0.key)), ("exact", JSONText.boolean($0.leftOut.isEmpty)),
        ("leftOut", JSONText.array($0.leftOut.map(JSONText.string))),
      ])
    }
    return JSONText.object([
      ("version", "1"), ("instance", JSONText.string(source.name)), ("family", JSONText.string(instance.family)),
      ("sha256", JSONText.string(source.sha256)), ("size", JSONText.object(sizes)),
      ("durations", durations.isEmpty ? "null" : durationText), ("bound", JSONText.number(bound)),
      ("bounds", JSONText.array(boundText)), ("rule", bestText ?? "null"), ("structure", structureText ?? "null"),
      ("optimum", JSONText.number(instance.provenOptimum)),
    ]) + "\n"
  }
}
