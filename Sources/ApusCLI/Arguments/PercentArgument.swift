import ArgumentParser
import Foundation

/// A share as people write it: `2%`, or as a number, `0.02`.
struct PercentArgument: ExpressibleByArgument, CustomStringConvertible {
  /// As a fraction.
  let fraction: Double

  init(_ fraction: Double) { self.fraction = fraction }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let value = Double(isPercent ? String(argument.dropLast()) : argument), value.isFinite, value >= 0 else {
      return nil
    }
    fraction = isPercent ? value / 100 : value
  }

  var description: String { String(format: "%g%%", 100 * fraction) }
}
