/// The colours of groups: twenty chosen by hand, then as many as are wanted by rule.
///
/// All of them are bright enough to stand on a dark page and dark enough to stand on a white one.
public enum GanttPalette {
  /// The colour of a group. Negative groups are grey.
  ///
  /// From the twenty-first on, hues advance by the golden angle (any run of groups is spread evenly round the circle)
  /// while lightness and chroma alternate between three bands, in the perceptual space OKLCH.
  public static func color(forGroup group: Int) -> GanttColor {
    if group < 0 { return neutral }
    if group < chosen.count { return chosen[group] }
    // The rule repeats after 100,000 groups, long after the eye has given up.
    let index = (group - chosen.count) % 100_000
    let band = [(0.70, 0.14), (0.555, 0.15), (0.82, 0.10)][index % 3]
    let hue = (Double(index) * 137.50776405003785 + 20).truncatingRemainder(dividingBy: 360)
    return GanttColor(lightness: band.0, chroma: band.1, hue: hue)
  }

  /// The colour for text on a background: white where it reaches the contrast of 4.5 that WCAG asks for, else black, which
  /// then does.
  public static func textColor(on background: GanttColor) -> GanttColor {
    paper.contrast(with: background) >= 4.5 ? paper : ink
  }

  /// The colour of what belongs to no group.
  public static let neutral = GanttColor(0x9AA3AE)

  static let ink = GanttColor(0x000000)
  static let paper = GanttColor(0xFFFFFF)

  static let chosen: [GanttColor] = [
    0x3D71B3, 0xF58A1F, 0x4FA14A, 0xD33F3F, 0x72B7B2, 0xEBC637, 0x9458B3, 0x8A6248, 0xFF9DB0, 0x6556D0,
    0x9CC9F0, 0x8ED681, 0xB83463, 0x2F7D5C, 0xFFC58A, 0x1AA5CF, 0xD9B8EE, 0xA3A52C, 0xC9338F, 0x19C7A0,
  ].map { GanttColor($0) }
}
