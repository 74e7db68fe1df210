// Cycles of difference edges that climb for ever.
//
// Where the weights of a cycle of edges that all hold sum to less than 0, each round lowers every limit of the cycle, and only the end
// of a domain would stop it, perhaps after a thousand million events. A propagation that takes suspiciously many events therefore
// looks for one: from the newest events back along edge reasons. An event's limit is that of its source plus the weight, exactly; so
// where a signed variable occurs twice on such a walk, the weights between sum to the difference of its two limits, which is negative.
// (Cherkassky and Goldberg, "Negative-cycle detection algorithms", 1999: walks to the root.)
//
// What a cycle proves depends on its guards. A guard implies that both ends of its edge are present, and an edge without a guard
// stands only where its target's presence implies its source's. Going round backwards:
//   - With at least one guard, the guards imply that every variable of the cycle is present: they contradict each other, and are
//     the premises of a conflict. No bound is one.
//   - With none, all variables of the cycle have one scope. Without a scope, the problem is infeasible, a conflict without premises.
//     Under a scope it is void: a fact of the root, though it may be found above it.
// Edges of absent variables would go on climbing after that; so from the alarm on, events of absent variables push nothing. Nothing
// is lost: such bounds are void, and the events are undone before their variables can be present again, because both the event
// and what made the variable absent lie on the present level or below, and events wait on the present level only.

extension Core {
  /// How many events a propagation may have before it looks for a cycle.
  @inline(__always) var eventsUntilCycleAlarm: Int { 512 &+ 4 &* limit.count }

  /// What to do with an event beyond the alarm.
  enum CycleAlarm {
    case goOn
    /// The variable is absent: its bounds are void.
    case skip
    case conflict
  }

  @inline(never) mutating func checkCycle(at index: Int) -> CycleAlarm {
    let signed = trail[index].signed
    if index >= nextCycleSearch {
      nextCycleSearch = index &+ max(eventsUntilCycleAlarm, (index &- cycleAlarm) / 2)
      if !searchCycle() { return .conflict }
    }
    return fails(scope[signed >> 1]) ? .skip : .goOn
  }

  /// Looks for a cycle behind some of the newest events. Returns false at a conflict.
  private mutating func searchCycle() -> Bool {
    var lastSeen = [Int32](repeating: -1, count: limit.count)
    var newest = Int32(trail.count) - 1
    let oldest = max(newest - 32, 0)
    while newest >= oldest {
      lastSeen.withUnsafeMutableBufferPointer { $0.update(repeating: -1) }
      if let signed = walkBack(from: newest, &lastSeen) { return concludeCycle(of: signed, lastSeen[Int(signed)]) }
      newest -= 1
    }
    return true
  }

  /// Follows edge reasons until a signed variable comes again. `lastSeen` then has the later of its two events.
  private mutating func walkBack(from newest: Int32, _ lastSeen: inout [Int32]) -> SignedVariable? {
    var event = newest
    while event >= 0, trail[event].reason.kind == Reason.edge {
      let entry = trail[event]
      work &+= 1
      if lastSeen[Int(entry.signed)] >= 0 { return entry.signed }
      lastSeen[Int(entry.signed)] = event
      event = lastEvent(of: edges[entry.reason.a].source, before: event)
    }
    guard event >= 0, lastSeen[Int(trail[event].signed)] >= 0 else { return nil }
    return trail[event].signed
  }

  /// The edges from `event` back to the earlier event of the same signed variable form a cycle.
  private mutating func concludeCycle(of signed: SignedVariable, _ event: Int32) -> Bool {
    var premises = Column<Bound>()
    var index = event
    repeat {
      let edge = edges[trail[index].reason.a]
      if edge.guardLiteral != Core.always { premises.append(Bound(edge.guardLiteral)) }
      index = lastEvent(of: edge.source, before: index)
    } while trail[index].signed != signed
    assert(trail[event].limit < trail[index].limit)
    let presence = scope[signed >> 1]
    if premises.isEmpty && presence != Core.always {
      return fails(presence) || set(presence ^ 1, Reason(Reason.unguardedCycle))
    }
    conflict = premises
    return false
  }
}
