import Foundation

// The kernels whose names contain one of the arguments; all of them without arguments.
let kernels: [Kernel] = [
  .search("ft10", work: 3_000_000), .search("ta01", work: 20_000_000),
  .tabu("ta21", work: 20_000_000), .tabu("ta41", work: 20_000_000), .dispatching(jobs: 1000, machines: 10),
  .reading(jobs: 100, machines: 10), .check(jobs: 10_000, machines: 10),
]
let words = CommandLine.arguments.dropFirst()
let chosen = kernels.filter { kernel in words.isEmpty || words.contains { kernel.name.contains($0) } }
guard !chosen.isEmpty else {
  FileHandle.standardError.write(
    Data("kernels: no such kernel, expected part of \(kernels.map(\.name).joined(separator: ", "))\n".utf8))
  exit(64)
}
func row(_ cells: [String]) -> String {
  let first = cells[0] + String(repeating: " ", count: max(0, 22 - cells[0].count))
  return first + cells.dropFirst().map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
}
print(row(["kernel", "operation", "operations", "samples", "min ns", "median ns"]))
do {
  for kernel in chosen {
    let found = try Measurement(kernel, seconds: 3)
    let numbers = [found.least, found.median].map { String(format: "%.1f", $0) }
    print(row([kernel.name, kernel.unit, "\(found.operations)", "\(found.nanoseconds.count)"] + numbers))
  }
} catch {
  FileHandle.standardError.write(Data("kernels: \(error)\n".utf8))
  exit(70)
}
