#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FlexibleJobShop {
  /// How a shop is written as text. The README of this folder shows all.
  public enum Format: String, Sendable, CaseIterable, Codable {
    /// A line a job; machines are counted from 1.
    case fjs
    /// A line a job; machines are counted from 0.
    case fjs0
    /// A graph of operations.
    case assembly
  }

  /// Reads an instance from a file and names it after the file.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - format: The file's format; nil recognises it.
  /// - Throws: ``InputError`` if the file cannot be read, or does not hold such an instance.
  public init(contentsOf url: URL, format: Format? = nil) throws(InputError) {
    let bytes = try InputFile.bytes(of: url)
    try self.init(bytes: bytes, name: InputFile.instanceName(of: url), format: format, file: url.path)
  }

  /// Reads an instance from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - name: The instance's name.
  ///   - format: The text's format; nil recognises it, and takes it for `fjs` where nothing speaks for the others.
  ///   - file: The file's name for errors; nil takes `name`.
  /// - Throws: ``InputError`` if the text does not hold such an instance.
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8], name: String, format: Format? = nil, file: String? = nil) throws(InputError) {
    var scanner = try TextScanner(bytes, file: file ?? name)
    switch format ?? Self.recognizedFormat(of: scanner) ?? .fjs {
    case .fjs: self = try Self.readChains(&scanner, name: name, firstMachine: 1)
    case .fjs0: self = try Self.readChains(&scanner, name: name, firstMachine: 0)
    case .assembly: self = try Self.readAssembly(&scanner, name: name)
    }
  }

  /// The instance as text, read back as an equal one.
  ///
  /// - Throws: ``InputError`` if the format cannot express it: only `assembly` has jobs that are no chains.
  public func text(in format: Format) throws(InputError) -> String {
    switch format {
    case .fjs: try chainsText(firstMachine: 1, format)
    case .fjs0: try chainsText(firstMachine: 0, format)
    case .assembly: assemblyText
    }
  }
}
