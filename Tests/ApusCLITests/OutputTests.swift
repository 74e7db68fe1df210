import Foundation
import Testing

/// Where answers go, and what happens when they cannot.
@Suite(.serialized) struct OutputTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test(arguments: ["-o", "--gantt", "--events"]) func unwritablePathsAreRefusedBeforeSolving(_ option: String) throws {
    // A file where a folder should be: no permission helps, not even the superuser's.
    try folder.write("", to: "file")
    for path in ["absent/s.svg", "file/s.svg", "."] where path != "." || option == "-o" {
      let start = ContinuousClock.now
      let result = try Apus.run("solve", "ta41", "-t", "10", option, path, in: folder)
      #expect(result.status == 64 && result.output.isEmpty && result.errorLines.count == 1)
      #expect(result.errors.contains(path) && start.duration(to: .now) < .seconds(5))
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: ["-o", "--events"])
  func aFullDiskStillGivesTheAnswer(_ option: String) throws {
    let result = try Apus.run("solve", "ft06", option, "/dev/full", "-q", in: folder)
    #expect(result.status == 70 && result.errorLines.count == 1 && result.errors.contains("/dev/full"))
    #expect(result.output.contains("makespan 55"))
  }

  @Test func nothingIsWrittenOverTheInstanceOrTwice() throws {
    try folder.write("1 1\n0 7\n", to: "shop.svg")
    for words in [
      ["-o", "shop.svg"], ["-o", "./shop.svg"], ["--gantt", "shop.svg"], ["-o", "x.svg", "--gantt", "x.svg"],
    ] {
      let result = try Apus.Running(["solve", "shop.svg"] + words, in: folder.url).wait()
      #expect(result.status == 64 && result.output.isEmpty)
    }
    #expect(try folder.read("shop.svg") == "1 1\n0 7\n")
  }

  @Test func linksAndModesAreKept() throws {
    try folder.write("old", to: "target.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("target.json"))
    try FileManager.default.createSymbolicLink(atPath: folder.path("link.json"), withDestinationPath: "target.json")
    #expect(try Apus.run("solve", "ft06", "-o", "link.json", "-q", in: folder).status == 0)
    #expect(try folder.read("target.json").hasPrefix("{\"format\":\"apus-solution\""))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.json")) == "target.json")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("target.json"))[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func pictures() throws {
    #expect(try Apus.run("solve", "ft06", "-o", "s.json", "--gantt", "s.html", "-q", in: folder).status == 0)
    #expect(try folder.read("s.html").hasPrefix("<!doctype html>"))
    let plot = try Apus.run("plot", "s.json", in: folder)
    #expect(plot.status == 0 && plot.output.hasPrefix("ft06\nmakespan 55, optimal\nmachine 0 │"))
    #expect(try Apus.run("plot", "s.json", "--gantt", "t.svg", in: folder).status == 0)
    #expect(try folder.read("t.svg").hasPrefix("<svg"))
    let wrong = try Apus.run("plot", "s.json", "--instance", "la01", in: folder)
    #expect(wrong.status == 0 && wrong.errorLines.count == 1)
  }
}
