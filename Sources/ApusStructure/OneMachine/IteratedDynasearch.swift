import ApusModel

/// Dynasearch begun again and again from an order shaken by a few random swaps (Congram, Potts and van de Velde, INFORMS Journal on
/// Computing 14, 2002).
///
/// The order that is shaken is the last one, and after a while without gain the best one again.
public final class IteratedDynasearch {
  private let search: Dynasearch
  private var random: SplitMix64
  private var stepsWithoutGain = 0

  /// The best order, and what it costs.
  public private(set) var best: [Int32]
  public private(set) var bestCost: Int

  /// Swaps that shake an order.
  private static let swaps = 6
  /// Steps without gain after which the best order is taken up again.
  private static let patience = 50

  /// Descends from an order.
  ///
  /// - Precondition: the jobs have one release in common, and the order has each of them once.
  public init(_ machine: OneMachine, from order: [Int32], seed: UInt64) {
    search = Dynasearch(machine)
    search.order = order
    search.descend()
    best = search.order
    bestCost = search.cost
    random = SplitMix64(seed: seed ^ 0x0D1A_5EA2)
  }

  /// Sums made so far.
  public var effort: Int { search.effort }

  /// Takes an order of another where it is better.
  public func take(_ order: [Int32]) {
    search.order = order
    search.descend()
    keep()
  }

  /// Shakes and descends once. Returns whether that gave a better order.
  @discardableResult
  public func step() -> Bool {
    search.shake(swaps: Self.swaps, &random)
    search.descend()
    if keep() { return true }
    stepsWithoutGain += 1
    if stepsWithoutGain.isMultiple(of: Self.patience) { search.order = best }
    return false
  }

  @discardableResult
  private func keep() -> Bool {
    guard search.cost < bestCost else { return false }
    best = search.order
    bestCost = search.cost
    stepsWithoutGain = 0
    return true
  }
}
