import Testing

@testable import ApusBench

/// What a suite's list may say.
@Suite struct SuiteEntryTests {
  @Test func rangesCountWithTheirDigits() {
    #expect(SuiteEntry("la08..la11")?.names == ["la08", "la09", "la10", "la11"])
    #expect(SuiteEntry("yn1..yn4")?.names == ["yn1", "yn2", "yn3", "yn4"])
    #expect(SuiteEntry("tai_10_1..tai_10_3")?.names == ["tai_10_1", "tai_10_2", "tai_10_3"])
    #expect(SuiteEntry("ft06")?.names == ["ft06"])
    #expect(SuiteEntry("jobshop/ta*.txt") == .files("jobshop/ta*.txt"))
  }

  @Test(arguments: [
    "", " ", "la05..la01", "la1..la10", "la01..lb05", "la..lb", "la01..", "..la05", "la01...la05", "la00000..la99999",
    "a/../b", "/etc/passwd", "jobshop//a", "jobshop/", "*/ta01.txt", ".hidden", "ta*", "té1..té2", "ft06\n",
  ])
  func whatIsNone(_ text: String) { #expect(SuiteEntry(text) == nil) }
}
