import ApusModel

/// Which part of a solution may change. The rest is kept:
///
/// - of two kept tasks that follow each other in a sequence once the free ones are left out, the first goes first; they may shift in time,
/// - of two kept tasks that hand on units of a resource, once the free ones are left out, the first ends before the second starts,
/// - an interval that is kept stays present or absent,
/// - an integer variable that is kept, and not dependent, keeps its value.
struct Relaxation: Sendable, Equatable {
  /// By interval: whether its places in its sequences, and its presence, are open.
  private(set) var isFreeInterval: [Bool]
  /// By integer variable: whether its value is open.
  private(set) var isFreeInteger: [Bool]
  /// By sequence: whether all its orders are open.
  private(set) var isFreeSequence: [Bool]
  /// The chance of each order that would be kept to be left open all the same.
  var shareOfOrdersDropped = 0.0
  /// Whether free tasks stay between the kept ones that are next to them in the solution, so that they only change places among
  /// themselves.
  var staysInPlace = false
  /// The ticks in which free tasks that are absent may come in, where the others stay in place; nil for anywhere.
  var window: ClosedRange<Int>?

  /// Keeps everything.
  init(_ structure: NeighbourhoodStructure) {
    isFreeInterval = [Bool](repeating: false, count: structure.intervalCount)
    isFreeInteger = [Bool](repeating: false, count: structure.integerCount)
    isFreeSequence = [Bool](repeating: false, count: structure.sequences.count)
  }

  /// Frees an interval, and the variables that decide its presence or are joined with that by a small constraint, such as those of the
  /// alternatives to it.
  mutating func free(interval: Int32, _ structure: NeighbourhoodStructure) {
    isFreeInterval[Int(interval)] = true
    freeNeighbours(of: interval, structure)
    let presence = structure.presenceVariable[Int(interval)]
    if presence >= 0 { freeNeighbours(of: Int32(structure.intervalCount) + presence, structure) }
  }

  mutating func free(integer: Int32) { isFreeInteger[Int(integer)] = true }

  mutating func free(item: Int32, _ structure: NeighbourhoodStructure) {
    let first = Int32(structure.intervalCount)
    if item < first { free(interval: item, structure) } else { free(integer: item - first) }
  }

  mutating func free(sequence: Int, _ structure: NeighbourhoodStructure) {
    isFreeSequence[sequence] = true
    for interval in structure.sequences[sequence] { free(interval: interval, structure) }
  }

  private static let smallConstraint = 10

  private mutating func freeNeighbours(of item: Int32, _ structure: NeighbourhoodStructure) {
    let first = Int32(structure.intervalCount)
    for edge in structure.constraints.edges(of: item) {
      let members = structure.constraints.members(of: edge)
      guard members.count <= Self.smallConstraint else { continue }
      for member in members where member >= first { isFreeInteger[Int(member - first)] = true }
    }
  }

  /// Whether the interval keeps its presence and its order among other kept ones.
  func keeps(interval: Int32, _ structure: NeighbourhoodStructure) -> Bool {
    let presence = structure.presenceVariable[Int(interval)]
    return !isFreeInterval[Int(interval)] && (presence < 0 || !isFreeInteger[Int(presence)])
  }
}
