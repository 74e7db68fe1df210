/// `main` is present exactly where a member is, starts with the earliest of the present members and ends with the latest.
///
/// A phase over its tasks, a rental over its uses: `Span(phase, of: tasks)`. Inside Apus and in modules that import it, the standard
/// library's `Span` of a buffer is `Swift.Span`.
public struct Span: Sendable, Hashable {
  /// The index of the interval that spans the others.
  public var main: Int32
  /// The indices of the intervals that are spanned.
  public var members: [Int32]

  /// `main` spans the present members. Without members it must be absent.
  ///
  /// An interval listed twice is refused when the model is validated, and so is `main` among the members.
  public init(_ main: Interval, of members: [Interval]) {
    self.init(main: main.index, members: members.map(\.index))
  }

  public init(main: Int32, members: [Int32]) {
    self.main = main
    self.members = members
  }
}
