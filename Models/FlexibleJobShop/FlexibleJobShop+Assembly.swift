/// The format of graphs in place of chains, of the assembly shops of Birgin and others (2014): the numbers of operations, precedences
/// and machines; for each precedence a line with the operation that is waited for and the one that waits; for each operation a line
/// with the number of machines that can do it and as many pairs of machine and duration. All are counted from 0.
extension FlexibleJobShop {
  static func readAssembly(_ scanner: inout TextScanner, name: String) throws(InputError) -> FlexibleJobShop {
    let count = try scanner.integer("the number of operations", in: 1...Int(Int32.max))
    try scanner.expectMore("the number of precedences")
    let precedences = try scanner.integer("the number of precedences", in: 0...Int(Int32.max))
    try scanner.expectMore("the number of machines")
    let machines = try scanner.integer("the number of machines", in: 1...maximumMachineCount)
    try scanner.expectLineEnd("the numbers of operations, precedences and machines")
    var draft = FlexibleDraft(machineCount: machines)
    for index in 0..<precedences {
      func what(_ role: String) -> String { "the operation that \(role) in precedence \(index), counted from 0" }
      let before = try scanner.integer(what("is waited for"), in: 0...count - 1)
      let offset = scanner.tokenStart
      try scanner.expectMore(what("waits"))
      let after = try scanner.integer(what("waits"), in: 0...count - 1)
      try scanner.expectLineEnd("precedence \(index)")
      draft.addPrecedence(before, after, at: offset)
    }
    for position in 0..<count {
      guard scanner.skipToToken() else {
        throw scanner.error("the file ends after \(position) of \(count) operations, expected a line for each")
      }
      draft.parts.operations.append(
        try draft.readModes(&scanner, of: "operation \(position)", firstMachine: 0))
      try scanner.expectLineEnd("the machines that can do operation \(position)")
    }
    try scanner.expectFileEnd("\(count) operations")
    return try draft.shop(named: name, scanner)
  }

  /// The instance as a graph of operations, job by job.
  ///
  /// It is read back as an equal one where every job hangs together, as those of both formats do.
  var assemblyText: String {
    let precedences = precedencesByPosition
    var text = "\(operationCount) \(precedences.count) \(machineCount)\n"
    for (before, after) in precedences { text += "\(before) \(after)\n" }
    for operation in operations { text += Self.modesText(operation, firstMachine: 0) + "\n" }
    return text
  }
}
