/// A family of problems: how its instances are read, written and called.
///
/// A new family writes one such value beside its instance type and adds it to ``all``.
public struct ProblemFamily: Sendable {
  /// What the command line calls it, `jobshop`.
  public let name: String
  /// The formats of its files; the first is the usual one.
  public let dialects: [String]
  /// How the names of files in each of the dialects usually end, `sm`.
  public let fileExtensions: [String]
  /// The instances that come with Apus.
  public let carriedNames: [String]
  /// Whether a file's bytes look like an instance of this family.
  public let recognizes: @Sendable (_ bytes: [UInt8]) -> Bool
  /// Reads an instance.
  public let read: @Sendable (InstanceText) throws(InputError) -> any ProblemInstance
  /// The carried instance of that name, nil if there is none.
  public let named: @Sendable (_ name: String) -> (any ProblemInstance)?
  /// Writes an instance in a dialect.
  public let write: @Sendable (_ instance: any ProblemInstance, _ dialect: String) throws(InputError) -> String

  public init(
    name: String, dialects: [String], fileExtensions: [String], carriedNames: [String],
    recognizes: @escaping @Sendable ([UInt8]) -> Bool,
    read: @escaping @Sendable (InstanceText) throws(InputError) -> any ProblemInstance,
    named: @escaping @Sendable (String) -> (any ProblemInstance)?,
    write: @escaping @Sendable (any ProblemInstance, String) throws(InputError) -> String
  ) {
    self.name = name
    precondition(fileExtensions.count == dialects.count, "an extension for each dialect")
    self.dialects = dialects
    self.fileExtensions = fileExtensions
    self.carriedNames = carriedNames
    self.recognizes = recognizes
    self.read = read
    self.named = named
    self.write = write
  }

  /// All families, in the order in which they are asked to recognise a file.
  public static let all: [ProblemFamily] = [
    .podPacking, .taskGraph, .projectScheduling, .singleMachine, .flexibleJobShop, .jobShop,
  ]
}

/// The bytes of an instance and what is known of them.
public struct InstanceText: Sendable {
  public var bytes: [UInt8]
  /// The file as errors name it.
  public var file: String
  /// The name that the instance gets.
  public var name: String
  /// One of the family's dialects; nil to recognise it.
  public var dialect: String?
  /// Which instance, from 1, of a file that holds several; nil where none was chosen.
  public var number: Int?

  public init(bytes: [UInt8], file: String, name: String, dialect: String? = nil, number: Int? = nil) {
    self.bytes = bytes
    self.file = file
    self.name = name
    self.dialect = dialect
    self.number = number
  }
}

extension ProblemFamily {
  /// An instance in the first of the dialects that can express it, with the extension that files of that dialect have.
  ///
  /// - Throws: ``InputError`` of the last dialect where none can.
  public func usualText(of instance: any ProblemInstance) throws(InputError) -> (text: String, fileExtension: String) {
    for (dialect, fileExtension) in zip(dialects, fileExtensions).dropLast() {
      if let text = try? write(instance, dialect) { return (text, fileExtension) }
    }
    return (try write(instance, dialects[dialects.count - 1]), fileExtensions[dialects.count - 1])
  }
}

extension InstanceText {
  /// Refuses a number other than 1, for formats that hold one instance a file.
  func requireSingleInstance() throws(InputError) {
    guard let number, number != 1 else { return }
    throw InputError(file: file, message: "there is no instance #\(number), the file holds 1 instance")
  }
}
