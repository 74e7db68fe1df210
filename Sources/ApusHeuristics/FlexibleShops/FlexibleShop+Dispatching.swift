import ApusStructure

extension FlexibleShop {
  /// The schedule that a rule makes. Operations of equal keys go in order of their numbers.
  ///
  /// Complexity: O(*operations* · *modes of the operations that wait for nothing more*).
  public func schedule(by rule: FlexibleRule) -> FlexibleSchedule {
    let rest = rule == .lt ? tails : []
    var machineFree = [Int32](repeating: 0, count: machineCount)
    var ready = release
    var waitsFor = (0..<operationCount).map { predecessors.places(of: $0).count }
    var waiting = (0..<operationCount).filter { waitsFor[$0] == 0 }
    var mode = [Int32](repeating: 0, count: operationCount)
    var start = ready
    func end(_ choice: Int, _ operation: Int) -> Int32 {
      max(ready[operation], machineFree[Int(modes.machine[choice])]) + modes.duration[choice]
    }
    while !waiting.isEmpty {
      var first = (place: 0, end: Int32.max)
      for (place, operation) in waiting.enumerated() {
        let choice = modes.of(operation).min { (end($0, operation), $0) < (end($1, operation), $1) }!
        mode[operation] = Int32(choice)
        let end = end(choice, operation)
        if (end, operation) < (first.end, waiting[first.place]) { first = (place, end) }
      }
      var place = first.place
      if rule == .lt {
        // Giffler and Thompson's conflict set: what could begin before the first of them is over.
        let machine = modes.machine[Int(mode[waiting[first.place]])]
        for (other, operation) in waiting.enumerated() where modes.machine[Int(mode[operation])] == machine {
          let isBetter = (-rest[operation], operation) < (-rest[waiting[place]], waiting[place])
          if isBetter, max(ready[operation], machineFree[Int(machine)]) < first.end { place = other }
        }
      }
      let operation = waiting.remove(at: place)
      let choice = Int(mode[operation])
      let over = end(choice, operation)
      start[operation] = over - modes.duration[choice]
      machineFree[Int(modes.machine[choice])] = over
      for place in successors.places(of: operation) {
        let next = Int(successors.operation[place])
        ready[next] = max(ready[next], over)
        waitsFor[next] -= 1
        if waitsFor[next] == 0 { waiting.append(next) }
      }
    }
    return FlexibleSchedule(self, mode: mode, start: start)
  }
}
