import ApusCheck
import ApusEngine
import ApusModel
import Synchronization

extension Model {
  /// All solutions of the model, one after the other, each once and in no particular order; objectives play no part.
  ///
  /// Two solutions differ where an integer variable, a presence, a start or an end does. With a projection they are told apart by the values
  /// of some expressions only, and of those that agree in them one is given. Each solution has passed the checker.
  ///
  /// The sequence works while it is asked, and ends with the last solution, the limit or the time. Leaving the loop ends the search.
  ///
  /// - Parameters:
  ///   - projection: what makes solutions differ; nil for all variables.
  ///   - limit: at most so many; nil for all.
  ///   - time: wall-clock time from the first question on; nil for no limit.
  public func solutions(
    of projection: [IntegerExpression]? = nil, limit: Int? = nil, within time: Duration? = nil, seed: UInt64 = 0
  ) -> Solutions {
    Solutions(data, projection, limit: limit, time: time, seed: seed)
  }
}

/// All solutions of a model; see `Model.solutions(of:limit:within:seed:)`.
public struct Solutions: AsyncSequence, Sendable {
  public typealias Element = Solution
  public typealias Failure = SolveError

  private let model: ModelData
  private let projection: [IntegerExpression]?
  private let limit: Int?
  private let time: Duration?
  private let seed: UInt64

  init(_ model: ModelData, _ projection: [IntegerExpression]?, limit: Int?, time: Duration?, seed: UInt64) {
    self.model = model
    self.projection = projection
    self.limit = limit
    self.time = time
    self.seed = seed
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(SolutionSource(model, projection, limit: limit, time: time, seed: seed))
  }

  public struct Iterator: AsyncIteratorProtocol {
    private let source: SolutionSource
    /// Solutions that were found and not yet given, the next one last.
    private var waiting: [Solution] = []
    /// How many to ask for next: one at first, so that it comes soon, then more, so that it is not asked often.
    private var portion = 1

    init(_ source: SolutionSource) { self.source = source }

    /// Whether there are no more solutions than those that were given.
    public var isComplete: Bool { waiting.isEmpty && source.isComplete }

    public mutating func next() async throws(SolveError) -> Solution? { try await next(isolation: nil) }

    public mutating func next(isolation actor: isolated (any Actor)?) async throws(SolveError) -> Solution? {
      if waiting.isEmpty {
        let (source, count) = (source, portion)
        waiting = try await onThread(
          isolation: actor, { () throws(SolveError) in try source.next(count) }, cancel: source.stop
        ).reversed()
        portion = Swift.min(2 * portion, 1024)
      }
      return waiting.popLast()
    }
  }
}

/// Solutions in portions, checked, within limits. Used by one thread at a time.
public final class SolutionSource: Sendable {
  private struct State: ~Copyable {
    var enumerator: SolutionEnumerator?
    var given = 0
    var isComplete = false
  }

  private let original: ModelData
  private let model: ModelData
  private let projection: [Int]?
  private let limit: Int
  private let time: Duration?
  private let seed: UInt64
  private let checker: SolutionChecker
  private let state = Mutex(State())
  private let isStopped = Atomic<Bool>(false)

  public init(
    _ model: ModelData, _ projection: [IntegerExpression]? = nil, limit: Int? = nil, time: Duration? = nil,
    seed: UInt64 = 0
  ) {
    original = model
    self.limit = limit ?? .max
    self.time = time
    self.seed = seed
    var model = model
    model.objectives = []
    checker = SolutionChecker(model)
    self.projection = projection.map { $0.map { model.variable(for: $0) } }
    self.model = model
  }

  /// Whether all solutions have been given.
  public var isComplete: Bool { state.withLock { $0.isComplete } }

  /// Ends the search, from any thread; a call of ``next(_:)`` returns with what it has.
  @Sendable public func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Up to `count` more solutions; fewer only at the end.
  public func next(_ count: Int) throws(SolveError) -> [Solution] {
    let outcome = state.withLock { state in
      Result { () throws(SolveError) in try next(count, &state) }
    }
    return try outcome.get()
  }

  private func next(_ count: Int, _ state: inout State) throws(SolveError) -> [Solution] {
    let wanted = min(count, limit - state.given)
    if wanted <= 0 || isStopped.load(ordering: .relaxed) { return [] }
    let begin = ContinuousClock.now
    do throws(ModelError) {
      try original.validate()
      if state.enumerator == nil {
        state.enumerator = try SolutionEnumerator(model, projection: projection, seed: seed)
        deadline.withLock { $0 = time.map { begin + $0 } }
      }
    } catch { throw .model(error) }
    guard let enumerator = state.enumerator else { return [] }
    let stopSearch = enumerator.stop
    let end = deadline.withLock { $0 }
    let ticker = Ticker(every: 0.02) { [self] in
      if isStopped.load(ordering: .relaxed) || end.map({ ContinuousClock.now >= $0 }) ?? false { stopSearch() }
    }
    defer { ticker.cancel() }
    let (integers, intervals) = (original.integers.count, original.intervals.count)
    var found = enumerator.next(wanted)
    for index in found.indices {
      if found[index].integers.count > integers {
        found[index].integers.removeLast(found[index].integers.count - integers)
      }
      assert(found[index].intervals.count == intervals)
      if let violation = checker.violations(of: found[index]).first { throw .selfCheck("enumeration: \(violation)") }
    }
    state.given += found.count
    state.isComplete = enumerator.isExhausted
    return found
  }

  private let deadline = Mutex<ContinuousClock.Instant?>(nil)
}

extension ModelData {
  /// The integer variable that an expression is, or a new one that always equals it.
  fileprivate mutating func variable(for expression: IntegerExpression) -> Int {
    if expression.constant == 0, expression.terms.count == 1, expression.terms[0].coefficient == 1,
      case .integer(let index) = expression.terms[0].operand
    {
      return Int(index)
    }
    // What is beyond the engine's numbers is refused by this name.
    let index = addInteger(range(of: expression), name: "projection on \(ModelText(self).expression(expression))")
    addGroup("projection", [expression == IntegerExpression(.integer(Int32(index)))])
    return index
  }

  /// What values an expression can take by the domains of its variables, as far as the engine's numbers go.
  private func range(of expression: IntegerExpression) -> ClosedRange<Int> {
    let ends = intervals.map { min(0, $0.end.lowerBound)...max(0, $0.end.upperBound) }
    func range(_ operand: IntegerExpression.Operand) -> ClosedRange<Int> {
      switch operand {
      case .integer(let index): return integers[Int(index)]
      case .start(let index):
        let range = intervals[Int(index)].start
        return min(0, range.lowerBound)...max(0, range.upperBound)
      case .end(let index): return ends[Int(index)]
      case .length(let index): return 0...intervals[Int(index)].length.upperBound
      case .makespan: return (ends.map(\.lowerBound).min() ?? 0)...(ends.map(\.upperBound).max() ?? 0)
      case .maximum(let arguments):
        let ranges = arguments.map { self.range(of: $0) }
        return (ranges.map(\.lowerBound).max() ?? 0)...(ranges.map(\.upperBound).max() ?? 0)
      case .truth: return 0...1
      case .element(let list, _):
        let ranges = list.map { self.range(of: $0) }
        return (ranges.map(\.lowerBound).min() ?? 0)...(ranges.map(\.upperBound).max() ?? 0)
      case .product(let first, let second): return products(self.range(of: first), self.range(of: second))
      // No further from 0 than the dividend.
      case .quotient(let dividend, _), .remainder(let dividend, _):
        let most = self.range(of: dividend)
        let size = Int(clamping: max(most.lowerBound.magnitude, most.upperBound.magnitude))
        return -size...size
      }
    }
    func products(_ first: ClosedRange<Int>, _ second: ClosedRange<Int>) -> ClosedRange<Int> {
      let corners = [first.lowerBound, first.upperBound].flatMap { x in
        [second.lowerBound, second.upperBound].map { Int(clamping: Int128(x) * Int128($0)) }
      }
      return (corners.min() ?? 0)...(corners.max() ?? 0)
    }
    var low = Int128(expression.constant)
    var high = low
    for term in expression.terms {
      let own = range(term.operand)
      let ends = [own.lowerBound, own.upperBound].map { Int128(term.coefficient) * Int128($0) }
      low += min(ends[0], ends[1])
      high += max(ends[0], ends[1])
    }
    return Int(clamping: low)...Int(clamping: high)
  }
}
