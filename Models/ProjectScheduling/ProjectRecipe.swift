extension ProjectScheduling.Recipe {
  /// Refuses what cannot be generated, by name.
  func check(_ name: String) throws(InputError) {
    func refuse(_ what: String, _ expected: String) -> InputError {
      InputError(file: name, message: "\(what), expected \(expected)")
    }
    func check(_ value: Int, _ what: String, _ range: ClosedRange<Int>) throws(InputError) {
      guard !range.contains(value) else { return }
      throw refuse("\(what) is \(value)", "\(range.lowerBound) to \(range.upperBound)")
    }
    try check(tasks, "the number of tasks", 1...ProjectScheduling.maximumGenerated)
    try check(resources, "the number of resources", 0...100)
    try check(durations.lowerBound, "the least duration", 0...1_000_000)
    try check(durations.upperBound, "the greatest duration", 0...1_000_000)
    try check(demands.lowerBound, "the least demand", 1...1_000_000)
    try check(demands.upperBound, "the greatest demand", 1...1_000_000)
    try check(endTasks, "the number of tasks at either end", 1...ProjectScheduling.maximumGenerated)
    try check(maximumDegree, "the most successors of a task", 1...ProjectScheduling.maximumGenerated)
    for (value, what) in [(resourceFactor, "the resource factor"), (resourceStrength, "the resource strength")] {
      guard (0...1).contains(value) else { throw refuse("\(what) is \(value)", "0 to 1") }
    }
    guard networkComplexity > 0, networkComplexity <= 1000 else {
      throw refuse("the network complexity is \(networkComplexity)", "a number above 0, some 1.5 to 2.1")
    }
  }

  /// For each task its demands. As many of them as the resource factor says are not 0; where there are enough, every task has one.
  func randomDemands(_ random: inout TaillardRandom) -> [[Int]] {
    var rows = Array(repeating: [Int](repeating: 0, count: resources), count: tasks)
    let cells = tasks * resources
    var wanted = Int((resourceFactor * Double(cells)).rounded())
    guard wanted > 0 else { return rows }
    var order = Array(0..<cells)
    for position in order.indices { order.swapAt(position, random.unif(position, cells - 1)) }
    func fill(_ cell: Int) {
      rows[cell / resources][cell % resources] = random.unif(demands.lowerBound, demands.upperBound)
      wanted -= 1
    }
    if wanted >= tasks {
      for task in 0..<tasks { fill(task * resources + random.unif(0, resources - 1)) }
    }
    for cell in order where wanted > 0 && rows[cell / resources][cell % resources] == 0 { fill(cell) }
    return rows
  }
}
