import Testing

@testable import ApusEngine

/// The arithmetic of products against every value there is.
@Suite struct ProductBoundsTests {
  private let ranges = (-4...4).flatMap { low in (low...4).map { (low: Int64(low), high: Int64($0)) } }

  @Test func productsAreTheHullOfAllProducts() {
    for x in ranges {
      for y in ranges {
        let all = (x.low...x.high).flatMap { a in (y.low...y.high).map { a * $0 } }
        let hull = ProductBounds.product(x, y)
        #expect(hull.low == all.min() && hull.high == all.max(), "\(x) \(y)")
      }
    }
  }

  @Test func factorsAreNotFartherApartThanQuotients() {
    for z in ranges.map({ (low: 3 * $0.low - 1, high: 3 * $0.high) }) {
      for y in ranges {
        let all = (-40...40).filter { x in (y.low...y.high).contains { (z.low...z.high).contains(Int64(x) * $0) } }
        guard let hull = ProductBounds.factor(of: z, by: y) else {
          #expect(z.low <= 0 && z.high >= 0 && y.low <= 0 && y.high >= 0, "\(z) \(y)")
          continue
        }
        // Rounded quotients of bounds: no value is lost, and only those of a quotient with a fraction are too many.
        if let first = all.first, let last = all.last {
          #expect(hull.low <= Int64(first) && Int64(last) <= hull.high, "\(z) \(y)")
        }
        if hull.low <= hull.high {
          let reach = max(abs(z.low), abs(z.high))
          #expect(abs(hull.low) <= reach && abs(hull.high) <= reach, "\(z) \(y)")
        }
      }
    }
  }
}
