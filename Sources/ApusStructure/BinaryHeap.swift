/// A priority queue whose first element is the least. The order of equal elements is not kept.
@frozen
public struct BinaryHeap<Element: Comparable> {
  @usableFromInline var elements: [Element] = []

  /// An empty queue.
  @inlinable public init() {}

  /// How many elements wait.
  @inlinable public var count: Int { elements.count }
  /// Whether no element waits.
  @inlinable public var isEmpty: Bool { elements.isEmpty }
  /// The least element, or nil where the queue is empty. Complexity: O(1).
  @inlinable public var first: Element? { elements.first }

  /// Adds an element. Complexity: O(log *count*).
  @inlinable public mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard element < elements[parent] else { break }
      elements[child] = elements[parent]
      child = parent
    }
    elements[child] = element
  }

  /// Removes and returns the least element, or returns nil where the queue is empty. Complexity: O(log *count*).
  @inlinable public mutating func popFirst() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let least = elements.first else { return last }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < elements.count else { break }
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < last else { break }
      elements[parent] = elements[child]
      parent = child
    }
    elements[parent] = last
    return least
  }
}

extension BinaryHeap: Sendable where Element: Sendable {}
