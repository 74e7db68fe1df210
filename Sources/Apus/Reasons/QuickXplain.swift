/// A minimal infeasible part of what is infeasible together (Junker, AAAI 2004): O(k log(n / k) + k) questions for k of n items.
///
/// Whoever is asked may answer *no* where nothing is known. The result is then infeasible all the same and need not be minimal.
struct QuickXplain {
  /// Whether the items, with what always holds, are proven to have no solution together.
  let isInfeasible: ([Int]) throws(SolveError) -> Bool

  /// - Precondition: the items are infeasible together.
  func core(of items: [Int]) throws(SolveError) -> [Int] {
    if items.isEmpty { return [] }
    if try isInfeasible([]) { return [] }
    return try core(of: items, beside: [], isNew: false)
  }

  /// - Parameter isNew: whether `base` has grown since it was last asked about.
  private func core(of items: [Int], beside base: [Int], isNew: Bool) throws(SolveError) -> [Int] {
    if isNew, try isInfeasible(base) { return [] }
    if items.count == 1 { return items }
    let half = items.count / 2
    let (first, second) = (Array(items[..<half]), Array(items[half...]))
    let late = try core(of: second, beside: base + first, isNew: true)
    let early = try core(of: first, beside: base + late, isNew: !late.isEmpty)
    return early + late
  }
}
