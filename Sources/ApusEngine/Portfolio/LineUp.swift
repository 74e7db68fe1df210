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

/// Which strategy each thread has.
///
/// One thread takes turns between proving and improving. Of more, every second one improves, the first with tabu search where the
/// model is a shop, and with large neighbourhood search elsewhere.
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
    let isAlone = configuration.threads <= 1
    let improves = isAlone || index % 2 == 1 || !proves
    // Threads that improve are numbered among themselves.
    let number = proves && !isAlone ? index / 2 : index
    let improver = try improves ? improver(number: number, seed: seed) : nil
    if let improver, !proves || !isAlone { return improver }
    var options = SearchOptions()
    options.seed = seed
    let search = try LearningStrategy(
      model, name: name("search", index), engine: configuration.engine, search: options)
    return improver.map { TurnTaking([search, $0]) } ?? search
  }

  private func improver(number: Int, seed: UInt64) throws(ModelError) -> (any Strategy)? {
    if model.objective == nil { return nil }
    if configuration.strategies.contains(.tabu),
      let tabu = model.tabuStrategy(name: name("tabu", number), seed: seed)
    {
      return tabu
    }
    if !configuration.strategies.contains(.neighbourhoods) { return nil }
    var options = NeighbourhoodOptions()
    options.seed = seed
    let name = name("neighbourhoods", number)
    if NeighbourhoodsApart.isLarge(model) {
      return NeighbourhoodsApart(model, name: name, engine: configuration.engine, options: options)
    }
    return try NeighbourhoodStrategy(model, name: name, engine: configuration.engine, options: options)
  }

  private func name(_ kind: String, _ number: Int) -> String { number == 0 ? kind : "\(kind) \(number + 1)" }
}
