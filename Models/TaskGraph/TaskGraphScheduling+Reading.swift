#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension TaskGraphScheduling {
  /// How a task graph is written as text. The README of this folder shows all.
  public enum Format: String, Sendable, CaseIterable, Codable {
    /// All that a task graph can have.
    case json
    /// The Standard Task Graph set: no processors, no data.
    case stg
    /// Jobs and platforms of DS3 and SoCRATES, one behind the other in one text.
    case ds3
    /// WfFormat 1.5, workflows as they ran: no processors.
    case wfcommons
    /// Weights, then arcs with delays, as of the graphs of FFT and Laplace: no processors.
    case laplace
    /// Graphviz, which is written only.
    case dot
  }

  /// Reads an instance from a file and names it after the file.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - processors: The number of processors, for formats without.
  ///   - format: The file's format; nil recognises it.
  /// - Throws: ``InputError`` if the file cannot be read, or does not hold such an instance.
  public init(contentsOf url: URL, processors: Int? = nil, format: Format? = nil) throws(InputError) {
    try self.init(
      InstanceText(
        bytes: try InputFile.bytes(of: url), file: url.path, name: InputFile.instanceName(of: url),
        dialect: format?.rawValue, number: processors))
  }

  /// Reads an instance. In a format without processors the text's number says how many there are, all alike; the instance's name then ends with it,
  /// `rand0000#4`.
  ///
  /// - Throws: ``InputError`` if the text does not hold such an instance, or the number of processors is missing.
  /// - Complexity: O(bytes + tasks × processors), O(processors²) more.
  init(_ text: InstanceText) throws(InputError) {
    guard let format = text.dialect.flatMap(Format.init) ?? Self.recognizedFormat(of: text.bytes) else {
      throw InputError(file: text.file, message: "no task graph in a format that is known; --format may give it")
    }
    switch format {
    case .json, .ds3:
      try text.requireSingleInstance()
      self =
        format == .json
        ? try Self.readJSON(text.bytes, file: text.file, name: text.name)
        : try Self.readDS3(text.bytes, file: text.file, name: text.name)
    case .stg: self = try Self.readSTG(text)
    case .laplace: self = try Self.readLaplace(text)
    case .wfcommons: self = try Self.readWfCommons(text)
    case .dot:
      throw InputError(file: text.file, message: "Graphviz is written only, expected a format that can be read")
    }
  }

  /// The format of a text; nil where it is no task graph.
  ///
  /// - Complexity: O(bytes).
  static func recognizedFormat(of bytes: [UInt8]) -> Format? {
    if JSONSyntax.looksLikeJSON(bytes) {
      let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
      if head.contains("\"\(jsonFormat)\"") { return .json }
      return head.contains("\"schemaVersion\"") ? .wfcommons : nil
    }
    guard var scanner = try? TextScanner(bytes, file: "") else { return nil }
    scanner.skipToToken()
    if ["job_name", "add_new_tasks", "add_new_resource"].contains(scanner.word) { return .ds3 }
    if looksLikeSTG(scanner) { return .stg }
    return looksLikeLaplace(scanner) ? .laplace : nil
  }

  /// The instance as text. That in `json` is read back as an equal one.
  ///
  /// - Throws: ``InputError`` if the format cannot express it, or is not written.
  public func text(in format: Format) throws(InputError) -> String {
    switch format {
    case .json: return jsonText
    case .dot: return dotText
    case .stg:
      guard hasInterchangeableProcessors else {
        throw InputError(
          file: name, message: "cannot be written as stg, in which processors are alike and data take no time")
      }
      return stgText
    case .ds3, .wfcommons, .laplace:
      throw InputError(file: name, message: "the format \(format.rawValue) is read only, expected json, stg or dot")
    }
  }
}

extension InstanceText {
  /// The number of processors behind `#`, which a format without processors needs.
  func processorCount() throws(InputError) -> Int {
    guard let number else {
      throw InputError(
        file: file, message: "the format has no processors, expected their number behind the name: \(file)#4")
    }
    guard (1...TaskGraphScheduling.maximumProcessorCount).contains(number) else {
      throw InputError(
        file: file, message: "\(number) processors, expected 1 to \(TaskGraphScheduling.maximumProcessorCount)")
    }
    return number
  }

  /// The name of the instance with that many processors.
  func instanceName(processors: Int) -> String { "\(name)#\(processors)" }
}
