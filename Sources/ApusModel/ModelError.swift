/// What is wrong with a model, and with which part of it.
public struct ModelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The group, variable or interval at fault.
  public let culprit: String
  /// What is wrong and what was expected.
  public let message: String

  public init(_ culprit: String, _ message: String) {
    self.culprit = culprit
    self.message = message
  }

  public var description: String { "\(culprit): \(message)" }
}
