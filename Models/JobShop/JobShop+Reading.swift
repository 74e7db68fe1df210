#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JobShop {
  /// How a shop is written as text. The README of this folder shows both.
  public enum Format: String, Sendable, CaseIterable, Codable {
    /// Jobs and machines, then a line a job of pairs of machine (from 0) and duration.
    case standard
    /// Taillard's own: jobs and machines, a block of durations, a block of machines (from 1).
    case taillard
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
  ///   - bytes: The text; ASCII is all that is needed, comments may hold anything.
  ///   - name: The instance's name.
  ///   - format: The text's format; nil recognises it.
  ///   - number: Which instance, from 1, of a text that holds several.
  ///   - file: The file's name for errors; nil takes `name`.
  /// - Throws: ``InputError`` if the text does not hold such an instance.
  /// - Complexity: O(bytes).
  public init(
    bytes: [UInt8], name: String, format: Format? = nil, number: Int? = nil, file: String? = nil
  ) throws(InputError) {
    let shops = try Self.instances(bytes: bytes, name: name, format: format, file: file)
    let range = shops.count == 1 ? "1 instance" : "\(shops.count) instances, #1 to #\(shops.count)"
    if let number, !(1...shops.count).contains(number) {
      throw InputError(file: file ?? name, message: "there is no instance #\(number), the file holds \(range)")
    }
    guard shops.count == 1 || number != nil else {
      throw InputError(file: file ?? name, message: "the file holds \(range), expected one of them to be chosen")
    }
    self = shops[(number ?? 1) - 1]
  }

  /// Reads all instances of a text; they are named `name#1`, `name#2` and so on if there are several.
  ///
  /// Only Taillard's format can hold several. Parameters and errors are those of
  /// ``init(bytes:name:format:number:file:)``.
  ///
  /// - Returns: At least one instance.
  public static func instances(
    bytes: [UInt8], name: String, format: Format? = nil, file: String? = nil
  ) throws(InputError) -> [JobShop] {
    var scanner = try TextScanner(bytes, file: file ?? name)
    switch format ?? recognizedFormat(of: scanner) {
    case .standard: return [try readStandard(&scanner, name: name)]
    case .taillard: return try readTaillard(&scanner, name: name)
    }
  }

  /// The instance as text, read back as an equal one.
  ///
  /// - Throws: ``InputError`` if the format cannot express it: Taillard's needs as many operations in each job as there
  ///   are machines.
  public func text(in format: Format) throws(InputError) -> String {
    switch format {
    case .standard: return standardText
    case .taillard: return try taillardText()
    }
  }
}

// MARK: - Recognition

extension JobShop {
  /// The format a text is in, as far as its shape tells; `standard` if nothing speaks for the other one.
  ///
  /// Taillard's has headings, or else for n jobs on m machines 2nm numbers, the last nm of them machines from 1 to m, and
  /// either more than two numbers in the header or 2n lines of m. A standard text that is wrapped so has a machine 0.
  static func recognizedFormat(of scanner: TextScanner) -> Format {
    if hasTaillardHeadings(scanner) { return .taillard }
    var header = scanner
    guard let jobs = try? header.integer("", in: 1...Int(Int32.max)),
      let machines = try? header.integer("", in: 1...maximumMachineCount)
    else { return .standard }
    var headerLength = 2
    while !header.isAtLineEnd() {
      header.skipToken()
      headerLength += 1
    }
    let (tokens, lines, _) = header.remaining()
    guard tokens == 2 * jobs * machines, headerLength > 2 || lines == 2 * jobs else { return .standard }
    for line in 0..<2 * jobs {
      for _ in 0..<machines {
        guard let number = try? header.integer("", in: 0...maximumTotalDuration) else { return .standard }
        guard line < jobs || 1...machines ~= number else { return .standard }
      }
      guard headerLength > 2 || header.isAtLineEnd() else { return .standard }
    }
    return .taillard
  }

  private static func hasTaillardHeadings(_ scanner: TextScanner) -> Bool {
    var lines = scanner
    while let first = lines.peek() {
      if isLetter(first), ["nb", "number", "times", "machines"].contains(lines.word.lowercased()) { return true }
      lines.skipLine()
    }
    return false
  }

  /// Whether a token that starts with this byte is a word and no number.
  static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
}

// MARK: - What both formats read

extension TextScanner {
  /// The number of jobs, then the number of machines.
  mutating func shopSize() throws(InputError) -> (jobs: Int, machines: Int) {
    let jobs = try integer("the number of jobs", in: 1...Int(Int32.max))
    return (jobs, try integer("the number of machines", in: 1...JobShop.maximumMachineCount))
  }

  /// A duration, added to `total`, which must stay within the limit of a shop.
  mutating func duration(of id: JobShop.OperationID, total: inout Int) throws(InputError) -> Int {
    let duration = try integer("the duration of \(id)", in: 0...JobShop.maximumTotalDuration)
    total += duration
    guard total <= JobShop.maximumTotalDuration else { throw error(JobShop.tooLong(at: id)) }
    return duration
  }
}
