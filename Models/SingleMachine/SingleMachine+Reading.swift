#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SingleMachine {
  /// How instances are written as text. The README of this folder shows all.
  public enum Format: String, Sendable, CaseIterable, Codable {
    /// A table with a heading.
    case csv
    /// Blocks of a line `n optimum` and *n* lines `p d`.
    case blocks
    /// OR-Library's `wt` files: *n* processing times, *n* weights and *n* due dates for each of 125 instances; or *n*, then these.
    case orlib
    /// The same with the weights ignored: each counts as 1.
    case unweighted
    /// Cicirello's files with setup times.
    case setup
    /// OR-Library's `sch` files with earliness weights and a common due date.
    case common
  }

  /// Reads an instance from a file and names it after the file.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - format: The file's format; nil recognises it.
  ///   - number: Which instance, from 1, of a file that holds several.
  /// - Throws: ``InputError`` if the file cannot be read, or does not hold such an instance.
  public init(contentsOf url: URL, format: Format? = nil, number: Int? = nil) throws(InputError) {
    let bytes = try InputFile.bytes(of: url)
    let name = InputFile.instanceName(of: url)
    try self.init(bytes: bytes, name: name, format: format, number: number, file: url.path)
  }

  /// Reads an instance from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - name: The instance's name.
  ///   - format: The text's format; nil recognises it.
  ///   - number: Which instance, from 1, of a text that holds several.
  ///   - file: The file's name for errors; nil takes `name`.
  /// - Throws: ``InputError`` if the text does not hold such an instance, or its format is not recognised.
  /// - Complexity: O(bytes).
  public init(
    bytes: [UInt8], name: String, format: Format? = nil, number: Int? = nil, file: String? = nil
  ) throws(InputError) {
    let instances = try Self.instances(bytes: bytes, name: name, format: format, file: file)
    let range = instances.count == 1 ? "1 instance" : "\(instances.count) instances, #1 to #\(instances.count)"
    if let number, !(1...instances.count).contains(number) {
      throw InputError(file: file ?? name, message: "there is no instance #\(number), the file holds \(range)")
    }
    guard instances.count == 1 || number != nil else {
      throw InputError(file: file ?? name, message: "the file holds \(range), expected one of them to be chosen")
    }
    self = instances[(number ?? 1) - 1]
  }

  /// Reads all instances of a text; they are named `name#1`, `name#2` and so on if there are several.
  ///
  /// Parameters and errors are those of `init(bytes:name:format:number:file:)`.
  ///
  /// - Returns: At least one instance.
  public static func instances(
    bytes: [UInt8], name: String, format: Format? = nil, file: String? = nil
  ) throws(InputError) -> [SingleMachine] {
    var scanner = try TextScanner(bytes, file: file ?? name)
    guard let format = format ?? recognizedFormat(of: scanner) else {
      let names = Format.allCases.map { "tardiness:\($0.rawValue)" }.joined(separator: ", ")
      throw scanner.error("expected jobs in one of the formats \(names), found none that is recognised")
    }
    switch format {
    case .blocks: return try readBlocks(&scanner, name: name)
    case .orlib: return try readORLibrary(&scanner, name: name)
    case .unweighted: return try readORLibrary(&scanner, name: name).map { $0.unweighted() }
    case .setup: return [try readSetup(&scanner, name: name)]
    case .common: return try readCommon(&scanner, name: name)
    case .csv: return [try readTable(scanner, name: name)]
    }
  }

  /// The instance as text, read back as an equal one but for an optimum that only `Format/blocks` can state.
  ///
  /// - Throws: ``InputError`` if the format cannot express it.
  public func text(in format: Format) throws(InputError) -> String {
    switch format {
    case .blocks: return try blockText()
    case .orlib, .unweighted: return try orLibraryText(isWeighted: format == .orlib)
    case .setup: return try setupText()
    case .common: return try commonText()
    case .csv: return try tableText()
    }
  }

  /// What a format has no room for.
  func cannotBeWritten(as format: Format, because reason: String) -> InputError {
    InputError(file: name, message: "cannot be written as tardiness:\(format.rawValue): \(reason)")
  }

  /// The name of one of several instances.
  static func name(_ name: String, _ number: Int, of count: Int) -> String { count == 1 ? name : "\(name)#\(number)" }
}

/// What several formats read.
extension TextScanner {
  mutating func jobCount() throws(InputError) -> Int {
    try integer("the number of jobs", in: 1...SingleMachine.maximumJobCount)
  }

  mutating func processingTime(_ job: Int) throws(InputError) -> Int {
    try integer("the processing time of job \(job)", in: SingleMachineDraft.processingTimes)
  }

  mutating func dueDate(_ job: Int) throws(InputError) -> Int {
    try integer("the due date of job \(job)", in: SingleMachineDraft.dueDates)
  }

  mutating func weight(_ what: String, _ job: Int) throws(InputError) -> Int {
    try integer("the \(what) of job \(job)", in: SingleMachineDraft.weights)
  }
}

extension SingleMachineDraft {
  /// Adds a job; what is wrong with it is wrong at an offset of the file.
  mutating func add(_ job: SingleMachine.Job, at offset: Int, of scanner: TextScanner) throws(InputError) {
    if let flaw = add(job) { throw scanner.error(flaw, at: offset) }
  }
}
