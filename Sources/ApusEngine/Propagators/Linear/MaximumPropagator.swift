// Bounds propagation of a maximum.
//
// Statement. y = max(x₁ + o₁, ..., xₙ + oₙ) over the arguments that are present; an argument without presence counts always.
// That y is at least every argument is said by difference edges; the rules here are for the other direction.
//   Rule 1. y <= the largest upper bound of an argument that may be present.
//   Rule 2. Where only one argument can reach the lower bound of y, it is present and reaches it.
// Explanation. Rule 1: every argument is at most the bound, or absent. Rule 2: y is at least v, and all other arguments are
// below v or absent. O(n) a run.

final class MaximumPropagator: Propagator {
  struct Argument {
    var variable: Int32
    var offset: Int32
    var presence: Truth
  }

  let result: Int32
  let arguments: [Argument]

  init(_ result: Int32, of arguments: [Argument]) {
    self.result = result
    self.arguments = arguments
  }

  override func attach(_ core: inout Core) {
    core.wake(number, on: 2 * result + 1, flags: 1)
    for argument in arguments {
      core.wake(number, on: 2 * argument.variable, flags: 1)
      if argument.presence != Core.always { core.wake(number, on: argument.presence ^ 1, flags: 1) }
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    core.work &+= arguments.count >> 2
    let least = core.lower(result)
    var largest: Int32?
    var reaching = 0
    var last = 0
    for (index, argument) in arguments.enumerated() where !core.fails(argument.presence) {
      let upper = core.upper(argument.variable) &+ argument.offset
      largest = max(largest ?? upper, upper)
      if upper >= least {
        reaching += 1
        last = index
      }
    }
    if let largest, reaching > 0 {
      if !core.set(Bound(2 * result, largest), reason(-1)) { return false }
      if reaching > 1 { return true }
      let argument = arguments[last]
      if !core.set(argument.presence, reason(Int32(last), least)) { return false }
      return core.set(Bound(2 * argument.variable + 1, argument.offset - least), reason(Int32(last), least))
    }
    var premises = Column<Bound>(capacity: 16)
    premises.append(Bound(2 * result + 1, -least))
    appendBelow(least, except: -1, at: Int32(core.trail.count), in: core, into: &premises)
    core.conflict = premises
    return false
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    if reason.a < 0 {
      appendBelow(asked.limit + 1, except: -1, at: time, in: core, into: &premises)
      return
    }
    let argument = arguments[Int(reason.a)]
    // The presence follows from any value that the others cannot reach; a bound, from the value asked for.
    let isBound = asked.signed == 2 * argument.variable + 1
    let reached = isBound ? argument.offset - asked.limit : reason.b
    let needed = isBound ? max(reached, leastUnreached(except: Int(reason.a), at: time, in: core)) : reached
    premises.append(Bound(2 * result + 1, -needed))
    appendBelow(needed, except: Int(reason.a), at: time, in: core, into: &premises)
  }

  /// One more than the largest value that an argument other than `skipped` can take at `time`.
  private func leastUnreached(except skipped: Int, at time: Int32, in core: borrowing Core) -> Int32 {
    var result = Int32.min
    for (index, argument) in arguments.enumerated() where index != skipped {
      if core.holds(argument.presence ^ 1, at: time) { continue }
      result = max(result, core.limit(of: 2 * argument.variable, at: time) + argument.offset + 1)
    }
    return result
  }

  /// Every argument but one is below `value`, or absent.
  private func appendBelow(
    _ value: Int32, except skipped: Int, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    for (index, argument) in arguments.enumerated() where index != skipped {
      if core.limit(of: 2 * argument.variable, at: time) + argument.offset < value {
        premises.append(Bound(2 * argument.variable, value - 1 - argument.offset))
      } else {
        premises.append(Bound(argument.presence ^ 1))
      }
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    // Contradictory where some argument exceeds y, or none can reach it, or a variable has no value.
    func isEmpty(_ variable: Int32) -> Bool { limits[Int(2 * variable)] < -limits[Int(2 * variable + 1)] }
    func fails(_ truth: Truth) -> Bool { limits[Int(truth ^ 1)] + ((truth ^ 1) & 1) <= 0 }
    if isEmpty(result) { return .implied }
    let least = -limits[Int(2 * result + 1)]
    let isImpossible = arguments.allSatisfy { argument in
      fails(argument.presence) || isEmpty(argument.variable)
        || limits[Int(2 * argument.variable)] + argument.offset < least
    }
    return isImpossible ? .implied : .notImplied
  }
}
