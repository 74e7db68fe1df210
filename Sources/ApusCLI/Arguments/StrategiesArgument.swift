import Apus
import ArgumentParser

/// What `--strategies` takes: names with commas between them.
struct StrategiesArgument: CustomStringConvertible {
  let kinds: Set<StrategyKind>

  init(_ text: String) throws {
    var kinds: Set<StrategyKind> = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let kind = StrategyKind(rawValue: String(name)) else {
        let names = StrategyKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("expected a list of \(names)")
      }
      kinds.insert(kind)
    }
    self.kinds = kinds
  }

  var description: String { StrategyKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ",") }
}
