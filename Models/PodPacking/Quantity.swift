/// An amount of a resource as Kubernetes writes it, exactly: `250m`, `1.5`, `64Mi`, `1e3`, `12E`.
///
/// The grammar is that of the API's `resource.Quantity`: a decimal number with an optional sign, then nothing, a decimal suffix (`n u m k M
/// G T P E`), a binary one (`Ki Mi Gi Ti Pi Ei`) or an exponent (`e3`, `E-2`). Amounts are kept in billionths, the finest that the API
/// keeps; as there, what is finer is rounded away from zero.
struct Quantity: Sendable, Hashable, Comparable {
  /// Billionths of the unit.
  private(set) var billionths: Int128

  static let zero = Quantity(billionths: 0)

  private init(billionths: Int128) { self.billionths = billionths }

  /// A whole number of units.
  init(_ units: Int) { billionths = Int128(units) * 1_000_000_000 }

  /// Why a text is no quantity that can be used.
  enum Flaw: Error, Equatable {
    /// It does not follow the grammar.
    case malformed
    /// It is beyond what 64 bits can count.
    case tooLarge
  }

  /// Reads a quantity. O(length).
  init(_ text: String) throws(Flaw) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    let whole = rest.prefix(while: isDigit)
    rest.removeFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = rest.prefix(while: isDigit)
      rest.removeFirst(fraction.count)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { throw .malformed }
    guard let unit = Unit(rest) else { throw .malformed }

    var digits = Array(whole.drop { $0 == UInt8(ascii: "0") })
    let isZero = digits.isEmpty && fraction.allSatisfy { $0 == UInt8(ascii: "0") }
    if isZero {
      self = .zero
      return
    }
    digits += fraction
    // The value is digits · 10^power · factor, in billionths.
    var power = unit.exponent + 9 - fraction.count
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      power += 1
    }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    var amount: Int128 = 0
    var isCut = false
    for (place, digit) in significant.enumerated() {
      // Digits beyond the thirtieth are below a billionth, or the number is too large anyway.
      guard place < 30 else {
        isCut = isCut || digit != UInt8(ascii: "0")
        power += 1
        continue
      }
      amount = amount * 10 + Int128(digit - UInt8(ascii: "0"))
    }
    // Tens are divided by last, so that nothing is lost before the factor is in.
    (amount, isCut) = try Self.scaled(amount, by: unit.factor, power: power, isCut: isCut)
    if isCut { amount += 1 }
    guard amount <= Self.largest else { throw .tooLarge }
    billionths = isNegative ? -amount : amount
  }

  /// What 64 bits can count, in billionths.
  private static let largest = Int128(Int.max) * 1_000_000_000

  private static func scaled(
    _ value: Int128, by factor: Int128, power: Int, isCut: Bool
  ) throws(Flaw) -> (Int128, Bool) {
    var (amount, overflow) = value.multipliedReportingOverflow(by: factor)
    // Of thirty digits and a large unit; a negative power cannot bring it back below 64 bits of units.
    if overflow {
      guard power < 0 else { throw .tooLarge }
      // Divide first: thirty digits carry more than enough, and what is lost is told by the cut.
      let ten: Int128 = 10
      var reduced = value
      var isCut = isCut
      var power = power
      while power < 0, reduced.multipliedReportingOverflow(by: factor).overflow {
        isCut = isCut || reduced % ten != 0
        reduced /= ten
        power += 1
      }
      return try scaled(reduced, by: factor, power: power, isCut: isCut)
    }
    var isCut = isCut
    if power >= 0 {
      for _ in 0..<min(power, 60) {
        (amount, overflow) = amount.multipliedReportingOverflow(by: 10)
        guard !overflow else { throw .tooLarge }
      }
    } else {
      for _ in 0..<min(-power, 60) {
        isCut = isCut || amount % 10 != 0
        amount /= 10
      }
    }
    return (amount, isCut)
  }

  static func < (a: Quantity, b: Quantity) -> Bool { a.billionths < b.billionths }

  /// Quantities are at most 2⁶³ units and their sums are made of fewer than 2³⁰ of them, which 128 bits hold.
  static func + (a: Quantity, b: Quantity) -> Quantity { Quantity(billionths: a.billionths + b.billionths) }

  /// The least whole number of 1/`parts` of the unit that is not below the quantity, as the scheduler counts it: thousandths of a
  /// processor, whole bytes. Nil if it needs more than 64 bits.
  func roundedUp(parts: Int) -> Int? {
    let (product, overflow) = billionths.multipliedReportingOverflow(by: Int128(parts))
    guard !overflow else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: 1_000_000_000)
    return Int(exactly: remainder > 0 ? quotient + 1 : quotient)
  }
}

extension Quantity {
  /// What stands behind the number: · factor · 10^exponent.
  private struct Unit {
    var factor: Int128 = 1
    var exponent = 0

    init?(_ suffix: ArraySlice<UInt8>) {
      switch String(decoding: suffix, as: UTF8.self) {
      case "n": exponent = -9
      case "u": exponent = -6
      case "m": exponent = -3
      case "": break
      case "k": exponent = 3
      case "M": exponent = 6
      case "G": exponent = 9
      case "T": exponent = 12
      case "P": exponent = 15
      case "E": exponent = 18
      case "Ki": factor = 1 << 10
      case "Mi": factor = 1 << 20
      case "Gi": factor = 1 << 30
      case "Ti": factor = 1 << 40
      case "Pi": factor = 1 << 50
      case "Ei": factor = 1 << 60
      case let text:
        guard let first = text.first, first == "e" || first == "E" else { return nil }
        let digits = text.dropFirst()
        let unsigned = digits.first == "-" || digits.first == "+" ? digits.dropFirst() : digits
        guard !unsigned.isEmpty, unsigned.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
          return nil
        }
        // Beyond a thousand every number but 0 is too large, or less than a billionth.
        let significant = unsigned.drop { $0 == "0" }
        let size = significant.count > 3 ? 1000 : Int(significant) ?? 0
        exponent = digits.first == "-" ? -size : size
      }
    }
  }
}
