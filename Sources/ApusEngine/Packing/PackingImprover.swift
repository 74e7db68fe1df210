import ApusModel
import ApusStructure

/// Better packings of a model that is one: it improves and proves nothing.
///
/// To pack more, the packing gets one item more of the tier that is counted, in the bin that it overfills least, and is repaired
/// (``PackingRepair``). To disturb less, items that are not at home are put there again, and the packing is repaired.
final class PackingImprover: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let model: PackingModel
  private let packing: Packing
  private let scales: [Double]
  private var random: SplitMix64
  private var bins: [Int] = []
  /// The value of `bins`.
  private var known = Int.max
  /// Attempts since the last success.
  private var round = 0
  private(set) var workDone = 0
  private var moves = 0

  /// Steps of repair that take about as long as a tick of work.
  private static let stepsPerTick = 8
  /// What a node of an exact repacking costs.
  private static let ticksPerNode = 10

  init(_ model: PackingModel, name: String, seed: UInt64) {
    self.model = model
    self.name = name
    packing = model.packing
    scales = packing.scales
    random = SplitMix64(seed: seed)
  }

  func run(work: Int, board: Board) -> Bool {
    let end = workDone + work
    while workDone < end, !board.isStopped {
      if board.value < known, let solution = board.current.solution {
        bins = model.bins(of: solution)
        known = board.value
        round = 0
      }
      if known == Int.max {
        bins = packing.firstFit(tiers: 0..<model.floors.count)
        guard model.isFeasible(bins) else { return false }
        offer(bins, board)
        continue
      }
      switch model.aim {
      case .count: packMore(board)
      case .disturbance: disturbLess(board)
      }
      round += 1
    }
    return true
  }

  private func offer(_ found: [Int], _ board: Board) {
    bins = found
    known = model.value(of: found)
    board.offer(model.solution(of: found), value: known, by: name)
  }

  // MARK: More items

  private func packMore(_ board: Board) {
    let count = model.count(ofValue: known)
    let tier = model.floors.count - 1
    let isWaiting = bins.indices.contains { packing.tier[$0] == tier && bins[$0] < 0 }
    guard isWaiting else { return board.raise(bound: known, by: name) }
    // By little disturbance first, then by force: all that may be possible at once, or one more.
    if round % 4 == 0, packMoreInWindow(tier, board) { return }
    let bound = board.current.bound
    let wanted = round == 0 && bound > Int.min ? max(count + 1, model.count(ofValue: bound)) : count + 1
    let start = grown(tier, by: wanted - count)
    repair(start, moves: 200 << min(round, 6), disturbanceWeight: round < 4 ? 0.01 : 0, board)
  }

  /// Looks for two or three bins that have room for one item more of a tier when they are packed anew.
  private func packMoreInWindow(_ tier: Int, _ board: Board) -> Bool {
    let resources = packing.resourceCount
    let free = packing.freeRoom(bins)
    let members = membersOfBins
    let waiting = bins.indices.filter { packing.tier[$0] == tier && bins[$0] < 0 }
      .map { (item: $0, weight: packing.weight($0, scales)) }.sorted { ($0.weight, $0.item) < ($1.weight, $1.item) }
    for width in 2...3 where packing.binCount >= width {
      var tries = 0
      for (item, _) in waiting.prefix(8) {
        var misses = 0
        while misses < 200, tries < 120, !board.isStopped {
          let window = randomBins(width)
          let hasRoom = (0..<resources).allSatisfy { resource in
            window.reduce(0) { $0 + free[$1 * resources + resource] } >= packing.size[item * resources + resource]
          }
          guard hasRoom else {
            misses += 1
            continue
          }
          tries += 1
          let part = PackingWindow(packing, bins, window: window, members: members, waiting: [item])
          let found = part.repacked(extra: tier, limit: part.cost + 2 * width, nodes: 400)
          workDone += 10 + found.nodes * Self.ticksPerNode
          guard let better = found.bins else { continue }
          round = -1
          offer(better, board)
          return true
        }
      }
    }
    return false
  }

  private var membersOfBins: [[Int32]] {
    var members: [[Int32]] = Array(repeating: [], count: packing.binCount)
    for item in bins.indices where bins[item] >= 0 { members[bins[item]].append(Int32(item)) }
    return members
  }

  private func randomBins(_ count: Int) -> [Int] {
    var chosen: [Int] = []
    while chosen.count < min(count, packing.binCount) {
      let bin = Int(random.next() % UInt64(packing.binCount))
      if !chosen.contains(bin) { chosen.append(bin) }
    }
    return chosen
  }

  /// The packing with more items of a tier, each in the bin that it overfills least.
  private func grown(_ tier: Int, by number: Int) -> [Int] {
    var grown = bins
    var free = packing.freeRoom(bins)
    let waiting = grown.indices.filter { packing.tier[$0] == tier && grown[$0] < 0 }
    var sorted = waiting.map { (item: $0, weight: packing.weight($0, scales)) }
      .sorted { ($0.weight, $0.item) < ($1.weight, $1.item) }.map(\.item)
    for _ in 0..<min(number, sorted.count) {
      // One of the three smallest.
      let item = sorted.remove(at: Int(random.next() % UInt64(min(3, sorted.count))))
      let bin = roomiestBin(item, free)
      guard bin >= 0 else { continue }
      grown[item] = bin
      for resource in 0..<packing.resourceCount {
        free[bin * packing.resourceCount + resource] -= packing.size[item * packing.resourceCount + resource]
      }
    }
    return grown
  }

  /// The bin that an item overfills least, -1 where it may be in none.
  private func roomiestBin(_ item: Int, _ free: [Int]) -> Int {
    let resources = packing.resourceCount
    var best = -1
    var bestRoom = -Double.infinity
    for bin in packing.binsRange where packing.allows(item, in: bin) {
      var room = Double.infinity
      for resource in 0..<resources {
        let left = Double(free[bin * resources + resource] - packing.size[item * resources + resource])
        room = min(room, left / Double(max(1, packing.capacity[bin * resources + resource])))
      }
      if room > bestRoom {
        bestRoom = room
        best = bin
      }
    }
    return best
  }

  // MARK: Less disturbance

  private func disturbLess(_ board: Board) {
    for _ in 0..<40 where !board.isStopped && board.value >= known { repackWindow(board) }
    repair(homeward(all: round % 4 == 0), moves: 600, disturbanceWeight: 0.02 + 0.1 * random.nextUnit(), board)
  }

  /// Packs anew the home and the bin of an item that is not at home, bins that are joined to these by others, and some more.
  private func repackWindow(_ board: Board) {
    let away = bins.indices.filter { packing.disturbance($0, in: bins[$0]) > 0 }
    guard !away.isEmpty else { return }
    let width = 2 + Int(random.next() % 4)
    var window: [Int] = []
    func add(_ bin: Int) { if bin >= 0, window.count < width, !window.contains(bin) { window.append(bin) } }
    let seed = away[Int(random.next() % UInt64(away.count))]
    add(packing.home[seed])
    add(bins[seed])
    if random.next() % 3 > 0 {
      for item in away where window.contains(bins[item]) || window.contains(packing.home[item]) {
        if random.next() % 2 == 0 { continue }
        add(bins[item])
        add(packing.home[item])
      }
    }
    for bin in randomBins(width) { add(bin) }
    var waiting = bins.indices.filter { bins[$0] < 0 && packing.home[$0] >= 0 && window.contains(packing.home[$0]) }
    // Others that wait may come instead of those that go.
    let others = bins.indices.filter { bins[$0] < 0 && packing.home[$0] < 0 }
    if !others.isEmpty {
      for _ in 0..<min(2, others.count) {
        let item = others[Int(random.next() % UInt64(others.count))]
        if !waiting.contains(item) { waiting.append(item) }
      }
    }
    let part = PackingWindow(packing, bins, window: window, members: membersOfBins, waiting: waiting)
    // As good as now is welcome too: it leads elsewhere.
    let limit = part.cost - (random.next() % 4 == 0 ? 0 : 1)
    guard limit >= 0 else { return }
    let found = part.repacked(limit: limit, nodes: 3000)
    workDone += 20 + packing.itemCount / 8 + found.nodes * Self.ticksPerNode
    guard let better = found.bins else { return }
    let value = packing.disturbance(of: better)
    if value < known {
      offer(better, board)
    } else if value == known {
      bins = better
    }
  }

  /// The packing with all, or some, of the items that are not at home put there again; the numbers are kept by exchanges with the unpacked.
  private func homeward(all: Bool) -> [Int] {
    var changed = bins
    for item in changed.indices where packing.home[item] >= 0 && changed[item] != packing.home[item] {
      guard all || random.next() % 2 == 0 else { continue }
      if changed[item] < 0 {
        // Somebody of its tier who has no home makes way.
        let others = changed.indices.filter {
          changed[$0] >= 0 && packing.home[$0] < 0 && packing.tier[$0] == packing.tier[item]
        }
        guard !others.isEmpty else { continue }
        changed[others[Int(random.next() % UInt64(others.count))]] = -1
      }
      changed[item] = packing.home[item]
    }
    return changed
  }

  // MARK: Repair

  private func repair(_ start: [Int], moves: Int, disturbanceWeight: Double, _ board: Board) {
    var repair = PackingRepair(packing, from: start, disturbanceWeight: disturbanceWeight, seed: random.next())
    let known = known
    let isRepaired = repair.run(moves: moves) { board.isStopped || board.value < known }
    workDone += packing.itemCount + repair.steps / Self.stepsPerTick
    self.moves += repair.moves
    guard isRepaired else { return }
    let value = model.value(of: repair.bins)
    if value < known {
      round = -1
      offer(repair.bins, board)
    } else if value == known {
      bins = repair.bins
    }
  }

  var byteCount: Int { packing.itemCount * 64 + packing.admits.count }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    result.moves = moves
    return result
  }
}
