import Foundation
import Testing

@testable import ApusBench

/// Where published instances are looked for.
@Suite struct DataFolderTests {
  private static func path(_ environment: [String: String]) -> String {
    DataFolder.find(environment: environment, home: URL(filePath: "/home/swift")).url.path
  }

  @Test func theUsersFolder() {
    #expect(Self.path(["APUS_DATA": "/data", "XDG_CACHE_HOME": "/cache"]) == "/data")
    #if os(macOS)
      #expect(Self.path([:]) == "/home/swift/Library/Caches/apus")
    #else
      #expect(Self.path(["APUS_DATA": "", "XDG_CACHE_HOME": "/cache"]) == "/cache/apus")
      #expect(Self.path(["XDG_CACHE_HOME": "relative"]) == "/home/swift/.cache/apus")
      #expect(Self.path([:]) == "/home/swift/.cache/apus")
    #endif
  }

  @Test func instancesByName() throws {
    let folder = try Folder()
    try folder.write("", to: "jobshop/la21.txt")
    try folder.write("", to: "jobshop/folder.txt/file")
    try folder.write("", to: "secret.txt")
    let data = DataFolder(folder.url)
    #expect(data.instance("la21", family: "jobshop")?.lastPathComponent == "la21.txt")
    for name in ["la22", "folder", "../secret", "", ".", "..", "la21.txt"] {
      #expect(data.instance(name, family: "jobshop") == nil)
    }
    #expect(data.instance("la21", family: "tardiness") == nil && data.files(matching: "jobshop/../secret.txt").isEmpty)
  }

  @Test func patterns() {
    for pattern in ["*", "ta*", "*.txt", "t*1*t", "ta01.txt", "ta01.txt*", "*a*1*", "ta**.txt"] {
      #expect(DataFolder.matches("ta01.txt", pattern), "\(pattern)")
    }
    for pattern in ["", "ta", "tb*", "*.tx", "ta01.txt*t", "*1*0*", "ta01.*.txt", "ta01.txt.txt"] {
      #expect(!DataFolder.matches("ta01.txt", pattern), "\(pattern)")
    }
  }
}
