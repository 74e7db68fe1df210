import ApusProblems
import Foundation
import Testing

@testable import ApusBench

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Data sets from a folder: verified, whole, and going on where it was stopped.
@Suite struct InstallationTests {
  private let from: Folder
  private let to: Folder
  private let source: DataSource

  init() throws {
    from = try Folder()
    to = try Folder()
    let files = ["a": "first\n", "b": "second\n"].sorted { $0.key < $1.key }.map { name, text in
      """
      {"name": "\(name).txt", "from": "There/\(name).txt", "size": \(text.utf8.count),
       "sha256": "\(SHA256.hexDigest(of: Array(text.utf8)))"}
      """
    }
    let text = """
      {"sources": [{"name": "n", "description": "", "folder": "jobshop", "address": "http://127.0.0.1:1/", "licence": "l",
      "citation": "c", "files": [\(files.joined(separator: ","))]}]}
      """
    source = try DataSource.list(bytes: Array(text.utf8), file: "s.json")[0]
  }

  private var data: DataFolder { DataFolder(to.url.appending(path: "new/data")) }

  @Test(arguments: ["", "jobshop/", "There/", "deep/down/"]) func copiesWhatIsMissing(_ place: String) throws {
    try from.write("first\n", to: place + "a.txt")
    try from.write("second\n", to: place + "b.txt")
    #expect(data.count(of: source) == 0)
    #expect(try data.install(source, from: from.url) == .init(written: 2, kept: 0))
    #expect(data.count(of: source) == 2 && to.names("new/data/jobshop") == ["a.txt", "b.txt"])
    #expect(try to.read("new/data/jobshop/b.txt") == "second\n")
    #expect(try data.install(source, from: from.url) == .init(written: 0, kept: 2))
    // What is there but wrong is replaced.
    try to.write("damaged", to: "new/data/jobshop/b.txt")
    #expect(try data.install(source, from: from.url) == .init(written: 1, kept: 1))
    #expect(try to.read("new/data/jobshop/b.txt") == "second\n")
  }

  @Test(arguments: [nil, "sec", "secont\n"]) func goesOnWhereItWasStopped(_ wrong: String?) throws {
    try from.write("first\n", to: "a.txt")
    if let wrong { try from.write(wrong, to: "b.txt") }
    let error = #expect(throws: InputError.self) { try data.install(source, from: from.url) }
    #expect("\(try #require(error))".contains("b.txt"))
    #expect(to.names("new/data/jobshop") == ["a.txt"], "what is wrong is not written")
    try from.write("second\n", to: "b.txt")
    #expect(try data.install(source, from: from.url) == .init(written: 1, kept: 1))
  }

  @Test func whatIsMissingIsNamedOnceTheRestIsInstalled() throws {
    // Below the folder a name counts in any case, but only with the right content.
    try from.write("other\n", to: "one/b.txt")
    try from.write("second\n", to: "two/B.TXT")
    let error = #expect(throws: InputError.self) { try data.install(source, from: from.url) }
    #expect(error?.message == "has no a.txt of the 2 files; those found are installed")
    #expect(to.names("new/data/jobshop") == ["b.txt"])
  }

  @Test func foldersThatAreNone() throws {
    #expect(throws: InputError.self) { try data.install(source, from: from.url.appending(path: "absent")) }
    try from.write("first\n", to: "a.txt")
    try to.write("", to: "new")
    let error = #expect(throws: InputError.self) { try data.install(source, from: from.url) }
    #expect(error?.message.contains("APUS_DATA") == true)
  }

  @Test func downloadsWhatIsMissing() throws {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.protocolClasses = [PretendedServer.self]
    // The server has /There/a.txt only, and then a wrong b.txt.
    let missing = #expect(throws: InputError.self) { try data.download(source, configuration) }
    #expect(missing?.description == "http://127.0.0.1:1/There/b.txt: cannot be had: the server answers 404")
    #expect(to.names("new/data/jobshop") == ["a.txt"] && PretendedServer.requests == ["a.txt", "b.txt"])
    PretendedServer.files["/There/b.txt"] = "secont\n"
    let wrong = #expect(throws: InputError.self) { try data.download(source, configuration) }
    #expect(wrong?.message.hasPrefix("has other content") == true && to.names("new/data/jobshop") == ["a.txt"])
    PretendedServer.files["/There/b.txt"] = "second\n"
    #expect(try data.download(source, configuration) == .init(written: 1, kept: 1))
    #expect(PretendedServer.requests == ["a.txt", "b.txt", "b.txt", "b.txt"], "what is there is not asked for again")
    #expect(try to.read("new/data/jobshop/b.txt") == "second\n")
  }

  /// The one file is kept compressed at the source; a copy that is unpacked already will do as well.
  @Test func unpacksWhatIsCompressed() throws {
    let packed = try #require(Data(base64Encoded: "H4sIAAAAAAACA0vLLCouAQBX7nGSBQAAAA=="))
    let text = """
      {"sources": [{"name": "n", "description": "", "folder": "jobshop", "address": "http://127.0.0.1:1/", "licence": "l",
      "citation": "c", "files": [{"name": "a.txt", "from": "There/a.txt.gz", "size": 5}]}]}
      """
    let source = try DataSource.list(bytes: Array(text.utf8), file: "s.json")[0]
    try from.write("", to: "There/a.txt.gz")
    let place = from.url.appending(path: "There/a.txt.gz")
    try Data("no such file".utf8).write(to: place)
    let error = #expect(throws: InputError.self) { try data.install(source, from: from.url) }
    #expect(error?.description.hasPrefix("\(place.path): cannot be unpacked") == true && to.names("").isEmpty)
    try packed.write(to: place)
    #expect(try data.install(source, from: from.url) == .init(written: 1, kept: 0))
    #expect(try to.read("new/data/jobshop/a.txt") == "first")
    try from.write("FIRST", to: "a.txt")
    try FileManager.default.removeItem(at: data.url.appending(path: "jobshop/a.txt"))
    #expect(try data.install(source, from: from.url) == .init(written: 1, kept: 0))
  }

  /// Nothing listens at the address.
  @Test func aServerThatDoesNotAnswer() {
    let error = #expect(throws: InputError.self) { try data.download(source, timeout: 5) }
    #expect(error?.message.hasPrefix("cannot be had") == true && to.names("").isEmpty)
  }
}
