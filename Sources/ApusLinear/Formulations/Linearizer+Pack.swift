import ApusModel

// Bins and ranges: binaries that say where the value of a variable lies.

extension Linearizer {
  /// A binary for each item and bin, and two for values that are no bin: one of them holds, and says what the variable is.
  mutating func post(_ pack: Pack) throws(ModelError) {
    let resources = pack.resourceCount
    var loads = [LinearSum](repeating: LinearSum(), count: pack.capacities.count)
    for (item, variable) in pack.items.enumerated() {
      // Without bins everything is outside.
      guard pack.binCount > 0 else { continue }
      let name = model.nameOfInteger(Int(variable))
      var parts: [(range: ClosedRange<Int>, binary: LinearSum)] = []
      for bin in 0..<pack.binCount where model.integers[Int(variable)].contains(bin) && pack.allows(item, in: bin) {
        let binary = try addBinary("in", [name, "\(bin)"])
        parts.append((bin...bin, binary))
        for resource in 0..<resources {
          loads[bin * resources + resource] += Int128(pack.sizes[item * resources + resource]) * binary
        }
      }
      try partition(variable, name, parts, outside: 0...pack.binCount - 1, hasLiteral: false)
    }
    for (slot, load) in loads.enumerated() where !load.isConstant {
      try require(load, .atMost, Int128(pack.capacities[slot]))
    }
  }

  /// The literal, or one of two binaries, says on which side of the range's ends the variable is.
  mutating func post(_ within: Within) throws(ModelError) {
    let name = model.nameOfInteger(Int(within.variable))
    try partition(
      within.variable, name, [(within.range, truth(within.literal))], outside: within.range, hasLiteral: true)
  }

  /// The variable is in one of the ranges, as their binaries say, or outside of a range.
  private mutating func partition(
    _ variable: Int32, _ name: String, _ parts: [(range: ClosedRange<Int>, binary: LinearSum)],
    outside: ClosedRange<Int>, hasLiteral: Bool
  ) throws(ModelError) {
    let value = LinearSum(column: integers[Int(variable)])
    let domain = model.integers[Int(variable)]
    var parts = parts
    if domain.lowerBound < outside.lowerBound {
      parts.append((domain.lowerBound...min(domain.upperBound, outside.lowerBound - 1), try addBinary("below", [name])))
    }
    if domain.upperBound > outside.upperBound {
      parts.append((max(domain.lowerBound, outside.upperBound + 1)...domain.upperBound, try addBinary("above", [name])))
    }
    for part in parts {
      guard part.range.overlaps(domain) else {
        try require(part.binary, .equal, 0)
        continue
      }
      let values = part.range.clamped(to: domain)
      try require(value, .atLeast, Int128(values.lowerBound), when: [part.binary])
      try require(value, .atMost, Int128(values.upperBound), when: [part.binary])
    }
    try require(parts.reduce(into: LinearSum()) { $0 += $1.binary }, .equal, 1)
    // The columns of literals have their values already.
    let own = parts.dropFirst(hasLiteral ? 1 : 0).map { (range: $0.range, column: Int($0.binary.terms[0].column)) }
    encoders.append { solution, values in
      let value = solution.integers[Int(variable)]
      for part in own where part.range.contains(value) { values[part.column] = 1 }
    }
  }
}
