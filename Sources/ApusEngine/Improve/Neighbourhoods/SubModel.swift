import ApusModel

/// A sub-problem as a model of its own, with the variables and intervals of the whole model at the same places: each of its solutions is one
/// of the whole model as it stands.
///
/// What is kept is written as domains and precedences, which need no Booleans: kept integer variables have one value, kept presences are
/// constants, and no-overlaps fall into chains of precedences and what is still open, and links on resources are precedences. So it means the same as ``KeptPart``'s
/// assumptions, and its size is that of the model without the pairs. (A schedule's orders as a partial order that a
/// relaxation thins out: Godard, Laborie and Nuijten, ICAPS 2005.)
struct SubModel {
  let data: ModelData

  /// Complexity: linear in the size of the model.
  init(
    of model: ModelData, _ structure: NeighbourhoodStructure, _ relaxation: Relaxation, _ solution: OrderedSolution,
    using random: inout SplitMix64
  ) {
    var data = ModelData(name: model.name)
    var constraints: [Constraint] = []
    constraints.reserveCapacity(model.constraints.count + structure.intervalCount)
    func isKept(_ integer: Int) -> Bool { !relaxation.isFreeInteger[integer] && !structure.isDependent[integer] }

    for (index, domain) in model.integers.enumerated() {
      let value = solution.solution.integers[index]
      let isBoolean = domain == 0...1
      // A Boolean stays one for whatever speaks of it.
      _ = data.addInteger(isKept(index) && !isBoolean ? value...value : domain, name: nil)
      if isKept(index), isBoolean {
        constraints.append(.clause(Clause([Literal(variable: index, isNegated: value == 0)])))
      }
    }
    for domain in model.intervals {
      var domain = domain
      if let variable = domain.isPresent.variable, isKept(variable) {
        domain.isPresent = solution.solution[domain.isPresent] ? .true : .false
      }
      data.addInterval(domain, name: nil)
    }

    let kept = KeptOrders(structure, relaxation, solution)
    var number = 0
    for constraint in model.constraints {
      guard case .noOverlap(let noOverlap) = constraint else {
        constraints.append(constraint)
        continue
      }
      let sequence = kept.sequence(number, using: &random)
      number += 1
      let intervals = noOverlap.intervals
      // Setup times are asked between neighbours only, so the whole is still needed.
      if noOverlap.setup != nil { constraints.append(constraint) }
      for (first, second) in sequence.orders {
        constraints.append(.precedence(Precedence(before: intervals[Int(first)], after: intervals[Int(second)])))
      }
      for open in sequence.open where open.count > 1 && noOverlap.setup == nil {
        constraints.append(.noOverlap(NoOverlap(indices: open.map { intervals[Int($0)] })))
      }
    }
    for link in kept.links(using: &random) {
      constraints.append(.precedence(Precedence(before: link.before, after: link.after)))
    }
    data.addGroup("", constraints)
    data.objective = model.objective
    self.data = data
  }
}
