/// A line that is not what it should be: `file:line: field: what is wrong and what was expected`.
public struct RunLineError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file's name, as the reader was given it.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The field at fault, and what is wrong with it.
  public let message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(message)" }
}

extension RunLineError {
  /// What a decoder threw, in words.
  init(file: String, line: Int, _ error: any Error) {
    if let error = error as? RunLineError {
      self = error
    } else {
      self.init(file: file, line: line, message: Self.words(error))
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, _): return "\(key.stringValue): the field is missing"
    case .valueNotFound(let type, let context): return "\(path(context)): expected \(name(type)), found null"
    case .typeMismatch(let type, let context):
      return context.codingPath.isEmpty
        ? "expected a JSON object" : "\(path(context)): expected \(name(type)), found something else"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "expected a JSON object, found text that is not JSON" : "\(path(context)): \(context.debugDescription)"
    @unknown default: return "\(error)"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }

  private static func name(_ type: any Any.Type) -> String {
    switch type {
    case is Double.Type: "a number"
    case is Int.Type: "a whole number"
    case is Bool.Type: "true or false"
    case is String.Type, is RunStatus.Type, is RunSense.Type: "a string"
    default: "\(type)"
    }
  }
}
