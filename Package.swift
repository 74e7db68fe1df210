// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Apus",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "apus", targets: ["ApusCLI"]),
    .library(name: "Apus", targets: ["Apus"]),
    .library(name: "ApusProblems", targets: ["ApusProblems"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // What a problem is. Knows no solver.
    .target(name: "ApusModel"),
    // What kind of problem a model is, as plain arrays.
    .target(name: "ApusStructure", dependencies: ["ApusModel"]),
    // Is this solution right? No solver imports it.
    .target(name: "ApusCheck", dependencies: ["ApusModel"]),
    // The native solver, one module so that the compiler sees it whole.
    .target(name: "ApusEngine", dependencies: ["ApusModel", "ApusStructure"]),
    // Schedules without search.
    .target(name: "ApusHeuristics", dependencies: ["ApusModel", "ApusStructure"]),
    // Models as mixed-integer programs, and programs as text.
    .target(name: "ApusLinear", dependencies: ["ApusModel"]),
    // GLPK (libglpk-dev, which has no pkg-config file) behind one call that cannot abort.
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    // Models solved by GLPK.
    .target(name: "ApusGLPK", dependencies: ["ApusModel", "ApusLinear", "CGLPK"]),
    // What `import Apus` gives: the language, and solving with every answer checked.
    .target(
      name: "Apus",
      dependencies: [
        "ApusModel", "ApusStructure", "ApusCheck", "ApusEngine", "ApusHeuristics", "ApusLinear", "ApusGLPK",
      ]),
    // Pictures of schedules: SVG, one-file HTML, terminal.
    .target(name: "ApusCharts"),
    // The problem families: instances, readers, writers, generators, and checks that build no model.
    .target(
      name: "ApusProblems", dependencies: ["ApusModel", .product(name: "Yams", package: "Yams")], path: "Models",
      exclude: [
        "FlexibleJobShop/README.md", "JobShop/README.md", "PodPacking/README.md", "ProjectScheduling/README.md",
        "SingleMachine/README.md", "TaskGraph/README.md",
      ]),
    // What measurements are made of: suites, data, best-known bounds; runs, statistics, comparisons, reports.
    .target(name: "ApusBench", dependencies: ["ApusModel", "ApusProblems", "ApusCharts"]),
    // The command line.
    .executableTarget(
      name: "ApusCLI",
      dependencies: [
        "Apus", "ApusModel", "ApusStructure", "ApusCheck", "ApusHeuristics", "ApusLinear", "ApusGLPK", "ApusCharts",
        "ApusProblems", "ApusBench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Random models and enumeration: the truth that solvers and checks are tested against.
    .target(name: "ApusTestSupport", dependencies: ["ApusModel", "ApusProblems"], path: "Tests/Support"),
    .testTarget(name: "ApusModelTests", dependencies: ["ApusModel", "ApusTestSupport"]),
    .testTarget(name: "ApusCheckTests", dependencies: ["ApusModel", "ApusCheck", "ApusTestSupport"]),
    .testTarget(name: "ApusStructureTests", dependencies: ["ApusModel", "ApusStructure", "ApusTestSupport"]),
    .testTarget(
      name: "ApusHeuristicsTests",
      dependencies: ["ApusModel", "ApusStructure", "ApusHeuristics", "ApusProblems", "ApusTestSupport"]),
    .testTarget(
      name: "ApusEngineTests", dependencies: ["ApusModel", "ApusEngine", "ApusCheck", "ApusTestSupport"]),
    .testTarget(name: "ApusLinearTests", dependencies: ["ApusLinear", "ApusModel", "ApusTestSupport"]),
    .testTarget(
      name: "ApusGLPKTests",
      dependencies: ["ApusGLPK", "ApusLinear", "ApusModel", "ApusCheck", "ApusProblems", "ApusTestSupport"]),
    .testTarget(name: "ApusTests", dependencies: ["Apus", "ApusStructure", "ApusProblems", "ApusTestSupport"]),
    .testTarget(name: "ApusChartsTests", dependencies: ["ApusCharts"]),
    .testTarget(
      name: "ApusProblemsTests", dependencies: ["ApusProblems", "ApusModel", "ApusStructure", "ApusTestSupport"]),
    .testTarget(name: "ApusBenchTests", dependencies: ["ApusBench", "ApusModel", "ApusProblems", "ApusCharts"]),
    .testTarget(name: "ApusCLITests", dependencies: ["ApusCLI", "ApusProblems", "ApusBench"]),
  ],
  swiftLanguageModes: [.v6]
)
