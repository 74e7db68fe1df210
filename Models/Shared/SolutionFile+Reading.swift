#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SolutionFile {
  /// Reads a solution file.
  ///
  /// - Throws: ``InputError`` if the file cannot be read, is no JSON, or is not a solution of this format and version.
  public init(contentsOf url: URL) throws(InputError) {
    try self.init(bytes: try InputFile.bytes(of: url), file: url.path)
  }

  /// Reads a solution from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The JSON, in UTF-8.
  ///   - file: The file's name, for errors.
  /// - Throws: ``InputError`` if this is no JSON, or not a solution of this format and version.
  public init(bytes: [UInt8], file: String) throws(InputError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Self.inputError(error, file: file)
    } catch {
      throw InputError(file: file, message: "cannot be read as JSON, expected an Apus solution")
    }
  }

  private static func inputError(_ error: DecodingError, file: String) -> InputError {
    switch error {
    case .keyNotFound(let key, let context):
      let place = path(context.codingPath + [key])
      return InputError(file: file, message: "\(place) is missing, expected an Apus solution, version \(version)")
    case .valueNotFound(let type, let context):
      return InputError(file: file, message: "\(path(context.codingPath)) is null, expected \(name(of: type))")
    case .typeMismatch(let type, let context):
      return InputError(
        file: file, message: "\(path(context.codingPath)) has the wrong type, expected \(name(of: type))")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      let place = position(in: context.underlyingError.map { String(describing: $0) } ?? "")
      let message = "is not JSON, expected an Apus solution"
      return InputError(file: file, line: place?.line, column: place?.column, message: message)
    case .dataCorrupted(let context):
      return InputError(file: file, message: "\(path(context.codingPath)): \(context.debugDescription)")
    @unknown default:
      return InputError(file: file, message: "is not an Apus solution")
    }
  }

  /// `tasks[3].start`, the whole file if empty.
  private static func path(_ keys: [any CodingKey]) -> String {
    guard !keys.isEmpty else { return "the file" }
    return keys.reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      let name = String(key.stringValue.prefix(InputError.longestToken))
      return path.isEmpty ? name : path + "." + name
    }
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "an integer"
    case is String.Type: "a string"
    case is [String: Any].Type: "an object"
    case is [Any].Type: "an array"
    default: "\(type)"
    }
  }

  /// The place that Foundation puts in words, "around line 3, column 14", nil if it does not.
  private static func position(in description: String) -> (line: Int, column: Int)? {
    func number(after label: String) -> Int? {
      guard let range = description.firstRange(of: label) else { return nil }
      return Int(description[range.upperBound...].prefix(while: \.isNumber))
    }
    guard let line = number(after: "around line "), let column = number(after: ", column ") else { return nil }
    return (line, column)
  }
}
