import ApusLinear
import ArgumentParser

extension Formulation: ExpressibleByArgument {
  /// All of them, as messages list them.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
