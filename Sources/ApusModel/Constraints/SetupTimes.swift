/// What has to pass between two intervals of a ``NoOverlap`` that directly follow each other, by their types, in ticks.
///
/// Absent intervals are skipped, and the triangle inequality is not assumed. Immutable and shared: a copy costs nothing.
public struct SetupTimes: Sendable, Hashable {
  private struct Contents: Hashable {
    var types: [Int32]
    var typeCount: Int
    var times: [Int]
    var initial: [Int]?
    var origin: Int
    var isSquare: Bool
  }

  private final class Box: Sendable {
    let contents: Contents
    init(_ contents: Contents) { self.contents = contents }
  }

  private let box: Box

  /// Setup times as a matrix.
  ///
  /// A matrix that is not square, a type without a row and a time below 0 are refused when the model is validated.
  ///
  /// - Parameters:
  ///   - types: the type of each interval in order, 0 to one less than the number of rows.
  ///   - times: row *a*, column *b*: the ticks between an interval of type *a* and one of type *b* directly after it.
  ///   - initial: for each type, the ticks from `origin` to the first present interval, where that has the type.
  ///   - origin: when the initial setup may begin.
  public init(types: [Int], times: [[Int]], initial: [Int]? = nil, from origin: Int = 0) {
    box = Box(
      Contents(
        types: types.map { Int32(clamping: $0) }, typeCount: times.count, times: times.flatMap(\.self),
        initial: initial, origin: origin, isSquare: times.allSatisfy { $0.count == times.count }))
  }

  /// Setup times by types of the user's own, such as colours: `SetupTimes(between: orders.map(\.colour)) { $0 == $1 ? 0 : 5 }`.
  ///
  /// Types are numbered in order of first occurrence. Complexity: `time` is asked once for each ordered pair of types.
  ///
  /// - Parameters:
  ///   - types: the type of each interval, in the order of the intervals.
  ///   - initial: the ticks from `origin` to the first present interval, by its type.
  ///   - origin: when the initial setup may begin.
  ///   - time: the ticks between an interval of the first type and one of the second directly after it.
  public init<Kind: Hashable>(
    between types: [Kind], initial: ((Kind) -> Int)? = nil, from origin: Int = 0, time: (Kind, Kind) -> Int
  ) {
    var number: [Kind: Int] = [:]
    var kinds: [Kind] = []
    let numbers = types.map { kind in
      if let known = number[kind] { return known }
      number[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }
    self.init(
      types: numbers, times: kinds.map { first in kinds.map { time(first, $0) } },
      initial: initial.map { kinds.map($0) }, from: origin)
  }

  /// The type of each interval, in the order of the ``NoOverlap``.
  public var types: [Int32] { box.contents.types }
  /// The number of types.
  public var typeCount: Int { box.contents.typeCount }
  /// The matrix row by row: the time from type *a* to type *b* is at `a * typeCount + b`.
  public var times: [Int] { box.contents.times }
  /// The initial setup time of each type; nil where there is none.
  public var initial: [Int]? { box.contents.initial }
  /// When the initial setup may begin.
  public var origin: Int { box.contents.origin }
  /// Whether the matrix has as many columns as rows; `times` is meaningless where it has not.
  var isSquare: Bool { box.contents.isSquare }

  /// The ticks between an interval of the first type and one of the second directly after it. Complexity: O(1).
  public func time(from first: Int32, to second: Int32) -> Int {
    box.contents.times[Int(first) * box.contents.typeCount + Int(second)]
  }

  public static func == (left: SetupTimes, right: SetupTimes) -> Bool {
    left.box === right.box || left.box.contents == right.box.contents
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(box.contents) }
}
