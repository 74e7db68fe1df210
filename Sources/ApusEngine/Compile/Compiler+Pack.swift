import ApusModel

// Bins: a Boolean for each item and bin that it may be in, equal to a value of the item's variable, and a sum for each bin and resource.

extension Compiler {
  /// The most pairs of an item and a bin that are made into Booleans.
  private static let mostChoices = 4_000_000

  /// The items of every bin fit into it.
  mutating func post(_ pack: Pack) throws(ModelError) {
    guard pack.items.count * max(1, pack.binCount) <= Self.mostChoices else {
      throw ModelError(
        culprit,
        "\(pack.items.count) items and \(pack.binCount) bins are more than \(Self.mostChoices) pairs for the learning search"
      )
    }
    let resources = pack.resourceCount
    var members: [[(item: Int, literal: Truth)]] = Array(repeating: [], count: pack.binCount)
    for item in pack.items.indices {
      let variable = result.map.integers[Int(pack.items[item])]
      for bin in 0..<pack.binCount {
        let fits = (0..<resources).allSatisfy {
          pack.sizes[item * resources + $0] <= pack.capacities[bin * resources + $0]
        }
        if pack.allows(item, in: bin), fits {
          let literal = isEqual(variable, Int32(bin))
          if literal == Core.never { continue }
          members[bin].append((item, literal))
        } else {
          // A hole in the domain.
          require(
            result.core.addClause([Bound(2 * variable, Int32(bin) - 1), Bound(2 * variable + 1, -Int32(bin) - 1)]))
        }
      }
    }
    for bin in 0..<pack.binCount {
      for resource in 0..<resources {
        var form = LinearForm()
        for member in members[bin] {
          let size = pack.sizes[member.item * resources + resource]
          if size > 0 { add(Int64(size), member.literal, to: &form) }
        }
        let (constant, overflow) = form.constant.subtractingReportingOverflow(
          Int64(pack.capacities[bin * resources + resource]))
        if overflow { throw ModelError(culprit, "a sum of its sizes is beyond 62 bits; use coarser units") }
        form.constant = constant
        // Sums that cannot be exceeded need no propagator.
        if try range(of: form).upperBound > 0 { try postAtMostZero(form) }
      }
    }
  }

  /// The literal holds exactly where the variable is in the range.
  mutating func post(_ within: Within) {
    let variable = result.map.integers[Int(within.variable)]
    let literal = Bound(truth(within.literal))
    let lower = Int32(clamping: within.range.lowerBound)
    let upper = Int32(clamping: within.range.upperBound)
    // Bounds beyond the engine's values hold, or fail, by themselves.
    let atLeast = Bound(2 * variable + 1, lower <= -Self.limit ? Self.limit : -min(lower, Self.limit))
    let atMost = Bound(2 * variable, min(max(upper, -Self.limit), Self.limit))
    require(result.core.addClause([!literal, atLeast]))
    require(result.core.addClause([!literal, atMost]))
    require(result.core.addClause([literal, !atLeast, !atMost]))
  }

  /// Beyond every value of a variable.
  private static var limit: Int32 { Int32(largestValue) + 1 }

  private func add(_ size: Int64, _ literal: Truth, to form: inout LinearForm) {
    if literal == Core.always {
      form.constant += size
    } else if literal & 1 == 1 {
      form.terms.append((literal >> 1, size))
    } else {
      form.constant += size
      form.terms.append((literal >> 1, -size))
    }
  }
}
