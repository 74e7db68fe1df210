/// What a program is made of a model with.
public struct LinearizationOptions: Sendable {
  public var formulation = Formulation.automatic
  /// Only solutions at least as good as this count. With a makespan to minimise, it bounds every window, and so the big constants.
  public var cutoff: Int?
  /// The most entries that a program may have; beyond them the model is refused by the name of the constraint that asks for more.
  public var largestEntryCount = 20_000_000

  public init() {}
}
