/// A file, or the standard output where none is named.
struct TextDestination {
  let file: OutputFile?

  init(_ path: String?) throws { file = try path.flatMap { $0 == "-" ? nil : try OutputFile($0) } }

  func write(_ text: String) throws {
    if let file {
      try file.write(text)
    } else if let code = StandardStream.output.write(text) {
      throw Failure(.internalError, "the standard output cannot be written: \(systemMessage(code))")
    }
  }
}
