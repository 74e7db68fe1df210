/// Windows of time of which an interval lies within one; they may touch and overlap.
///
/// Kept in order, without those that lie within another, so that starts and ends both increase and every question is O(log *n*).
public struct WindowList: Sendable, Hashable {
  /// The beginnings and the ends of the windows, both strictly increasing.
  public let starts: [Int]
  public let ends: [Int]

  /// Windows in any order. An empty one has room for an interval of length 0 only.
  public init(_ windows: [Range<Int>]) {
    var (starts, ends): ([Int], [Int]) = ([], [])
    let order = windows.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    for window in order where window.upperBound > ends.last ?? .min {
      starts.append(window.lowerBound)
      ends.append(window.upperBound)
    }
    self.starts = starts
    self.ends = ends
  }

  /// The windows in order.
  public var windows: [Range<Int>] { zip(starts, ends).map { $0..<$1 } }

  /// Whether a span lies within one of the windows. Complexity: O(log *n*).
  public func contain(start: Int, end: Int) -> Bool {
    let place = first(endingFrom: end)
    return place < ends.count && starts[place] <= start
  }

  /// The first window that ends at a time or later: of those with room for such an end, the one that begins first.
  public func first(endingFrom time: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] >= time { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last window that begins by a time, -1 for none: of those with room for such a start, the one that ends last.
  public func last(startingBy time: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > time { high = middle } else { low = middle + 1 }
    }
    return low - 1
  }
}
