#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ProjectScheduling {
  /// How a project is written as text. The README of this folder shows all.
  public enum Format: String, Sendable, CaseIterable, Codable {
    /// PSPLIB's single-mode files, `.sm`.
    case psplib
    /// Patterson's format, `.rcp`.
    case patterson
    /// PSPLIB's multi-mode files, `.mm`, and those of MMLIB.
    case mm
    /// Minimum and maximum lags, the `.sch` files of ProGen/max.
    case max
    /// Patterson's format with reservoirs, the `ConsProd` files.
    case reservoir
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
  ///   - format: The text's format; nil recognises it.
  ///   - file: The file's name for errors; nil takes `name`.
  /// - Throws: ``InputError`` if the text does not hold such an instance, or its format is not recognised.
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8], name: String, format: Format? = nil, file: String? = nil) throws(InputError) {
    var scanner = try TextScanner(bytes, file: file ?? name)
    guard let format = format ?? Self.recognizedFormat(of: scanner) else {
      let names = Format.allCases.map { "rcpsp:\($0.rawValue)" }.joined(separator: ", ")
      throw scanner.error("expected a project in one of the formats \(names), found none that is recognised")
    }
    switch format {
    case .psplib: self = try Self.readPSPLIB(&scanner, name: name, isSingleMode: true)
    case .mm: self = try Self.readPSPLIB(&scanner, name: name, isSingleMode: false)
    case .patterson: self = try Self.readPatterson(&scanner, name: name)
    case .max: self = try Self.readMax(&scanner, name: name)
    case .reservoir: self = try Self.readConsProd(&scanner, name: name)
    }
  }
}
