import ApusBench
import ApusLinear
import ApusProblems
import Foundation

/// An instance with what is known of where it came from.
struct LoadedInstance: Sendable {
  let instance: any ProblemInstance
  let family: ProblemFamily
  /// The name that reports give; nil for the standard input, which has none.
  let name: String?
  /// The digest of the file's bytes; for a carried instance, of its text in the family's usual format.
  let sha256: String
  /// The path it was read from, if it was a file.
  let path: String?

  /// What people read.
  var title: String { name ?? "standard input" }
}

/// A mixed-integer program that is no model: some column need not be whole, or has no bounds.
struct LoadedProgram: Sendable {
  let program: LinearProgram
  /// Why it is no model.
  let refusal: InputError
  /// The name that reports give; nil for the standard input, which has none.
  let name: String?
  let sha256: String
  let path: String?

  /// What people read.
  var title: String { name ?? "standard input" }
}

/// What a file holds.
enum LoadedInput: Sendable {
  case instance(LoadedInstance)
  case program(LoadedProgram)
}

/// Where an instance comes from: a path, `-`, a name that Apus knows or finds in the data folder, each perhaps with `#3`.
struct InstanceSource {
  private let text: String
  private let format: FormatArgument?

  init(_ text: String, format: FormatArgument? = nil) {
    self.text = text
    self.format = format
  }

  /// An instance; a program that is no model is refused.
  ///
  /// - Throws: `InputError` where there is no such instance, or it is broken.
  func load() throws -> LoadedInstance {
    switch try open() {
    case .instance(let instance): return instance
    case .program(let program): throw program.refusal
    }
  }

  /// An instance, or a program that is none.
  ///
  /// - Throws: `InputError` where there is no such file or name, or it is broken.
  func open() throws -> LoadedInput {
    if text == "-" { return try standardInput(number: nil) }
    if exists(text) { return try file(text, number: nil) }
    if let mark = text.lastIndex(of: "#"), let number = Int(text[text.index(after: mark)...]), mark > text.startIndex {
      let base = String(text[..<mark])
      if base == "-" { return try standardInput(number: number) }
      if exists(base) { return try file(base, number: number) }
      if let carried = try carried(base) {
        guard number == 1 else {
          throw InputError(file: text, message: "there is no instance #\(number), \(base) is a single instance")
        }
        return .instance(carried)
      }
      if let path = installed(base) { return try file(path, number: number) }
    }
    if let carried = try carried(text) { return .instance(carried) }
    if let path = installed(text) { return try file(path, number: nil) }
    throw InputError(
      file: text,
      message:
        "no such file, and no instance that Apus knows by name (\(Self.knownNames)) or that is in its data folder")
  }

  /// Names in ranges: what differs only in a number behind the same letters is one range.
  private static var knownNames: String {
    "ft06, ft10, ft20, la01 to la05, ta01 to ta80, kacem1, mk01, pinedo4, pinedo5, mddc6, topcuoglu10, arabnejad10"
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func carried(_ name: String) throws -> LoadedInstance? {
    for family in ProblemFamily.known {
      guard let instance = family.named(name) else { continue }
      if let format, format.family.name != family.name {
        throw InputError(file: name, message: "is of the family \(family.name), not \(format.family.name)")
      }
      let digest = SHA256.hexDigest(of: Array(try family.write(instance, family.dialects[0]).utf8))
      return LoadedInstance(instance: instance, family: family, name: name, sha256: digest, path: nil)
    }
    return nil
  }

  /// The path of an instance in the data folder.
  private func installed(_ name: String) -> String? {
    let families = format.map { [$0.family] } ?? ProblemFamily.known
    return families.lazy.compactMap { DataFolder.standard.instance(name, family: $0.name)?.path }.first
  }

  private func file(_ path: String, number: Int?) throws -> LoadedInput {
    let url = URL(filePath: path)
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: url)
    } catch {
      // The path as the user gave it, not the absolute one.
      throw InputError(file: path, message: error.message)
    }
    let name = url.deletingPathExtension().lastPathComponent
    return try read(InstanceText(bytes: bytes, file: path, name: name, number: number), path: path)
  }

  private func standardInput(number: Int?) throws -> LoadedInput {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(0, &chunk, chunk.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw InputError(file: "<stdin>", message: "cannot be read: \(systemMessage(errno))")
      }
      bytes += chunk[..<count]
      guard bytes.count <= InputFile.maximumSize else {
        throw InputError(file: "<stdin>", message: "is too large, expected at most \(InputFile.maximumSize) bytes")
      }
    }
    return try read(InstanceText(bytes: bytes, file: "<stdin>", name: "stdin", number: number), path: nil)
  }

  private func read(_ given: InstanceText, path: String?) throws -> LoadedInput {
    var text = given
    text.dialect = format?.dialect
    // Programs begin with a word of theirs, which other families would take for a broken instance.
    let recognized = ProgramText.dialect(of: text.bytes) == nil ? ProblemFamily.known : [.plainModel]
    let candidates = format.map { [$0.family] } ?? recognized
    guard let family = candidates.first(where: { format != nil || $0.recognizes(text.bytes) }) else {
      throw InputError(file: text.file, message: "the format is not recognised; --format may give it")
    }
    let digest = SHA256.hexDigest(of: text.bytes)
    let instance: any ProblemInstance
    if family.name == ProblemFamily.plainModel.name, ProgramText.isProgram(text) {
      let program = try ProgramText(text)
      do throws(InputError) { instance = try ModelInstance(program) } catch {
        let name = path == nil ? nil : program.program.name
        return .program(
          LoadedProgram(program: program.program, refusal: error, name: name, sha256: digest, path: path))
      }
    } else {
      instance = try family.read(text)
    }
    return .instance(
      LoadedInstance(
        instance: instance, family: family, name: path == nil ? nil : instance.name, sha256: digest, path: path))
  }
}
