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
    // Pictures of schedules: SVG, one-file HTML, terminal. Knows charts only, no model.
    .target(name: "ApusCharts"),
    .testTarget(name: "ApusChartsTests", dependencies: ["ApusCharts"]),
  ],
  swiftLanguageModes: [.v6]
)
