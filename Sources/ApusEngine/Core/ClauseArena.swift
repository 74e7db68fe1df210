/// A clause by its offset in the arena.
typealias ClauseReference = Int32

/// Clauses in one column of numbers: a header of three, then two numbers a literal.
///
///     [ size | lbd or -1 | activity ] [ signed limit ] [ signed limit ] ...
///
/// A clause of the problem has lbd -1. The first two literals are the watched ones; the first is the implied one of a reason.
struct ClauseArena: ~Copyable {
  private var words = Column<Int32>()
  private(set) var learnedCount = 0
  private(set) var clauseCount = 0

  static let headerSize = 3

  mutating func add(_ literals: borrowing Column<Bound>, lbd: Int32) -> ClauseReference {
    let reference = Int32(words.count)
    words.append(Int32(literals.count))
    words.append(lbd)
    words.append(0)
    for index in 0..<literals.count {
      words.append(literals[index].signed)
      words.append(literals[index].limit)
    }
    clauseCount += 1
    if lbd >= 0 { learnedCount += 1 }
    return reference
  }

  @inline(__always) func size(_ reference: ClauseReference) -> Int { Int(words[reference]) }
  @inline(__always) func lbd(_ reference: ClauseReference) -> Int32 { words[reference + 1] }
  @inline(__always) func setLBD(_ reference: ClauseReference, _ lbd: Int32) { words[reference + 1] = lbd }
  @inline(__always) func activity(_ reference: ClauseReference) -> Int32 { words[reference + 2] }
  @inline(__always) func setActivity(_ reference: ClauseReference, _ activity: Int32) {
    words[reference + 2] = activity
  }

  /// The literals, as pairs of numbers. The pointer is void after the next `add`.
  @inline(__always) func literals(_ reference: ClauseReference) -> UnsafeMutablePointer<Bound> {
    UnsafeMutableRawPointer(words.pointer + Int(reference) + ClauseArena.headerSize).assumingMemoryBound(to: Bound.self)
  }

  /// The offset of the clause after this one, or nil after the last.
  func next(after reference: ClauseReference) -> ClauseReference? {
    let next = Int(reference) + ClauseArena.headerSize + 2 * size(reference)
    return next < words.count ? Int32(next) : nil
  }

  var first: ClauseReference? { words.isEmpty ? nil : 0 }

  mutating func removeAll() {
    words.removeAll()
    learnedCount = 0
    clauseCount = 0
  }

  var byteCount: Int { words.byteCount }
  /// Whether the offsets still fit their 32 bits with room to spare.
  var isNearlyFull: Bool { words.count > Int(Int32.max) / 2 }
}

/// A clause waiting for one of its two watched literals to fail.
struct Watch: BitwiseCopyable {
  /// The literal has failed once the limit of the list's variable is at most this.
  var threshold: Int32
  var clause: ClauseReference
  /// Another literal of the clause: while it holds, the clause need not be looked at.
  var blocker: Bound
}

extension Core {
  @inline(__always) mutating func watch(_ literal: Bound, of clause: ClauseReference, blocker: Bound) {
    // The literal s <= k fails when -s <= -k - 1.
    watches.append(Watch(threshold: -literal.limit &- 1, clause: clause, blocker: blocker), to: literal.signed ^ 1)
  }

  /// Adds a clause of the problem at the root. Returns false where the problem is then infeasible.
  mutating func addClause(_ literals: [Bound]) -> Bool {
    assert(level == 0)
    var kept: [Bound] = []
    for literal in literals {
      if holds(literal) { return true }
      if fails(literal) || kept.contains(literal) { continue }
      kept.append(literal)
    }
    switch kept.count {
    case 0: return false
    case 1: return set(kept[0], Reason(Reason.decision))
    default:
      let reference = arena.add(Column(kept), lbd: -1)
      watch(kept[0], of: reference, blocker: kept[1])
      watch(kept[1], of: reference, blocker: kept[0])
      return true
    }
  }

  mutating func addClause(_ truths: Truth...) -> Bool { addClause(truths.map { Bound($0) }) }

  /// Visits the clauses of which a watched literal fails now that `signed` went from `old` to its present limit.
  @inline(__always) mutating func propagateClauses(on signed: SignedVariable, from old: Int32) -> Bool {
    let list = watches[signed]
    guard let pointer = list.pointer else { return true }
    let limits = limit.pointer
    let new = limits[Int(signed)]
    let end = Int(list.count)
    work &+= end >> 3
    var read = 0
    var write = 0
    var isConsistent = true
    visit: while read < end {
      let entry = pointer[read]
      read &+= 1
      if entry.threshold < new || entry.threshold >= old
        || limits[Int(entry.blocker.signed)] <= entry.blocker.limit
      {
        pointer[write] = entry
        write &+= 1
        continue
      }
      let literals = arena.literals(entry.clause)
      let failed = Bound(signed ^ 1, -entry.threshold &- 1)
      if literals[0] == failed {
        literals[0] = literals[1]
        literals[1] = failed
      }
      let first = literals[0]
      let fresh = Watch(threshold: entry.threshold, clause: entry.clause, blocker: first)
      if first != entry.blocker && holds(first) {
        pointer[write] = fresh
        write &+= 1
        continue
      }
      let size = arena.size(entry.clause)
      var index = 2
      while index < size {
        let candidate = literals[index]
        if !fails(candidate) {
          literals[1] = candidate
          literals[index] = failed
          // Only a literal of another limit on the same variable stays in this list.
          if candidate.signed ^ 1 == signed {
            pointer[write] = Watch(threshold: -candidate.limit &- 1, clause: entry.clause, blocker: first)
            write &+= 1
          } else {
            watch(candidate, of: entry.clause, blocker: first)
          }
          continue visit
        }
        index &+= 1
      }
      pointer[write] = fresh
      write &+= 1
      if !set(first, Reason(Reason.clause, entry.clause)) {
        isConsistent = false
        break
      }
    }
    while read < end {
      pointer[write] = pointer[read]
      write &+= 1
      read &+= 1
    }
    watches.truncate(signed, to: Int32(truncatingIfNeeded: write))
    return isConsistent
  }
}
