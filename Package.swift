// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Apus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ApusModel", targets: ["ApusModel"]),
    .library(name: "ApusStructure", targets: ["ApusStructure"]),
    .library(name: "ApusHeuristics", targets: ["ApusHeuristics"]),
  ],
  targets: [
    // What a problem is. Knows no solver.
    .target(name: "ApusModel"),
    // What kind of problem a model is, as plain arrays.
    .target(name: "ApusStructure", dependencies: ["ApusModel"]),
    // Schedules without search.
    .target(name: "ApusHeuristics", dependencies: ["ApusModel", "ApusStructure"]),
    .testTarget(name: "ApusStructureTests", dependencies: ["ApusModel", "ApusStructure"]),
    .testTarget(name: "ApusHeuristicsTests", dependencies: ["ApusModel", "ApusStructure", "ApusHeuristics"]),
  ],
  swiftLanguageModes: [.v6]
)
