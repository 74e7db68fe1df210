import ApusModel

/// The learning search as a strategy.
final class LearningStrategy: Strategy {
  let name: String
  let role = StrategyRole.proves
  private(set) var search: LearningSearch

  init(_ model: ModelData, name: String, engine: EngineOptions, search options: SearchOptions) throws(ModelError) {
    self.name = name
    search = LearningSearch(try Compiler.compile(model, options: engine), options: options)
  }

  func run(work: Int, board: Board) -> Bool {
    let outcome = search.run(work: work, board: board, name: name)
    if let fault = search.compilation.core.inferenceCheck?.faults.first {
      board.refuse(because: "\(name): \(fault)")
      return false
    }
    switch outcome {
    case .more, .refuted: return true
    case .exhausted, .satisfied:
      board.close(by: name)
      return false
    }
  }

  /// The effort so far, in ticks.
  var workDone: Int { search.compilation.core.work }
  var byteCount: Int { search.compilation.core.byteCount }
  var statistics: Portfolio.Statistics { search.statistics }
}
