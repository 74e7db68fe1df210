/// The restart lengths of Luby, Sinclair and Zuckerman (1993), in units: 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 ...
struct LubySequence {
  private var u = 1
  private var v = 1

  /// The next length. (Knuth's "reluctant doubling".)
  mutating func next() -> Int {
    let length = v
    if u & -u == v {
      u += 1
      v = 1
    } else {
      v *= 2
    }
    return length
  }
}
