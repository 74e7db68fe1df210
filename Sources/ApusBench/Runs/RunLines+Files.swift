import ApusProblems
import Foundation

extension RunLines {
  /// The records of a file. A last line that a killed writer left unfinished is passed over.
  ///
  /// - Throws: `InputError` for a file that cannot be read, or the first line that is no run.
  static func records(contentsOf file: URL) throws(InputError) -> [RunRecord] { try read(file, records) }

  /// The events of a file; see ``records(contentsOf:)``.
  static func events(contentsOf file: URL) throws(InputError) -> [RunEvent] { try read(file, events) }

  private static func read<Line>(
    _ file: URL, _ decode: (String, String, Bool) throws(RunLineError) -> [Line]
  ) throws(InputError) -> [Line] {
    guard let text = String(validating: try InputFile.bytes(of: file), as: UTF8.self) else {
      throw InputError(file: file.relativePath, message: "is no UTF-8, expected lines of JSON")
    }
    do { return try decode(text, file.relativePath, true) } catch {
      throw InputError(file: error.file, line: error.line, message: error.message)
    }
  }
}
