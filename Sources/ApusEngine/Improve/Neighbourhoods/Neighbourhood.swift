import ApusModel

/// A way of selecting what to relax in a solution (Shaw, "Using constraint programming and local search methods to solve vehicle routing
/// problems", CP 1998).
protocol Neighbourhood: Sendable {
  var name: String { get }
  /// Whether the model has what this neighbourhood relaxes.
  static func applies(to structure: NeighbourhoodStructure) -> Bool
  /// Relaxes about a share `size`, in 0...1, of the solution; everything that this neighbourhood can relax where it is 1.
  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation
}

extension Neighbourhood {
  /// How many of `total` a share is, at least `least` where there are as many.
  func count(_ size: Double, of total: Int, least: Int) -> Int {
    min(total, max(least, Int((size * Double(total)).rounded())))
  }
}

extension SplitMix64 {
  /// A place in `0..<count`, evenly.
  mutating func place(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}
