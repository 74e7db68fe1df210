import ApusProblems
import ApusStructure
import ApusTestSupport
import Foundation

/// The published job shops, where they are on this machine.
enum PublishedShops {
  static let isPresent = PublishedData.folder("jobshop") != nil

  static func shop(_ name: String) throws -> Shop {
    guard let file = PublishedData.file("jobshop", "\(name).txt") else { throw CocoaError(.fileNoSuchFile) }
    return try view(of: JobShop(contentsOf: file))
  }

  /// An instance that the project carries.
  static func carried(_ name: String) throws -> Shop {
    guard let shop = JobShop.named(name) else { throw CocoaError(.fileNoSuchFile) }
    return try view(of: shop)
  }

  private static func view(of shop: JobShop) throws -> Shop {
    guard let view = Shop(recognizing: shop.model().data) else { throw CocoaError(.featureUnsupported) }
    return view
  }

  /// The best makespans known, by instance.
  static func upperBounds() throws -> [String: Int] { try PublishedData.makespans("jobshop").mapValues(\.value) }

  /// Names such as la01, la02: a family and numbers of two digits.
  static func names(_ family: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "\(family)\($0 < 10 && family != "yn" ? "0" : "")\($0)" }
  }
}
