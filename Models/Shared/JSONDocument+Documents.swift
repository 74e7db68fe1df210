import Yams

/// Files that hold several documents: JSON one after the other, as `cat` makes them, or a stream of YAML.
extension JSONDocument {
  /// All documents of a file, JSON where its first byte opens an object, otherwise YAML. O(bytes), in YAML with what aliases stand for.
  ///
  /// - Throws: ``InputError`` at the place where the file is neither.
  static func documents(_ bytes: [UInt8], file: String) throws(InputError) -> [JSONDocument] {
    JSONSyntax.looksLikeJSON(bytes)
      ? try jsonDocuments(bytes, file: file) : try YAMLStream(bytes, file: file).documents()
  }
}

/// A stream of YAML documents as values of JSON.
///
/// Plain scalars are what YAML 1.1 takes them for, but for numbers with a fraction, which keep their text, since amounts are exact.
private struct YAMLStream {
  private let bytes: [UInt8]
  private let file: String
  /// The offset of the first byte of every line.
  private let lineStarts: [Int]
  /// Values that may still be made: aliases of aliases would multiply a short text without end.
  private var valuesLeft: Int

  private static let maximumDepth = 64

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    lineStarts = [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    valuesLeft = 1000 + 4 * bytes.count
  }

  func documents() throws(InputError) -> [JSONDocument] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: file, message: "is no text in UTF-8")
    }
    var stream = self
    var documents: [JSONDocument] = []
    for root in try roots(of: text) {
      let value = try stream.value(root, depth: 0)
      // Nothing stands between two separators.
      if case .null = value.content { continue }
      documents.append(JSONDocument(root: value, bytes, file: file))
    }
    guard !documents.isEmpty else { throw InputError(file: file, message: "is empty, expected YAML") }
    return documents
  }

  private func roots(of text: String) throws(InputError) -> [Yams.Node] {
    do {
      let parser = try Yams.Parser(yaml: text)
      var roots: [Yams.Node] = []
      while let root = try parser.nextRoot() { roots.append(root) }
      return roots
    } catch let error as YamlError { throw located(error) } catch { throw InputError(file: file, message: "\(error)") }
  }

  private func located(_ error: YamlError) -> InputError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      InputError(file: file, line: mark.line, column: mark.column, message: "\(problem), expected YAML")
    case .duplicatedKeysInMapping(let duplicates, let context):
      InputError(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "the key '\(duplicates.first.map { "\($0)" } ?? "")' is there twice, expected it once")
    default: InputError(file: file, message: "expected YAML: \(error)")
    }
  }

  private func offset(of mark: Yams.Mark?) -> Int {
    guard let mark, mark.line >= 1, mark.line <= lineStarts.count else { return 0 }
    var offset = lineStarts[mark.line - 1]
    var left = mark.column
    // Columns count scalars: all bytes but those that continue a sequence of UTF-8.
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
      if left <= 0 { break }
      offset += 1
    }
    return offset
  }

  private mutating func value(_ node: Yams.Node, depth: Int) throws(InputError) -> JSONDocument.Value {
    let offset = offset(of: node.mark)
    func error(_ message: String) -> InputError { InputError(file: file, offset: offset, in: bytes, message: message) }
    guard depth < Self.maximumDepth else { throw error("the YAML is nested too deeply, expected less") }
    valuesLeft -= 1
    guard valuesLeft > 0 else { throw error("the aliases stand for too much, expected less") }
    let content: JSONDocument.Content
    switch node {
    case .scalar(let scalar): content = Self.content(scalar.string, tag: node.tag.description)
    case .sequence(let sequence):
      var values: [JSONDocument.Value] = []
      for element in sequence { values.append(try value(element, depth: depth + 1)) }
      content = .array(values)
    case .mapping(let mapping):
      var members: [String: JSONDocument.Value] = [:]
      for (key, element) in mapping {
        guard case .scalar(let name) = key else { throw error("expected keys that are words") }
        members[name.string] = try value(element, depth: depth + 1)
      }
      content = .object(members)
    case .alias: throw error("the alias has no anchor, expected one before it")
    }
    return JSONDocument.Value(offset: offset, content: content)
  }

  private static func content(_ text: String, tag: String) -> JSONDocument.Content {
    switch tag {
    case "tag:yaml.org,2002:null": .null
    case "tag:yaml.org,2002:bool": .boolean(["true", "yes", "on", "y"].contains(text.lowercased()))
    case "tag:yaml.org,2002:int": Int(text).map { .number($0) } ?? .string(text)
    default: .string(text)
    }
  }
}
