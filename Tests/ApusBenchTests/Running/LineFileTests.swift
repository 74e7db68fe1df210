import Foundation
import Testing

@testable import ApusBench

/// Files that grow by lines.
@Suite struct LineFileTests {
  @Test func aHalfWrittenLineIsCutOff() throws {
    let folder = try Folder()
    for (before, after) in [("", ""), ("{\"a\"", ""), ("a\nb\n", "a\nb\n"), ("a\nb\n{\"c\":", "a\nb\n")] {
      try folder.write(before, to: "lines")
      try LineFile(folder.url.appending(path: "lines").path).append("new\n")
      #expect(try folder.read("lines") == after + "new\n")
    }
  }

  @Test func aHalfWrittenLineLongerThanAnyBuffer() throws {
    let folder = try Folder()
    try folder.write("a\n" + String(repeating: "x", count: 200_000), to: "lines")
    _ = try LineFile(folder.url.appending(path: "lines").path)
    #expect(try folder.read("lines") == "a\n")
  }

  @Test func whereNothingCanBeWritten() throws {
    let folder = try Folder()
    #expect(throws: StorageError.self) { try LineFile(folder.url.path) }
    #expect(throws: StorageError.self) { try LineFile("/proc/no-such-folder/lines") }
    #expect(throws: StorageError.self) { try WholeFile.makeFolder(URL(filePath: "/proc/no-such-folder")) }
    try folder.write("", to: "file")
    #expect(throws: StorageError.self) { try WholeFile.makeFolder(folder.url.appending(path: "file/below")) }
  }

  @Test func locks() throws {
    let folder = try Folder()
    let path = folder.url.appending(path: "lock").path
    do {
      let alone = try FileLock(path, .alone)
      #expect(alone != nil)
      #expect(try FileLock(path, .alone) == nil)
      #expect(try FileLock(path, .shared) == nil)
      _ = alone
    }
    let first = try FileLock(path, .shared)
    let second = try FileLock(path, .shared)
    #expect(first != nil && second != nil)
    #expect(try FileLock(path, .alone) == nil)
    withExtendedLifetime((first, second)) {}
  }
}
