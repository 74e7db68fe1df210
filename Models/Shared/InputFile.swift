#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whole files as bytes, with errors a user can act on.
public enum InputFile {
  /// Reads a whole file.
  ///
  /// - Throws: ``InputError`` if there is no such file, if it is a directory, or if it cannot be read.
  public static func bytes(of url: URL) throws(InputError) -> [UInt8] {
    let path = url.isFileURL ? url.path : url.absoluteString
    guard url.isFileURL else { throw InputError(file: path, message: "expected a path, found an address of the web") }
    var isDirectory = false
    guard exists(path, isDirectory: &isDirectory) else { throw InputError(file: path, message: "no such file") }
    guard !isDirectory else { throw InputError(file: path, message: "is a directory, expected a file") }
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw InputError(file: path, message: "cannot be read, expected a readable file")
    }
  }

  /// The name of an instance that is read from `url`: the file's name without its extension.
  static func instanceName(of url: URL) -> String {
    url.deletingPathExtension().lastPathComponent
  }

  private static func exists(_ path: String, isDirectory: inout Bool) -> Bool {
    #if canImport(FoundationEssentials)
      return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    #else
      var flag: ObjCBool = false
      defer { isDirectory = flag.boolValue }
      return FileManager.default.fileExists(atPath: path, isDirectory: &flag)
    #endif
  }
}
