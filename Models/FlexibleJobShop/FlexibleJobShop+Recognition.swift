extension FlexibleJobShop {
  /// The format that a text is in, as far as its shape tells; nil if nothing speaks for a flexible job shop.
  ///
  /// - A graph has three whole numbers on its first line and two on the next, or no precedences and then an operation.
  /// - Otherwise more than half of the lines behind the first must be jobs, number for number. If all are, and the text is a job shop in which
  ///   every job visits every machine once as well, it is that. Machines are counted from 0 where there is a machine 0 and none that
  ///   has the number of machines.
  ///
  /// - Complexity: O(bytes).
  static func recognizedFormat(of scanner: TextScanner) -> Format? {
    if hasGraph(scanner) { return .assembly }
    var text = scanner
    guard let size = try? text.shopSize(), (try? text.skipMeanFlexibility()) != nil else { return nil }
    var jobs = 0
    var lines = 0
    var machines = (lowest: Int.max, highest: 0)
    while text.skipToToken() {
      lines += 1
      if skipJob(&text, size.machines, &machines) { jobs += 1 }
      text.skipLine()
    }
    guard 2 * jobs > lines, !isClassicJobShop(scanner) else { return nil }
    return machines.lowest == 0 && machines.highest < size.machines ? .fjs0 : .fjs
  }

  private static func hasGraph(_ scanner: TextScanner) -> Bool {
    var text = scanner
    guard text.tokensOnLine() == 3 else { return false }
    var numbers: [Int] = []
    for _ in 0..<3 {
      guard let number = try? text.integer("", in: 0...Int(Int32.max)) else { return false }
      numbers.append(number)
    }
    text.skipLine()
    guard text.skipToToken() else { return false }
    let width = text.tokensOnLine()
    guard let first = try? text.integer("", in: 0...Int(Int32.max)) else { return false }
    return numbers[1] > 0 ? width == 2 : width == 1 + 2 * first
  }

  /// Moves over the numbers of a job as far as they are one; returns whether they end with the line.
  private static func skipJob(
    _ text: inout TextScanner, _ machineCount: Int, _ machines: inout (lowest: Int, highest: Int)
  ) -> Bool {
    func next(_ range: ClosedRange<Int>) -> Int? {
      text.isAtLineEnd() ? nil : try? text.integer("", in: range)
    }
    guard let operations = next(1...Int(Int32.max)) else { return false }
    for _ in 0..<operations {
      guard let modes = next(1...machineCount) else { return false }
      for _ in 0..<modes {
        guard let machine = next(0...machineCount), next(0...maximumTotalDuration) != nil else { return false }
        machines = (min(machines.lowest, machine), max(machines.highest, machine))
      }
    }
    return text.isAtLineEnd()
  }

  private static func isClassicJobShop(_ scanner: TextScanner) -> Bool {
    guard let shops = try? JobShop.instances(bytes: scanner.bytes, name: "") else { return false }
    return shops.allSatisfy { shop in
      shop.jobs.allSatisfy { job in
        job.operations.count == shop.machineCount && Set(job.operations.map(\.machine)).count == shop.machineCount
      }
    }
  }
}
