import ApusModel
import Foundation

extension SplitMix64 {
  /// A standard normal number (Box and Muller 1958).
  mutating func normal() -> Double { (-2 * log(1 - nextUnit())).squareRoot() * cos(2 * .pi * nextUnit()) }
}
