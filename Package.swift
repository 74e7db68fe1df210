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
    // What kind of problem a model is, as plain arrays.
    .target(name: "ApusStructure", dependencies: ["ApusModel"]),
    // The native solver, one module so that the compiler sees it whole.
    .target(name: "ApusEngine", dependencies: ["ApusModel", "ApusStructure"]),
    // Schedules without search.
    .target(name: "ApusHeuristics", dependencies: ["ApusModel", "ApusStructure"]),
    // The problem families: instances, readers, writers, generators, and checks that build no model.
    .target(name: "ApusProblems", dependencies: ["ApusModel"], path: "Models", exclude: ["JobShop/README.md"]),
    .testTarget(name: "ApusStructureTests", dependencies: ["ApusModel", "ApusStructure"]),
    .testTarget(name: "ApusHeuristicsTests", dependencies: ["ApusModel", "ApusStructure", "ApusHeuristics"]),
    .testTarget(name: "ApusProblemsTests", dependencies: ["ApusProblems"]),
  ],
  swiftLanguageModes: [.v6]
)
