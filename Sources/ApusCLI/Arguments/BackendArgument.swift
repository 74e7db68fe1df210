import Apus
import ArgumentParser

/// What solves.
enum BackendArgument: String, CaseIterable, ExpressibleByArgument {
  /// Whatever suits the model: now always the native solver.
  case auto
  /// Propagation and search.
  case native
  /// The dispatching rules' best schedule; no search, and no bound but the simple ones.
  case heuristic
  /// Mixed-integer programming.
  case glpk

  /// What a report says it was.
  var used: String { self == .auto ? "native" : rawValue }

  /// What searches, where something does.
  var backend: Backend {
    switch self {
    case .auto, .heuristic: .automatic
    case .native: .native
    case .glpk: .glpk
    }
  }
}
