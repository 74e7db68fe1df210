/// Why runs are not begun: one line that says what to do instead.
public struct RunRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
