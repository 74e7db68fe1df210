// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Apus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ApusModel", targets: ["ApusModel"]),
    .library(name: "ApusCheck", targets: ["ApusCheck"]),
  ],
  targets: [
    // What a problem is. Knows no solver.
    .target(name: "ApusModel"),
    // Is this solution right? No solver imports it.
    .target(name: "ApusCheck", dependencies: ["ApusModel"]),

    // Random models and enumeration: the truth that solvers and checks are tested against.
    .target(name: "ApusTestSupport", dependencies: ["ApusModel"], path: "Tests/Support"),
    .testTarget(name: "ApusModelTests", dependencies: ["ApusModel", "ApusTestSupport"]),
    .testTarget(name: "ApusCheckTests", dependencies: ["ApusModel", "ApusCheck", "ApusTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
