import ApusModel

/// The strategies that a solve may use; where none of those asked for fits the model, the learning search runs.
public enum StrategyKind: String, Sendable, Hashable, CaseIterable {
  /// The learning search, which proves.
  case search
  /// Tabu search, for models that are shops.
  case tabu
  /// Large neighbourhood search, for any model with an objective.
  case neighbourhoods
}

/// Which strategies each thread has.
///
/// One thread takes turns between proving and improving. Of more, every second one improves: shops by tabu search, other models by
/// large neighbourhood search. Large shops have both; the second shares the threads that prove, whose proof is seldom within reach.
struct LineUp {
  private let model: ModelData
  private let configuration: Portfolio.Configuration

  init(_ model: ModelData, _ configuration: Portfolio.Configuration) {
    self.model = model
    self.configuration = configuration
  }

  private var proves: Bool { configuration.strategies.contains(.search) }

  /// The strategy of a thread.
  ///
  /// - Throws: a `ModelError` where the model does not fit the engine.
  func strategy(ofThread index: Int) throws(ModelError) -> any Strategy {
    let seed = configuration.seed &* 1_000_003 &+ UInt64(index)
    let isMixed = proves && configuration.threads > 1
    // Threads that improve, and those that prove, are numbered among themselves.
    var strategies = try improvers(number: isMixed ? index / 2 : index, seed: seed)
    if isMixed { strategies = Array(index % 2 == 1 ? strategies.prefix(1) : strategies.dropFirst()) }
    if strategies.isEmpty || proves && !(isMixed && index % 2 == 1) {
      var options = SearchOptions()
      options.seed = seed
      strategies.insert(
        try LearningStrategy(model, name: name("search", index), engine: configuration.engine, search: options), at: 0)
    }
    return strategies.count == 1 ? strategies[0] : TurnTaking(strategies)
  }

  /// What makes better solutions of the model, the best first.
  private func improvers(number: Int, seed: UInt64) throws(ModelError) -> [any Strategy] {
    if model.objective == nil { return [] }
    var result: [any Strategy] = []
    if configuration.strategies.contains(.tabu),
      let tabu = model.tabuStrategy(name: name("tabu", number), seed: seed)
    {
      result.append(tabu)
    }
    let isLarge = NeighbourhoodsApart.isLarge(model)
    guard configuration.strategies.contains(.neighbourhoods), result.isEmpty || isLarge else { return result }
    var options = NeighbourhoodOptions()
    options.seed = seed
    let name = name("neighbourhoods", number)
    result.append(
      isLarge
        ? NeighbourhoodsApart(model, name: name, engine: configuration.engine, options: options)
        : try NeighbourhoodStrategy(model, name: name, engine: configuration.engine, options: options))
    return result
  }

  private func name(_ kind: String, _ number: Int) -> String { number == 0 ? kind : "\(kind) \(number + 1)" }
}
