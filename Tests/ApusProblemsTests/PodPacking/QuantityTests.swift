import ApusModel
import Testing

@testable import ApusProblems

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0", 0), ("1", 1000), ("250m", 250), ("1.5", 1500), ("0.1", 100), (".5", 500), ("1.", 1000), ("+2", 2000),
    ("1e3", 1_000_000), ("1E3", 1_000_000), ("5e-1", 500), ("1Ki", 1_024_000), ("64Mi", 67_108_864_000),
    ("0.5Ki", 512_000), ("2k", 2_000_000), ("1n", 1), ("1u", 1), ("1000001n", 2), ("0.0000000001", 1), ("-1", -1000),
    ("00012", 12000), ("0E", 0), ("0e999999999", 0), ("1e-999999999", 1),
  ])
  func thousandthsAreExactAndRoundedUp(text: String, thousandths: Int) throws {
    #expect(try Quantity(text).roundedUp(parts: 1000) == thousandths)
  }

  @Test(arguments: [
    ("1E", 1_000_000_000_000_000_000), ("9E", 9_000_000_000_000_000_000), ("7Ei", 8_070_450_532_247_928_832),
    ("9223372036854775807", Int.max), ("9.223372036854775807E", Int.max), ("1Ti", 1_099_511_627_776), ("3m", 1),
    ("7.99999999999999999999999999999999999Ei", Int.max),
  ])
  func unitsReachToTheLimitsOf64Bits(text: String, units: Int) throws {
    if text.hasPrefix("7.9") {
      #expect(throws: Quantity.Flaw.tooLarge) { try Quantity(text) }
    } else {
      #expect(try Quantity(text).roundedUp(parts: 1) == units)
    }
  }

  @Test(arguments: [
    "12E", "8Ei", "9223372036854775808", "1e19", "1e999999999999", "99999999999999999999999999999999999999999P",
  ])
  func whatNeedsMoreThan64BitsIsRefused(text: String) {
    #expect(throws: Quantity.Flaw.tooLarge) { try Quantity(text) }
  }

  @Test(arguments: [
    "", "m", ".", "1 ", " 1", "1,5", "1ki", "1K", "1kB", "--1", "1e", "1e+", "0x10", "1.2.3", "1mm", "NaN", "inf", "١",
  ])
  func whatIsNoQuantityIsRefused(text: String) {
    #expect(throws: Quantity.Flaw.malformed) { try Quantity(text) }
  }
}
