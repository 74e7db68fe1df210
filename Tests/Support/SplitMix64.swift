import ApusModel

extension SplitMix64 {
  public init(seed: Int) { self.init(seed: UInt64(bitPattern: Int64(seed))) }

  /// A number drawn evenly from the range.
  public mutating func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True with a chance of `percent` in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { draw(1...100) <= percent }

  /// An element drawn evenly from a collection that is not empty.
  public mutating func pick<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element {
    elements[elements.index(elements.startIndex, offsetBy: draw(0...elements.count - 1))]
  }
}
