// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Apus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ApusModel", targets: ["ApusModel"])
  ],
  targets: [
    // What a problem is. Knows no solver.
    .target(name: "ApusModel"),
    // The native solver, one module so that the compiler sees it whole.
    .target(name: "ApusEngine", dependencies: ["ApusModel"]),
  ],
  swiftLanguageModes: [.v6]
)
