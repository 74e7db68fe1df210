import ApusModel

/// The machines of a shop: which `NoOverlap` every interval belongs to.
struct ShopMachines {
  /// The machine of every interval.
  private(set) var machine: [Int32]
  /// The `NoOverlap` constraint of every machine, or -1 for the machine of a single interval that none mentions.
  private(set) var noOverlap: [Int32] = []
  /// The constraints that lost an interval to an earlier one and say more than what is left of them.
  private(set) var leftOut: [Int] = []

  /// Finds the machines, or nil where there is no `NoOverlap` or one lists an interval twice or one that does not exist.
  ///
  /// An interval belongs to the first constraint that lists it beside others, or else to the first that lists it alone. A
  /// constraint whose intervals all belong to one earlier machine says nothing new and is absorbed.
  /// Complexity: linear in the members.
  init?(_ data: ModelData) {
    machine = [Int32](repeating: -1, count: data.intervals.count)
    var hasCompany = [Bool](repeating: false, count: data.intervals.count)
    for case .noOverlap(let members) in data.constraints {
      for interval in members.intervals.lazy.map(Int.init) {
        guard hasCompany.indices.contains(interval) else { return nil }
        if members.intervals.count > 1 { hasCompany[interval] = true }
      }
    }
    var lastSeen = [Int32](repeating: -1, count: data.intervals.count)
    for (index, constraint) in data.constraints.enumerated() {
      guard case .noOverlap(let members) = constraint else { continue }
      if members.intervals.count == 1, hasCompany[Int(members.intervals[0])] { continue }
      let fresh = Int32(noOverlap.count)
      var gained = 0
      var owner: Int32?
      var hasSeveralOwners = false
      for interval in members.intervals.lazy.map(Int.init) {
        guard lastSeen[interval] != index else { return nil }
        lastSeen[interval] = Int32(index)
        if machine[interval] < 0 {
          machine[interval] = fresh
          gained += 1
        }
        if let owner, owner != machine[interval] { hasSeveralOwners = true }
        owner = machine[interval]
      }
      if gained > 0 || members.intervals.isEmpty { noOverlap.append(Int32(index)) }
      if hasSeveralOwners { leftOut.append(index) }
    }
    if noOverlap.isEmpty { return nil }
    for interval in machine.indices where machine[interval] < 0 {
      machine[interval] = Int32(noOverlap.count)
      noOverlap.append(-1)
    }
  }
}
