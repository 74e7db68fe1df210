/// The intervals of a collection of the user's own values: `operation[job]` instead of `x[17]`.
public struct IntervalTable<Element: Identifiable>: Sendable where Element: Sendable, Element.ID: Sendable {
  /// The values, in the order they were given.
  public let elements: [Element]
  /// The intervals of ``elements``, in the same order.
  public let all: [Interval]
  private let position: [Element.ID: Int]

  init(_ elements: [Element], _ intervals: [Interval]) {
    self.elements = elements
    all = intervals
    position = Dictionary(
      zip(elements.map(\.id), 0...),
      uniquingKeysWith: { first, second in
        preconditionFailure("elements \(first) and \(second) of the table have the same id; ids must differ")
      })
  }

  /// The interval of `element`.
  ///
  /// - Precondition: the table was made for an element with this id.
  public subscript(element: Element) -> Interval { self[id: element.id] }

  /// The interval of the element with the given id.
  ///
  /// - Precondition: the table was made for an element with this id.
  public subscript(id id: Element.ID) -> Interval {
    guard let index = position[id] else { preconditionFailure("no interval was made for the element with id \(id)") }
    return all[index]
  }

  /// The intervals of the elements that satisfy `condition`, in order. Complexity: O(*n*).
  public subscript(where condition: (Element) -> Bool) -> [Interval] {
    zip(elements, all).filter { condition($0.0) }.map(\.1)
  }
}

extension Collection {
  /// The pairs of neighbours: (a, b), (b, c), ... Empty where there are fewer than two elements.
  public func pairs() -> Zip2Sequence<Self, SubSequence> { zip(self, dropFirst()) }
}
