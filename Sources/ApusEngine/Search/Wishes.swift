/// Literals that a solution should have and need not: what is known of a start that is partial or breaks constraints.
///
/// They are decided before anything else, in order, where they are still open. One that fails is passed over, and has a strike. Conflicts teach
/// which go together; where a trial of the search ends without a solution, half of them are let go, those with the most strikes first, and
/// of those with as many the later ones. So after a number of restarts that is logarithmic none is left, and the search is as complete as without.
struct Wishes {
  private var literals: [Bound] = []
  private var strikes: [Int] = []
  private var position = 0

  init(_ literals: [Bound] = []) {
    self.literals = literals
    strikes = Array(repeating: 0, count: literals.count)
  }

  /// Begins anew: something was taken back.
  @inline(__always) mutating func rewind() { position = 0 }

  mutating func removeAll() {
    literals = []
    strikes = []
    position = 0
  }

  /// The next literal to decide. Amortised O(1) between two calls of ``rewind()``.
  mutating func next(in core: borrowing Core) -> Bound? {
    while position < literals.count {
      let literal = literals[position]
      position += 1
      if core.fails(literal) {
        strikes[position - 1] += 1
      } else if !core.holds(literal), !core.fails(core.scope[literal.signed >> 1]) {
        return literal
      }
    }
    return nil
  }

  /// A trial has ended: keeps half.
  mutating func letGo() {
    position = 0
    guard !literals.isEmpty else { return }
    let order = literals.indices.sorted { (strikes[$0], $0) < (strikes[$1], $1) }
    let kept = order.prefix(literals.count / 2).sorted()
    literals = kept.map { literals[$0] }
    strikes = kept.map { strikes[$0] }
  }
}
