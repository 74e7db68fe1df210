// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that Apus stays light; see Benchmarks/README.md.
let package = Package(
  name: "kernels",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Apus", path: "../..")],
  targets: [
    .executableTarget(
      name: "kernels",
      dependencies: [
        .product(name: "Apus", package: "Apus"), .product(name: "ApusProblems", package: "Apus"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
