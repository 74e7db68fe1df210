import Apus
import ArgumentParser

/// A reason to stop early: `gap=1%`, `gap=0.01`, `stall=30s`, `first`.
struct StopRuleArgument: CustomStringConvertible {
  let rule: StopRule
  /// As it was written.
  let description: String

  init(_ text: String) throws {
    description = text
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("first", 1): rule = .firstSolution
    case ("stall", 2): rule = .stall(try TimeArgument(String(parts[1])).duration)
    case ("gap", 2):
      let isPercent = parts[1].hasSuffix("%")
      guard let value = Double(isPercent ? parts[1].dropLast() : parts[1]), value >= 0, value.isFinite else {
        fallthrough
      }
      rule = .gap(isPercent ? value / 100 : value)
    default: throw ValidationError("expected gap=1%, stall=30s or first")
    }
  }
}
