import ApusStructure

/// Builds an active schedule: no operation could start earlier without another starting later.
///
/// The operation that could be completed earliest names a machine; of those that could start there before that completion, the
/// one with the least key starts, then the job with the smaller index. B. Giffler, G. L. Thompson, "Algorithms for solving
/// production-scheduling problems", Operations Research 8 (1960).
///
/// All that compete once are ready when the machine is next free, so an operation moves from *coming* to *ready* once.
/// Complexity: O(*operations* log *operations*), with rules that look at all that wait O(*operations* · *waiting*).
struct ActiveBuilder {
  private let shop: Shop
  private let jobs: [Int32]
  private var chooser: Chooser
  private var start: [Int32]
  /// When the job of an operation gets there.
  private var ready: [Int]
  private var state: [State]
  private var machines: [Machine]
  private var offers = BinaryHeap<Offer>()

  private enum State: UInt8 { case unknown, coming, ready, started }

  private struct Machine {
    /// The end of the last operation.
    var free = Int.min
    var edition: Int32 = 0
    var pool = ReadyPool()
    /// Ready operations by duration, coming ones by completion and by readiness; some may have changed state since.
    var readyByDuration = BinaryHeap<Offer>()
    var comingByCompletion = BinaryHeap<Offer>()
    var comingByReady = BinaryHeap<Offer>()
  }

  /// An operation with its earliest completion and start.
  private struct Offer: Comparable {
    var completion: Int
    var start: Int
    var operation: Int32
    var edition: Int32 = 0

    // Among equal completions the earliest start, or an operation without duration could take the place of a longer one.
    static func < (left: Offer, right: Offer) -> Bool {
      if left.completion != right.completion { return left.completion < right.completion }
      return left.start == right.start ? left.operation < right.operation : left.start < right.start
    }
  }

  private init(_ shop: Shop, _ chooser: Chooser) {
    self.shop = shop
    self.chooser = chooser
    jobs = shop.jobs
    start = [Int32](repeating: 0, count: shop.operationCount)
    ready = [Int](repeating: 0, count: shop.operationCount)
    state = [State](repeating: .unknown, count: shop.operationCount)
    machines = [Machine](repeating: Machine(), count: shop.machineCount)
  }

  /// The starts of all operations; the chooser is given back as it is afterwards.
  static func build(_ shop: Shop, _ chooser: inout Chooser) -> [Int32] {
    var builder = ActiveBuilder(shop, chooser)
    builder.run()
    chooser = builder.chooser
    return builder.start
  }

  private mutating func run() {
    for job in 0..<shop.jobCount {
      let first = Int(shop.jobStart[job])
      announce(first, ready: Int(shop.release[first]))
    }
    for machine in machines.indices { offer(machine) }
    while let best = offers.popFirst() {
      let machine = Int(shop.machine[Int(best.operation)])
      if best.edition == machines[machine].edition { dispatch(machine, best) }
    }
  }

  /// Tells the machine of an operation that its job gets there at `time`.
  private mutating func announce(_ operation: Int, ready time: Int) {
    ready[operation] = time
    let machine = Int(shop.machine[operation])
    if time <= machines[machine].free {
      makeReady(Int32(operation), machine)
    } else {
      state[operation] = .coming
      let completion = time + Int(shop.duration[operation])
      machines[machine].comingByCompletion.insert(
        Offer(completion: completion, start: time, operation: Int32(operation)))
      machines[machine].comingByReady.insert(Offer(completion: time, start: time, operation: Int32(operation)))
    }
  }

  private mutating func makeReady(_ operation: Int32, _ machine: Int) {
    state[Int(operation)] = .ready
    machines[machine].pool.insert(operation, ready: ready[Int(operation)], chooser)
    machines[machine].readyByDuration.insert(
      Offer(completion: Int(shop.duration[Int(operation)]), start: 0, operation: operation))
  }

  /// Makes ready what gets to the machine up to `time`.
  private mutating func admit(through time: Int, _ machine: Int) {
    while let next = machines[machine].comingByReady.first, next.start <= time {
      _ = machines[machine].comingByReady.popFirst()
      if state[Int(next.operation)] == .coming { makeReady(next.operation, machine) }
    }
  }

  /// Offers the operation that the machine could complete earliest.
  private mutating func offer(_ machine: Int) {
    machines[machine].edition &+= 1
    while let first = machines[machine].readyByDuration.first, state[Int(first.operation)] != .ready {
      _ = machines[machine].readyByDuration.popFirst()
    }
    while let first = machines[machine].comingByCompletion.first, state[Int(first.operation)] != .coming {
      _ = machines[machine].comingByCompletion.popFirst()
    }
    var best = machines[machine].comingByCompletion.first
    if let shortest = machines[machine].readyByDuration.first {
      let free = machines[machine].free
      let offer = Offer(completion: free + shortest.completion, start: free, operation: shortest.operation)
      if best.map({ offer < $0 }) ?? true { best = offer }
    }
    guard var best else { return }
    best.edition = machines[machine].edition
    offers.insert(best)
  }

  /// Starts one of the operations that compete with `best` for the machine.
  private mutating func dispatch(_ machine: Int, _ best: Offer) {
    let operation: Int
    if best.completion == machines[machine].free {
      // Without duration, and ready: nothing starts before its completion.
      machines[machine].pool.remove(best.operation, chooser)
      operation = Int(best.operation)
    } else {
      admit(through: best.completion - 1, machine)
      if state[Int(best.operation)] == .coming { makeReady(best.operation, machine) }
      guard let choice = machines[machine].pool.choose(at: best.start, &chooser) else { return }
      machines[machine].pool.removeChoice(chooser)
      operation = Int(choice.operation)
    }
    state[operation] = .started
    let begin = Swift.max(ready[operation], machines[machine].free)
    let end = begin + Int(shop.duration[operation])
    start[operation] = Int32(begin)
    machines[machine].free = end
    admit(through: end, machine)
    if operation + 1 < shop.jobStart[Int(jobs[operation]) + 1] {
      announce(operation + 1, ready: Swift.max(end, Int(shop.release[operation + 1])))
      let next = Int(shop.machine[operation + 1])
      if next != machine { offer(next) }
    }
    offer(machine)
  }
}
