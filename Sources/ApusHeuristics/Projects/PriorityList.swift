import ApusStructure

extension Project {
  /// A list of all tasks, each after what it waits for: of those that might be next, always the chosen one. The serial scheme makes a
  /// schedule of it.
  ///
  /// Complexity: O(*tasks* · *candidates* + *links*).
  func list(by chooser: inout PriorityChooser) -> [Int32] {
    var waitsFor = (0..<taskCount).map { predecessors.places(of: $0).count }
    var candidates = (0..<Int32(taskCount)).filter { waitsFor[Int($0)] == 0 }
    var list: [Int32] = []
    list.reserveCapacity(taskCount)
    while !candidates.isEmpty {
      let choice = chooser.choose(among: candidates)
      let task = candidates[choice]
      candidates.swapAt(choice, candidates.count - 1)
      candidates.removeLast()
      list.append(task)
      for place in successors.places(of: Int(task)) {
        let next = Int(successors.task[place])
        waitsFor[next] -= 1
        if waitsFor[next] == 0 { candidates.append(Int32(next)) }
      }
    }
    return list
  }
}
