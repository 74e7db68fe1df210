import Testing

@testable import ApusCharts

@Suite struct GanttPaletteTests {
  @Test func chosenColorsDifferClearly() {
    for first in 0..<20 {
      for second in 0..<first {
        let difference = GanttPalette.color(forGroup: first).difference(from: GanttPalette.color(forGroup: second))
        #expect(difference > 0.07, "groups \(second) and \(first)")
      }
    }
  }

  @Test func neighboursDifferClearlyAndNoneIsRepeatedSoon() {
    let colors = (0..<300).map { GanttPalette.color(forGroup: $0) }
    for (color, next) in zip(colors, colors.dropFirst()) { #expect(color.difference(from: next) > 0.1) }
    #expect(Set(colors).count > 290)
  }

  @Test func textIsReadableOnEveryColor() {
    for group in -1..<1000 {
      let color = GanttPalette.color(forGroup: group)
      #expect(GanttPalette.textColor(on: color).contrast(with: color) >= 4.5, "group \(group)")
    }
  }

  @Test func barsStandOutFromBothPages() {
    for group in -1..<1000 {
      let color = GanttPalette.color(forGroup: group)
      #expect(color.contrast(with: GanttColor(0x12161C)) >= 3, "group \(group)")
      #expect(color.contrast(with: GanttColor(0xFFFFFF)) >= 1.4, "group \(group)")
    }
  }

  @Test func extremeGroupsHaveColors() {
    #expect(GanttPalette.color(forGroup: .min) == GanttPalette.neutral)
    _ = GanttPalette.color(forGroup: .max)
  }

  @Test func oklchAgreesWithPublishedValues() {
    #expect(GanttColor(lightness: 1, chroma: 0, hue: 0) == GanttColor(0xFFFFFF))
    #expect(GanttColor(lightness: 0, chroma: 0, hue: 0) == GanttColor(0x000000))
    // Pure red is oklch(0.628 0.2577 29.23).
    #expect(GanttColor(lightness: 0.62796, chroma: 0.25768, hue: 29.234).difference(from: GanttColor(0xFF0000)) < 0.01)
    #expect(GanttColor(0x0A0C0F).hex == "#0a0c0f")
    #expect(abs(GanttColor(0).contrast(with: GanttColor(0xFFFFFF)) - 21) < 1e-9)
  }

  @Test func terminalColorsAreTheNearest() {
    #expect(GanttPalette.terminalCode(nearest: GanttColor(0x000000)) == 16)
    #expect(GanttPalette.terminalCode(nearest: GanttColor(0xFFFFFF)) == 231)
    #expect(GanttPalette.terminalCode(nearest: GanttColor(0x808080)) == 244)
    let codes = (0..<20).map { GanttPalette.terminalCode(nearest: GanttPalette.color(forGroup: $0)) }
    #expect(Set(codes).count == 20, "\(codes)")
  }
}
