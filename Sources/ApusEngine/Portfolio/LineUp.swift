import ApusModel
import ApusStructure

/// The strategies that a solve may use; where none of those asked for fits the model, the learning search runs.
public enum StrategyKind: String, Sendable, Hashable, CaseIterable {
  /// The learning search, which proves.
  case search
  /// Tabu search, for models that are shops, flexible or not.
  case tabu
  /// The genetic algorithm, for models that are projects.
  case project
  /// The exact methods and iterated dynasearch, for models that are one machine.
  case machine
  /// Bounds, proofs and repairs of packings, for models that are nothing else.
  case packing
  /// Large neighbourhood search, for any model with an objective.
  case neighbourhoods
}

/// Which strategies each thread has.
///
/// One thread takes turns between proving and improving. Of more, every second one improves: shops by tabu search, other models by
/// large neighbourhood search. Large shops have both; the second shares the threads that prove, whose proof is seldom within reach. Projects
/// are improved by the genetic algorithm and large neighbourhood search by turns. One machine is proven by an exact method of its own
/// in place of the learning search, and improved by dynasearch.
struct LineUp {
  private let model: ModelData
  private let configuration: Portfolio.Configuration

  init(_ model: ModelData, _ configuration: Portfolio.Configuration) {
    self.model = model
    self.configuration = configuration
  }

  /// What takes part. Tabu search and the genetic algorithm cost little to make and tell whether they fit; the others compile the model, so
  /// a thread makes only what it uses.
  private enum Part {
    case search
    case tabu(any Strategy)
    case project(any Strategy)
    case machine(any Strategy)
    case neighbourhoods
  }

  /// The strategy of a thread.
  ///
  /// - Throws: a `ModelError` where the model does not fit the engine.
  func strategy(ofThread index: Int) throws(ModelError) -> any Strategy {
    let seed = configuration.seed &* 1_000_003 &+ UInt64(index)
    if configuration.strategies.contains(.packing), let packing = PackingModel(recognizing: model) {
      return strategy(for: packing, ofThread: index, seed: seed)
    }
    let searches = configuration.strategies.contains(.search)
    let proves = searches || configuration.strategies.contains(.machine) && model.hasOneMachineProof
    let isMixed = proves && configuration.threads > 1
    // Threads that improve, and those that prove, are numbered among themselves.
    let number = isMixed ? index / 2 : index
    let improvers = improvers(number: number, seed: seed)
    let parts: [Part]
    if improvers.isEmpty {
      parts = [.search]
    } else if isMixed, case .project = improvers[0] {
      parts = index % 2 == 1 ? improvers : [.search]
    } else if isMixed {
      // The exact method is the first thread's alone.
      let isProver = index % 2 == 0 && (index == 0 || searches)
      parts = isProver ? [.search] + improvers.dropFirst() : [improvers[0]]
    } else {
      parts = proves ? [.search] + improvers : improvers
    }
    var strategies: [any Strategy] = []
    for part in parts {
      switch part {
      case .search:
        if index == 0, let exact = exactMethod() {
          strategies.append(exact)
        } else {
          strategies.append(try search(number: index, seed: seed))
        }
      case .tabu(let strategy), .project(let strategy), .machine(let strategy): strategies.append(strategy)
      case .neighbourhoods: strategies.append(try neighbourhoods(number: number, seed: seed))
      }
    }
    return strategies.count == 1 ? strategies[0] : TurnTaking(strategies)
  }

  /// Packings have no use for the learning search: one thread proves and improves by turns, of more only the first proves.
  private func strategy(for packing: PackingModel, ofThread index: Int, seed: UInt64) -> any Strategy {
    let improver = PackingImprover(packing, name: name("packing", max(0, index - 1)), seed: seed)
    guard configuration.strategies.contains(.search), index == 0 else { return improver }
    let prover = PackingProver(packing, name: "packing bound")
    return configuration.threads > 1 && !prover.isLarge ? prover : TurnTaking([prover, improver])
  }

  /// What makes better solutions of the model, the best first.
  private func improvers(number: Int, seed: UInt64) -> [Part] {
    if model.objective == nil { return [] }
    if configuration.strategies.contains(.machine),
      let machine = model.oneMachineImprover(name: name("dynasearch", number), seed: seed)
    {
      return [.machine(machine)]
    }
    var parts: [Part] = []
    if configuration.strategies.contains(.tabu),
      let tabu = model.tabuStrategy(name: name("tabu", number), seed: seed)
        ?? model.flexibleTabuStrategy(name: name("tabu", number), seed: seed)
    {
      parts.append(.tabu(tabu))
    }
    let isShop = !parts.isEmpty
    if configuration.strategies.contains(.project), !isShop,
      let project = model.projectStrategy(name: name("project", number), seed: seed)
    {
      parts.append(.project(project))
    }
    if configuration.strategies.contains(.neighbourhoods), !isShop || NeighbourhoodsApart.isLarge(model) {
      parts.append(.neighbourhoods)
    }
    return parts
  }

  /// The exact method for what the model is, which the first thread has in place of the learning search.
  private func exactMethod() -> (any Strategy)? {
    guard configuration.strategies.contains(.machine) else { return nil }
    return model.oneMachineProof(memory: configuration.memory.map { $0 / max(1, configuration.threads) })
  }

  private func search(number: Int, seed: UInt64) throws(ModelError) -> any Strategy {
    var options = SearchOptions()
    options.seed = seed
    return try LearningStrategy(model, name: name("search", number), engine: configuration.engine, search: options)
  }

  private func neighbourhoods(number: Int, seed: UInt64) throws(ModelError) -> any Strategy {
    var options = NeighbourhoodOptions()
    options.seed = seed
    let name = name("neighbourhoods", number)
    return NeighbourhoodsApart.isLarge(model)
      ? NeighbourhoodsApart(model, name: name, engine: configuration.engine, options: options)
      : try NeighbourhoodStrategy(model, name: name, engine: configuration.engine, options: options)
  }

  private func name(_ kind: String, _ number: Int) -> String { number == 0 ? kind : "\(kind) \(number + 1)" }
}
