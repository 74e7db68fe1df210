import ApusModel

/// Finds the solutions of a model one after the other, each once, in no particular order; objectives play no part.
///
/// It may be asked for more as often as one likes and goes on where it was. One thread at a time may use it.
public final class SolutionEnumerator: @unchecked Sendable {
  private let board = Board()
  private var search: LearningSearch
  /// Whether there are no more.
  public private(set) var isExhausted = false

  /// - Parameter projection: integer variables of the model, by index: solutions that agree in all of them count as one. Nil for all that there is:
  ///   values of integers, presences, starts and ends.
  /// - Throws: a `ModelError` where the model does not fit the engine.
  public init(
    _ model: ModelData, projection: [Int]? = nil, engine: EngineOptions = EngineOptions(), seed: UInt64 = 0
  ) throws(ModelError) {
    var model = model
    model.objectives = []
    var options = SearchOptions()
    options.seed = seed
    search = LearningSearch(try Compiler.compile(model, options: engine), options: options)
    search.enumerateAll(projection: projection)
  }

  /// Asks a call of ``next(_:)`` on another thread to return soon. There are no more solutions afterwards.
  public var stop: @Sendable () -> Void { { [board] in board.stop() } }

  /// Up to `count` more solutions; fewer only where there are no more, or it was stopped.
  public func next(_ count: Int) -> [Solution] {
    guard count > 0, !isExhausted else { return [] }
    search.enumeration?.wanted = count
    while !board.isStopped {
      let outcome = search.run(work: 1 << 40, board: board, name: "enumeration")
      if case .exhausted = outcome { isExhausted = true }
      if isExhausted || search.enumeration?.isFull == true { break }
    }
    defer { search.enumeration?.found = [] }
    return search.enumeration?.found ?? []
  }

  /// What has been judged wrong of the inferences, where they are checked.
  public var fault: String? { search.compilation.core.inferenceCheck?.faults.first.map { "\($0)" } }

  /// Conflicts so far.
  public var conflicts: Int { search.compilation.core.statistics.conflicts }
}
