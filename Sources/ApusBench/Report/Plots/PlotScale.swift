import Foundation

/// How values become lengths along an axis.
enum PlotScale: Sendable, Equatable {
  case linear
  /// Equal ratios are equal lengths; for positive values.
  case logarithmic
  /// log(1 + value / unit): about linear below the unit and logarithmic above it, so that zero has a place.
  case logarithmicAbove(Double)

  func length(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .logarithmic: log10(value)
    case .logarithmicAbove(let unit): value < 0 ? value / unit / log(10) : log10(1 + value / unit)
    }
  }
}
