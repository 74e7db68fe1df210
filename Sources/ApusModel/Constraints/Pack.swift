/// Items in bins: in no bin do the sizes of its items add up to more than the bin has, in any of several resources.
///
/// The bin of an item is the value of an integer variable, counted from 0. An item whose value is not the number of a bin is in none and needs
/// no room, so a domain of `-1...bins - 1` makes it optional:
///
/// ```swift
/// let place = pods.map { model.integer(-1...nodes.count - 1, $0.name) }
/// model.require("nodes") {
///   Pack(zip(place, pods).map { Pack.Item($0, sizes: [$1.cpu, $1.memory]) }, into: nodes.map { [$0.cpu, $0.memory] })
/// }
/// ```
///
/// Sizes are of 64 bits, so bytes need no coarser unit.
public struct Pack: Sendable, Hashable {
  /// The variable of each item.
  public var items: [Int32]
  /// The number of resources.
  public var resourceCount: Int
  /// What each item needs, resource by resource within an item.
  public var sizes: [Int]
  /// What each bin has, resource by resource within a bin.
  public var capacities: [Int]
  /// For each item a place in ``choices``; -1 where it may be in any bin.
  public var choice: [Int32]
  /// Sets of bins, each in increasing order.
  public var choices: [[Int32]]

  /// An item to be packed.
  public struct Item: Sendable {
    /// The index of the variable, -1 where the expression is none.
    fileprivate let variable: Int32
    fileprivate let sizes: [Int]
    fileprivate let bins: [Int]?

    /// An item whose bin is the value of a variable.
    ///
    /// - Parameters:
    ///   - sizes: What it needs of each resource, not negative.
    ///   - bins: The bins that it may be in, in increasing order; nil for all. In none it may be wherever its domain allows.
    public init(_ variable: IntegerExpression, sizes: [Int], in bins: [Int]? = nil) {
      self.variable = variable.variable ?? -1
      self.sizes = sizes
      self.bins = bins
    }
  }

  /// Packs items into bins, given by what they have of each resource.
  ///
  /// An item that is listed twice, a negative size or capacity and sizes whose sum leaves 64 bits are refused when the model is validated.
  public init(_ items: [Item], into bins: [[Int]]) {
    let resourceCount = bins.first?.count ?? items.first?.sizes.count ?? 0
    var places: [[Int]: Int32] = [:]
    var choices: [[Int32]] = []
    let choice = items.map { item -> Int32 in
      guard let bins = item.bins else { return -1 }
      if let place = places[bins] { return place }
      places[bins] = Int32(choices.count)
      choices.append(bins.map { Int32(clamping: $0) })
      return Int32(choices.count - 1)
    }
    self.init(
      items: items.map(\.variable), resourceCount: resourceCount, sizes: items.flatMap(\.sizes),
      capacities: bins.flatMap { $0 }, choice: choice, choices: choices)
  }

  public init(
    items: [Int32], resourceCount: Int, sizes: [Int], capacities: [Int], choice: [Int32], choices: [[Int32]]
  ) {
    self.items = items
    self.resourceCount = resourceCount
    self.sizes = sizes
    self.capacities = capacities
    self.choice = choice
    self.choices = choices
  }

  /// The number of bins.
  public var binCount: Int { resourceCount == 0 ? 0 : capacities.count / resourceCount }

  /// Whether an item may be in a bin. Complexity: O(log *bins*).
  public func allows(_ item: Int, in bin: Int) -> Bool {
    guard choice[item] >= 0 else { return true }
    let bins = choices[Int(choice[item])]
    var low = 0
    var high = bins.count
    while low < high {
      let middle = (low + high) / 2
      if bins[middle] < bin { low = middle + 1 } else { high = middle }
    }
    return low < bins.count && bins[low] == bin
  }
}

extension IntegerExpression {
  /// The index of the variable that the expression is, nil where it is more or less than one.
  var variable: Int32? {
    guard terms.count == 1, terms[0].coefficient == 1, constant == 0, case .integer(let index) = terms[0].operand else {
      return nil
    }
    return index
  }
}
