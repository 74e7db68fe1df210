import Testing

/// Where instances come from, and what broken ones do: one line that names the file, 65, nothing on the output.
@Suite(.serialized) struct InputTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  private static let hostile: [(String, [UInt8])] = [
    ("empty", []), ("blank", Array(" \n\n\t".utf8)), ("words", Array("two jobs and three machines\n".utf8)),
    ("truncated", Array("2 2\n0 3 1 4\n1 2 0".utf8)), ("fraction", Array("1 2\n0 3.5 1 4\n".utf8)),
    ("negative", Array("1 2\n0 -3 1 4\n".utf8)), ("huge", Array("1 2\n0 99999999999999999999 1 4\n".utf8)),
    ("too long", Array("1 2\n0 999999999 1 999999999\n".utf8)), ("machine", Array("1 2\n0 3 2 4\n".utf8)),
    ("more jobs", Array("3 2\n0 3 1 4\n1 2 0 5\n".utf8)), ("fewer jobs", Array("1 2\n0 3 1 4\n1 2 0 5\n".utf8)),
    ("jobs", Array("4000000000 2\n0 3 1 4\n".utf8)), ("nul", Array("1 2\n0 3 1\0 4\n".utf8)),
    ("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }), ("utf16", [0xFF, 0xFE, 0x31, 0x00]),
    ("brace", Array("{".utf8)), ("array", Array("[1,2]".utf8)), ("other object", Array("{\"a\":1}".utf8)),
    ("solution", Array("{\"format\":\"apus-solution\",\"version\":1,\"status\":\"unknown\"}".utf8)),
    ("deep", Array(String(repeating: "{\"a\":", count: 5000).utf8)),
    ("future model", Array("{\"format\":\"apus-model\",\"version\":1000}".utf8)),
    ("calendar", Array("{\"format\":\"apus-model\",\"version\":4,\"calendars\":[{\"period\":-1}]}".utf8)),
    (
      "later kind",
      Array(
        ("{\"format\":\"apus-model\",\"version\":1,\"intervals\":[{\"length\":1}],"
          + "\"groups\":[{\"constraints\":[{\"usage\":{\"members\":[],\"capacity\":1}}]}]}").utf8)
    ),
    ("wrong interval", Array("{\"format\":\"apus-model\",\"version\":1,\"intervals\":[{\"length\":-1}]}".utf8)),
  ]

  @Test(arguments: hostile) func hostileFile(_ name: String, _ bytes: [UInt8]) throws {
    try folder.write(bytes, to: "hostile.txt")
    for words in [["solve", "hostile.txt", "-o", "s.json", "--events", "e.ndjson"], ["info", "hostile.txt"]] {
      let result = try Apus.Running(words, in: folder.url).wait()
      #expect(result.status == 65, "\(name): \(result.errors)")
      #expect(result.output.isEmpty && result.errorLines.count == 1 && result.errors.hasPrefix("hostile.txt:"))
    }
    #expect(folder.names == ["hostile.txt"], "nothing is written for a broken instance")
    let piped = try Apus.run("solve", "-", in: folder, input: bytes)
    #expect(piped.status == 65 && piped.errorLines.count == 1 && piped.errors.hasPrefix("<stdin>:"))
  }

  @Test(arguments: hostile) func hostileSolution(_ name: String, _ bytes: [UInt8]) throws {
    // This one is no schedule, but a solution file.
    let status: Int32 = name == "solution" ? 1 : 65
    try folder.write(bytes, to: "hostile.json")
    let result = try Apus.run("check", "ft06", "hostile.json", in: folder)
    #expect(result.status == status, "\(name): \(result.errors)")
    if status == 65 { #expect(result.output.isEmpty && result.errors.hasPrefix("hostile.json:")) }
    #expect(try Apus.run("plot", "hostile.json", in: folder).status == (status == 1 ? 0 : 65))
  }

  @Test func placesOfErrors() throws {
    try folder.write("2 2\n0 3 1 4\n1 2 x 5\n", to: "shop.txt")
    #expect(try Apus.run("solve", "shop.txt", in: folder).errors.hasPrefix("shop.txt:3:5: "))
    try folder.write("{\"format\":\"apus-model\",\n\"version\":1,\n \"intervals\":[{\"lenth\":3}]}", to: "model.json")
    #expect(try Apus.run("solve", "model.json", in: folder).errors.hasPrefix("model.json:3:15: "))
    try folder.write(
      """
      {"format":"apus-model","version":2,"intervals":[{"length":3}],"groups":[{"constraints":[
        {"reservoir":{"steps":[{"interval":0,"at":"middle","amount":1}]}}]}]}
      """, to: "model.json")
    let place = try Apus.run("solve", "model.json", in: folder).errors
    #expect(place.hasPrefix("model.json:2:") && place.contains("expected \"start\" or \"end\""), "\(place)")
  }

  @Test func absentFilesAndFolders() throws {
    let absent = try Apus.run("solve", "absent.txt", in: folder)
    #expect(absent.status == 65 && absent.errors.hasPrefix("absent.txt: no such file") && absent.errorLines.count == 1)
    let directory = try Apus.run("solve", ".", in: folder)
    #expect(directory.status == 65 && directory.errors == ".: is a directory, expected a file\n")
    #expect(try Apus.run("check", "ft06", "absent.json", in: folder).status == 65)
  }

  @Test func standardInput() throws {
    let text = try Apus.run("convert", "ft06", "--to", "jobshop", in: folder).output
    let result = try Apus.run("solve", "-", "--json", "-o", "s.json", in: folder, input: Array(text.utf8))
    #expect(result.status == 0 && result.output.contains("\"instance\":null") && result.output.contains(":55,"))
    // The digest is that of the same text under its name.
    #expect(try Apus.run("check", "ft06", "s.json", in: folder).status == 0)
  }

  @Test func oneOfSeveral() throws {
    let first = try Apus.run("convert", "ta01", "--to", "jobshop:taillard", in: folder).output
    let second = try Apus.run("convert", "ta02", "--to", "jobshop:taillard", in: folder).output
    try folder.write(first + second, to: "two.txt")
    let both = try Apus.run("info", "two.txt", in: folder)
    #expect(both.status == 65 && both.errors.contains("#1 to #2"))
    #expect(try Apus.run("convert", "two.txt#2", "--to", "jobshop:taillard", in: folder).output == second)
    #expect(try Apus.run("info", "two.txt#3", in: folder).status == 65)
    #expect(try Apus.run("info", "two.txt#0", in: folder).status == 65)
    #expect(try Apus.run("info", "ft06#2", in: folder).status == 65)
  }

  @Test func aPathWinsOverAName() throws {
    try folder.write("1 1\n0 7\n", to: "ft06")
    #expect(try Apus.run("solve", "ft06", "-q", in: folder).output.hasPrefix("ft06: makespan 7, optimal"))
    try folder.write("1 1\n0 8\n", to: "ft06#1")
    #expect(try Apus.run("solve", "ft06#1", "-q", in: folder).output.contains("makespan 8"))
  }
}
