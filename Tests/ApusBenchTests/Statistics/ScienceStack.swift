import Foundation

/// Python with NumPy and SciPy, where the machine has them.
enum ScienceStack {
  static let isPresent = (try? run("import numpy, scipy; print('{}')", on: "")) != nil

  struct Failure: Error {
    var text: String
  }

  /// Runs a script that reads a document from the file named by its first argument and prints JSON.
  static func run(_ script: String, on input: String) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).json")
    try input.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path()]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(text: String(decoding: data, as: UTF8.self)) }
    return data
  }
}
