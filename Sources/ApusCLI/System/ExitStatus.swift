/// How the process ends, as `Docs/CommandLine.md` lists it.
enum ExitStatus: Equatable {
  /// Optimal, or done.
  case done
  /// The check says no.
  case wrong
  /// Feasible but not proven.
  case feasible
  case infeasible
  case unknown
  case usage
  case badInput
  /// An error of Apus, a failed self-check, or an output that could not be written.
  case internalError
  case interrupted(signal: Int32)

  var code: Int32 {
    switch self {
    case .done: 0
    case .wrong: 1
    case .feasible: 10
    case .infeasible: 20
    case .unknown: 30
    case .usage: 64
    case .badInput: 65
    case .internalError: 70
    case .interrupted(let signal): 128 + signal
    }
  }
}
