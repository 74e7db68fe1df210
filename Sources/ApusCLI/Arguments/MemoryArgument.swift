import ArgumentParser

/// An amount of memory as users write it: `4G`, `512M`, `1.5g`, `4GiB`, `1000000`. Units are powers of 1024.
struct MemoryArgument: Equatable, CustomStringConvertible {
  let bytes: Int
  /// As it was written.
  let description: String

  /// - Throws: `ValidationError` unless the text is such an amount, from 1 byte to 1024 T.
  init(_ text: String) throws {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var unit = text[digits.endIndex...].lowercased()
    if unit.hasSuffix("ib") { unit.removeLast(2) } else if unit.hasSuffix("b") { unit.removeLast() }
    let sizes = ["": 1.0, "k": 0x1p10, "m": 0x1p20, "g": 0x1p30, "t": 0x1p40]
    guard let value = Double(digits), let size = sizes[unit], (1...0x1p50).contains(value * size) else {
      throw ValidationError("expected an amount of memory such as 512M or 4G")
    }
    bytes = Int(value * size)
    description = text
  }
}
