// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Apus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ApusModel", targets: ["ApusModel"]),
    .library(name: "ApusProblems", targets: ["ApusProblems"]),
  ],
  targets: [
    // What a problem is. Knows no solver.
    .target(name: "ApusModel"),
    // The native solver, one module so that the compiler sees it whole.
    .target(name: "ApusEngine", dependencies: ["ApusModel"]),
    // The problem families: instances, readers, writers, generators, and checks that build no model.
    .target(name: "ApusProblems", dependencies: ["ApusModel"], path: "Models", exclude: ["JobShop/README.md"]),
    .testTarget(name: "ApusProblemsTests", dependencies: ["ApusProblems"]),
  ],
  swiftLanguageModes: [.v6]
)
