extension GanttPalette {
  /// The number, 16 to 255, of the 256-colour terminal palette's nearest colour by perceived difference.
  ///
  /// The first sixteen numbers are left out, since every terminal has its own colours for them.
  public static func terminalCode(nearest color: GanttColor) -> Int {
    var best = (code: 16, difference: Double.infinity)
    for (index, candidate) in terminalColors.enumerated() {
      let difference = candidate.difference(from: color)
      if difference < best.difference { best = (index + 16, difference) }
    }
    return best.code
  }

  /// The colours 16 to 255: a cube of six steps a side, then 24 greys.
  static let terminalColors: [GanttColor] = {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    var colors: [GanttColor] = []
    for red in steps {
      for green in steps {
        for blue in steps { colors.append(GanttColor(red: red, green: green, blue: blue)) }
      }
    }
    for grey in 0..<24 {
      let value = UInt8(8 + 10 * grey)
      colors.append(GanttColor(red: value, green: value, blue: value))
    }
    return colors
  }()
}
