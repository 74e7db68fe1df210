// Bounds propagation of a maximum, or of a minimum: that is the maximum of the negations with its sign changed.
//
// Statement. y = max(x₁ + o₁, ..., xₙ + oₙ) over the arguments that are present, where y is; an argument without presence counts always. Then
// one of them is present. All of these are signed variables.
// That y is at least every argument is said by difference edges; the rules here are for the other direction.
//   Rule 1. y <= the largest upper bound of an argument that may be present; where none may be, y is absent.
//   Rule 2. Where y is present and only one argument can reach its lower bound, that one is present and reaches it.
// Explanation. Rule 1: every argument is at most the bound, or absent. Rule 2: y is present and at least v, and all other arguments are
// below v or absent.
//
// Rule 1 is constructive disjunction: what holds of every alternative holds. (Van Hentenryck, Saraswat and Deville, "Design, implementation,
// and evaluation of the constraint language cc(FD)", 1998.) O(n) a run.

final class MaximumPropagator: Propagator {
  struct Argument {
    var signed: SignedVariable
    var offset: Int32
    var presence: Truth
  }

  let result: SignedVariable
  /// The scope of the result.
  let presence: Truth
  let arguments: [Argument]

  private static let rule1: Int32 = -1

  init(_ result: SignedVariable, ifPresent presence: Truth = Core.always, of arguments: [Argument]) {
    self.result = result
    self.presence = presence
    self.arguments = arguments
  }

  override func attach(_ core: inout Core) {
    core.wake(number, on: result ^ 1, flags: 1)
    if presence != Core.always { core.wake(number, on: presence, flags: 1) }
    for argument in arguments {
      core.wake(number, on: argument.signed, flags: 1)
      if argument.presence != Core.always { core.wake(number, on: argument.presence ^ 1, flags: 1) }
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    if core.fails(presence) { return true }
    core.work &+= arguments.count >> 2
    let least = -core.limit[result ^ 1]
    var largest: Int32?
    var reaching = 0
    var last = 0
    for (index, argument) in arguments.enumerated() where !core.fails(argument.presence) {
      let upper = core.limit[argument.signed] &+ argument.offset
      largest = max(largest ?? upper, upper)
      if upper >= least {
        reaching += 1
        last = index
      }
    }
    guard let largest else { return core.set(presence ^ 1, reason(Self.rule1)) }
    if !core.set(Bound(result, largest), reason(Self.rule1)) { return false }
    guard reaching == 1, core.holds(presence) else { return true }
    let argument = arguments[last]
    if !core.set(argument.presence, reason(Int32(last), least)) { return false }
    return core.set(Bound(argument.signed ^ 1, argument.offset - least), reason(Int32(last), least))
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    if reason.a == Self.rule1 {
      if asked.signed == result {
        appendBelow(asked.limit + 1, except: -1, at: time, in: core, into: &premises)
      } else {
        for argument in arguments { premises.append(Bound(argument.presence ^ 1)) }
      }
      return
    }
    let argument = arguments[Int(reason.a)]
    // The presence follows from any value that the others cannot reach; a bound, from the value asked for.
    let isBound = asked.signed == argument.signed ^ 1
    let reached = isBound ? argument.offset - asked.limit : reason.b
    let needed = isBound ? max(reached, leastUnreached(except: Int(reason.a), at: time, in: core)) : reached
    premises.append(Bound(result ^ 1, -needed))
    if presence != Core.always { premises.append(Bound(presence)) }
    appendBelow(needed, except: Int(reason.a), at: time, in: core, into: &premises)
  }

  /// One more than the largest value that an argument other than `skipped` can take at `time`.
  private func leastUnreached(except skipped: Int, at time: Int32, in core: borrowing Core) -> Int32 {
    var result = Int32.min
    for (index, argument) in arguments.enumerated() where index != skipped {
      if core.holds(argument.presence ^ 1, at: time) { continue }
      result = max(result, core.limit(of: argument.signed, at: time) + argument.offset + 1)
    }
    return result
  }

  /// Every argument but one is below `value`, or absent.
  private func appendBelow(
    _ value: Int32, except skipped: Int, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    for (index, argument) in arguments.enumerated() where index != skipped {
      if core.limit(of: argument.signed, at: time) + argument.offset < value {
        premises.append(Bound(argument.signed, value - 1 - argument.offset))
      } else {
        premises.append(Bound(argument.presence ^ 1))
      }
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    // Contradictory where y is present and none can reach it, or a variable has no value.
    func isEmpty(_ signed: SignedVariable) -> Bool { limits[Int(signed)] < -limits[Int(signed ^ 1)] }
    func holds(_ truth: Truth) -> Bool { limits[Int(truth)] + (truth & 1) <= 0 }
    guard holds(presence) else { return .notImplied }
    if isEmpty(result) { return .implied }
    let least = -limits[Int(result ^ 1)]
    let isImpossible = arguments.allSatisfy { argument in
      holds(argument.presence ^ 1) || isEmpty(argument.signed)
        || limits[Int(argument.signed)] + argument.offset < least
    }
    return isImpossible ? .implied : .notImplied
  }
}
