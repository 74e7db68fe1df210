import Foundation

/// The built command line, run as a process.
enum Apus {
  /// The binary beside the test bundle, or the one that `APUS_BINARY` names.
  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["APUS_BINARY"] { return URL(filePath: path) }
    let places =
      [
        Bundle.main.executableURL, CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.bundleURL,
      ] + Bundle.allBundles.map(\.bundleURL)
    for place in places.compactMap({ $0 }) {
      var folder = place.deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appending(path: "apus")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    fatalError("the binary apus is not beside the tests; APUS_BINARY can name it")
  }()

  /// What a run came to.
  struct Result {
    /// As a shell reports it: 128 + the signal for a process that a signal has ended.
    var status: Int32
    var output: String
    var errors: String
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// A process that has been started in a folder, its output going to files there.
  final class Running {
    private let process = Process()
    private let folder: URL
    private let tag = UUID().uuidString

    /// - Parameter environment: Variables in place of, and besides, those of the tests.
    init(_ arguments: [String], in folder: URL, input: [UInt8]? = nil, environment: [String: String] = [:]) throws {
      self.folder = folder
      process.executableURL = Apus.binary
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      if let input {
        let file = folder.appending(path: "\(tag).in")
        try Data(input).write(to: file)
        process.standardInput = try FileHandle(forReadingFrom: file)
      } else {
        process.standardInput = FileHandle.nullDevice
      }
      process.standardOutput = try stream("out")
      process.standardError = try stream("err")
      try process.run()
    }

    private func stream(_ kind: String) throws -> FileHandle {
      let url = folder.appending(path: "\(tag).\(kind)")
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
      return try FileHandle(forWritingTo: url)
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end, and takes the files with the output away.
    func wait() throws -> Result {
      process.waitUntilExit()
      func text(_ kind: String) throws -> String {
        let url = folder.appending(path: "\(tag).\(kind)")
        defer { try? FileManager.default.removeItem(at: url) }
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
      }
      let status = process.terminationStatus
      return Result(
        status: process.terminationReason == .uncaughtSignal ? 128 + status : status, output: try text("out"),
        errors: try text("err"))
    }
  }

  /// Runs to the end.
  static func run(_ arguments: String..., in folder: Scratch, input: [UInt8]? = nil) throws -> Result {
    try Running(arguments, in: folder.url, input: input).wait()
  }
}
