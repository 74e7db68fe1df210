import ApusStructure

/// Builds a non-delay schedule: no machine idles while an operation waits for it.
///
/// Of all operations that could start earliest, the one with the least key starts, then the job with the smaller index. Events
/// are processed in order of time, so that what waits for a machine is always known. Complexity: O(*operations* log
/// *operations*), with rules that look at all that wait O(*operations* · *waiting*).
struct NonDelayBuilder {
  private let shop: Shop
  private let jobs: [Int32]
  private var chooser: Chooser
  private var start: [Int32]
  private var pools: [ReadyPool]
  /// The end of the last operation of every machine.
  private var free: [Int]
  /// How often what waits for a machine has changed; an offer of an earlier edition is void.
  private var edition: [Int32]
  private var events = BinaryHeap<Event>()
  private var offers = BinaryHeap<Offer>()

  /// A machine is free, or an operation ready, at a time.
  private struct Event: Comparable {
    var time: Int
    /// An operation, or the complement of a machine.
    var code: Int32

    static func < (left: Event, right: Event) -> Bool { left.time < right.time }
  }

  /// What a free machine would do now.
  private struct Offer: Comparable {
    var candidate: Candidate
    var machine: Int32
    var edition: Int32

    static func < (left: Offer, right: Offer) -> Bool { left.candidate < right.candidate }
  }

  private init(_ shop: Shop, _ chooser: Chooser) {
    self.shop = shop
    self.chooser = chooser
    jobs = shop.jobs
    start = [Int32](repeating: 0, count: shop.operationCount)
    pools = [ReadyPool](repeating: ReadyPool(), count: shop.machineCount)
    free = [Int](repeating: .min, count: shop.machineCount)
    edition = [Int32](repeating: 0, count: shop.machineCount)
  }

  /// The starts of all operations; the chooser is given back as it is afterwards.
  static func build(_ shop: Shop, _ chooser: inout Chooser) -> [Int32] {
    var builder = NonDelayBuilder(shop, chooser)
    builder.run()
    chooser = builder.chooser
    return builder.start
  }

  private mutating func run() {
    for job in 0..<shop.jobCount {
      events.insert(Event(time: Int(shop.release[Int(shop.jobStart[job])]), code: shop.jobStart[job]))
    }
    var touched: [Int] = []
    while let time = events.first?.time {
      touched.removeAll(keepingCapacity: true)
      while let event = events.first, event.time == time {
        _ = events.popFirst()
        if event.code >= 0 {
          admit(event.code, at: time)
          touched.append(Int(shop.machine[Int(event.code)]))
        } else {
          touched.append(Int(~event.code))
        }
      }
      // A machine touched twice makes two offers, of which the first that is taken voids the other.
      for machine in touched { offer(machine, at: time) }
      while let best = offers.popFirst() {
        let machine = Int(best.machine)
        if best.edition == edition[machine], free[machine] <= time { dispatch(best.candidate.operation, at: time) }
      }
    }
  }

  private mutating func admit(_ operation: Int32, at time: Int) {
    let machine = Int(shop.machine[Int(operation)])
    pools[machine].insert(operation, ready: time, chooser)
    edition[machine] &+= 1
  }

  private mutating func offer(_ machine: Int, at time: Int) {
    guard free[machine] <= time else { return }
    edition[machine] &+= 1
    guard let candidate = pools[machine].choose(at: time, &chooser) else { return }
    offers.insert(Offer(candidate: candidate, machine: Int32(machine), edition: edition[machine]))
  }

  private mutating func dispatch(_ operation: Int32, at time: Int) {
    let index = Int(operation)
    let machine = Int(shop.machine[index])
    pools[machine].removeChoice(chooser)
    edition[machine] &+= 1
    start[index] = Int32(time)
    let end = time + Int(shop.duration[index])
    free[machine] = end
    if end > time { events.insert(Event(time: end, code: ~Int32(machine))) }
    if index + 1 < shop.jobStart[Int(jobs[index]) + 1] {
      let ready = Swift.max(end, Int(shop.release[index + 1]))
      if ready > time {
        events.insert(Event(time: ready, code: operation + 1))
      } else {
        admit(operation + 1, at: time)
        let next = Int(shop.machine[index + 1])
        if next != machine { offer(next, at: time) }
      }
    }
    if end == time { offer(machine, at: time) }
  }
}
