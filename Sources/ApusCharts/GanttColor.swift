#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An opaque sRGB colour, with the two measures a chart needs: contrast to the eye and perceived difference.
public struct GanttColor: Sendable, Hashable {
  /// The red component, 0 to 255.
  public var red: UInt8
  /// The green component, 0 to 255.
  public var green: UInt8
  /// The blue component, 0 to 255.
  public var blue: UInt8

  /// Creates a colour from its components.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Creates a colour from a number such as `0x4C78A8`.
  public init(_ rgb: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16),
      green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb))
  }

  /// Creates the colour of a lightness (0 to 1), a chroma (0 to about 0.3) and a hue in degrees in OKLCH.
  ///
  /// When sRGB has no such colour, the chroma is lowered until it has. OKLCH: B. Ottosson, "A perceptual color space for
  /// image processing", 2020.
  public init(lightness: Double, chroma: Double, hue: Double) {
    let angle = hue * Double.pi / 180
    var chroma = chroma
    var rgb = Self.linear(lightness: lightness, a: chroma * cos(angle), b: chroma * sin(angle))
    while chroma > 0.001, rgb.contains(where: { $0 < -0.0005 || $0 > 1.0005 }) {
      chroma -= 0.005
      rgb = Self.linear(lightness: lightness, a: chroma * cos(angle), b: chroma * sin(angle))
    }
    let bytes = rgb.map { UInt8((min(1, max(0, Self.encoded(min(1, max(0, $0))))) * 255).rounded()) }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// The colour as CSS and SVG write it, such as `#4c78a8`.
  public var hex: String {
    "#"
      + [red, green, blue].map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The relative luminance of WCAG 2, from 0 for black to 1 for white.
  public var luminance: Double {
    0.2126 * Self.decoded(red) + 0.7152 * Self.decoded(green) + 0.0722 * Self.decoded(blue)
  }

  /// The contrast ratio of WCAG 2, from 1 (equal) to 21 (black on white).
  public func contrast(with other: GanttColor) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  /// The perceived difference: the Euclidean distance in OKLab. About 0.02 is just noticeable side by side.
  public func difference(from other: GanttColor) -> Double {
    let (a, b) = (oklab, other.oklab)
    let (l, m, s) = (a.l - b.l, a.a - b.a, a.b - b.b)
    return (l * l + m * m + s * s).squareRoot()
  }

  /// Lightness and the two colour axes of OKLab.
  var oklab: (l: Double, a: Double, b: Double) {
    let (r, g, b) = (Self.decoded(red), Self.decoded(green), Self.decoded(blue))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    )
  }

  private static func linear(lightness: Double, a: Double, b: Double) -> [Double] {
    let l = lightness + 0.3963377774 * a + 0.2158037573 * b
    let m = lightness - 0.1055613458 * a - 0.0638541728 * b
    let s = lightness - 0.0894841775 * a - 1.2914855480 * b
    let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
    return [
      4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
      -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
      -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3,
    ]
  }

  private static func encoded(_ value: Double) -> Double {
    value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
  }

  private static func decoded(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
