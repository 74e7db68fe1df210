import Synchronization

extension Core {
  /// Draws every inference there is. Returns false at a conflict, whose premises are then in `conflict`.
  ///
  /// Events first, in the order of the trail: clauses, then edges, then wake-ups. When there are none left, one propagator runs,
  /// the one that has waited longest, and events again. Where the stop flag is found set, it returns at once and sets `isInterrupted`; the
  /// search must then end.
  mutating func propagate() -> Bool {
    if pushedEdges < edges.count, !propagateNewEdges() { return false }
    cycleAlarm = head &+ eventsUntilCycleAlarm
    nextCycleSearch = cycleAlarm
    while true {
      while head < trail.count {
        let index = head
        head &+= 1
        work &+= 1
        statistics.events &+= 1
        if statistics.events & 4095 == 0, let stopFlag, stopFlag.isSet {
          isInterrupted = true
          return true
        }
        let event = trail[index]
        let signed = event.signed
        if !propagateClauses(on: signed, from: event.previousLimit) { return false }
        // A later event of the same variable will push further along the same edges.
        if lastEvent[signed] != Int32(truncatingIfNeeded: index) { continue }
        if index >= cycleAlarm {
          switch checkCycle(at: index) {
          case .goOn: break
          case .skip: continue
          case .conflict: return false
          }
        }
        if !propagateEdges(from: signed) { return false }
        if holds(signed), !propagateGuarded(by: signed) { return false }
        notify(signed)
      }
      guard let number = queue.next() else { return true }
      let flags = changes[number]
      changes[number] = 0
      statistics.propagatorRuns &+= 1
      if !propagators[Int(number)].propagate(&self, changes: flags) { return false }
    }
  }

  @inline(__always) private mutating func notify(_ signed: SignedVariable) {
    let list = wakeUps[signed]
    guard let pointer = list.pointer else { return }
    var index = 0
    while index < Int(list.count) {
      enqueue(pointer[index].propagator, flags: pointer[index].flags)
      index &+= 1
    }
  }

  @inline(__always) mutating func enqueue(_ propagator: Int32, flags: Int32) {
    if changes[propagator] == 0 { queue.append(propagator) }
    changes[propagator] |= flags
  }
}

/// Which propagator to run when which bound changes.
struct WakeUp: BitwiseCopyable {
  var propagator: Int32
  var flags: Int32
}

/// Propagators that wait for their turn, first come first served.
struct PropagatorQueue: ~Copyable {
  private var waiting = Column<Int32>()
  private var head = 0

  mutating func append(_ propagator: Int32) { waiting.append(propagator) }

  mutating func next() -> Int32? {
    guard head < waiting.count else { return nil }
    let propagator = waiting[head]
    head &+= 1
    if head == waiting.count {
      waiting.removeAll()
      head = 0
    }
    return propagator
  }

  /// Drops whatever waits: after a backtrack its causes are gone.
  mutating func clear(_ changes: inout Column<Int32>) {
    while head < waiting.count {
      changes[waiting[head]] = 0
      head &+= 1
    }
    waiting.removeAll()
    head = 0
  }
}

/// Asks long work on another thread to end.
final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  func set() { flag.store(true, ordering: .relaxed) }
  var isSet: Bool { flag.load(ordering: .relaxed) }
}
