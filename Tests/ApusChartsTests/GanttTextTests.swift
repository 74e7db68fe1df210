import Testing

@testable import ApusCharts

@Suite struct GanttTextTests {
  @Test func cleaningLeavesNothingHarmful() {
    #expect(GanttText.clean("a\u{0}b\u{1B}[31m\u{9B}") == "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}")
    #expect(GanttText.clean("one\r\ntwo\rthree\tfour\u{2028}five") == "one two three four five")
    #expect(GanttText.clean("\u{202E}x\u{2066}\u{FFFE}") == "\u{FFFD}x\u{FFFD}\u{FFFD}")
    #expect(GanttText.clean("👩‍👩‍👧‍👦 日本語 é") == "👩‍👩‍👧‍👦 日本語 é")
  }

  @Test func escaping() {
    #expect(GanttText.xml("<a b=\"c\">&'") == "&lt;a b=&quot;c&quot;&gt;&amp;&#39;")
    #expect(GanttText.json("</script>\"\\&\n") == #""\u003c/script\u003e\"\\\u0026 ""#)
  }

  @Test func decimals() {
    #expect(
      [0, 1, 1.5, 1.25, 1.005, -0.001, -1.5, 20.049, 0.05].map(GanttText.decimal)
        == ["0", "1", "1.5", "1.25", "1", "0", "-1.5", "20.05", "0.05"])
  }

  @Test func numbers() {
    #expect(GanttText.number(9999) == "9999")
    #expect(GanttText.number(-1_234_567) == "\u{2212}1\u{202F}234\u{202F}567")
    #expect(GanttText.number(.min).hasSuffix("808"))
  }

  @Test func columnsAreThoseOfATerminal() {
    #expect(GanttText.columns("abc") == 3)
    #expect(GanttText.columns("日本") == 4)
    #expect(GanttText.columns("👩‍👩‍👧‍👦") == 2)
    #expect(GanttText.columns("e\u{301}") == 1)
    #expect(GanttText.fitted("machine 12", columns: 6) == "machi…")
    #expect(GanttText.fitted("日本語", columns: 4, padded: true) == "日… ")
    #expect(GanttText.fitted("abc", columns: 0) == "")
  }
}
