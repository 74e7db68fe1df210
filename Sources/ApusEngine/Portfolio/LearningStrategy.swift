import ApusModel

/// The learning search as a strategy.
final class LearningStrategy: Strategy {
  let name: String
  private(set) var search: LearningSearch

  init(_ model: ModelData, name: String, engine: EngineOptions, search options: SearchOptions) throws(ModelError) {
    self.name = name
    search = LearningSearch(try Compiler.compile(model, options: engine), options: options)
  }

  func run(work: Int, board: Board) -> Bool {
    switch search.run(work: work, board: board, name: name) {
    case .more: return true
    case .exhausted, .satisfied:
      board.close(by: name)
      return false
    }
  }

  var statistics: CoreStatistics { search.compilation.core.statistics }
}
