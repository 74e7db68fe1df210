import ApusTestSupport
import Foundation
import Testing

@testable import ApusProblems

/// Every published instance on this machine is read as what its folder holds.
@Suite struct ProjectPublishedTests {
  /// A folder, the format of its files, how many there are, and how many tasks they have, dummies included, where that is one number.
  static let folders: [(name: String, format: ProjectScheduling.Format, files: Int, tasks: Int?)] = [
    ("j30", .psplib, 480, 32), ("j60", .psplib, 480, 62), ("j90", .psplib, 480, 92), ("j120", .psplib, 600, 122),
    ("BL", .patterson, 40, nil), ("Pack", .patterson, 56, nil), ("Pack_d", .patterson, 55, nil),
    ("patterson", .patterson, 110, nil), ("KSD15_d", .patterson, 480, nil), ("CV", .patterson, 623, nil),
    ("sD", .patterson, 390, nil), ("RG30/set1", .patterson, 360, 32), ("consprod/BL", .reservoir, 39, nil),
    ("consprod/Pack", .reservoir, 56, nil), ("mm/j10", .mm, 536, 12), ("mm/j20", .mm, 554, 22),
    ("mm/j30", .mm, 640, 32), ("max/j10", .max, 270, 12), ("max/j20", .max, 270, 22), ("max/j30", .max, 270, 32),
    ("max/c", .max, 540, 102), ("max/d", .max, 540, 102),
  ]

  private static func files(_ folder: String) throws -> [URL] {
    guard let root = PublishedData.folder("rcpsp") else { return [] }
    let url = root.appending(path: folder)
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    let extensions: Set = ["sm", "mm", "rcp", "sch"]
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: PublishedData.folder("rcpsp") != nil), arguments: folders.indices)
  func everyFileIsRead(index: Int) throws {
    let (name, format, count, tasks) = Self.folders[index]
    let bounds = try Self.bounds()
    let files = try Self.files(name)
    // All or none: a set that is there is whole.
    #expect(files.count == count || files.isEmpty, "\(name): \(files.count)")
    for (position, file) in files.enumerated() {
      let project = try ProjectScheduling(contentsOf: file)
      if let tasks { #expect(project.tasks.count == tasks, "\(file.path)") }
      #expect(project.hasGeneralizedLags == (format == .max) && project.reservoirs.isEmpty == (format != .reservoir))
      #expect(ProblemFamily.all.first { $0.recognizes((try? InputFile.bytes(of: file)) ?? []) }?.name == "rcpsp")
      expectHeader(project, file, format)
      expectBounds(project, bounds["\(name)/\(project.name)"])
      // Writing and reading again takes most of the time: a part of them is enough.
      guard position % 10 == 0 else { continue }
      let again = try ProjectScheduling(
        bytes: Array(project.text(in: format).utf8), name: project.name, format: format)
      #expect(again == project, "\(file.path)")
      try project.model().data.validate()
    }
  }

  /// PSPLIB's header has the sum of the longest durations.
  private func expectHeader(_ project: ProjectScheduling, _ file: URL, _ format: ProjectScheduling.Format) {
    guard format == .psplib || format == .mm, let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    let line = text.split(separator: "\n").first { $0.hasPrefix("horizon") }
    let number = line?.split(separator: ":").last.flatMap { Int($0.filter(\.isNumber)) }
    #expect(project.horizon == number, "\(file.path)")
  }

  /// What is plain to see agrees with what is published: an upper bound, or nil for infeasible.
  private func expectBounds(_ project: ProjectScheduling, _ upper: Int??) {
    guard let upper else { return }
    if let upper {
      #expect(!project.isPlainlyInfeasible && upper <= project.horizon, "\(project.name)")
      for bound in project.simpleBounds { #expect(bound.value <= upper, "\(project.name): \(bound)") }
    } else {
      #expect(!project.isSurelyFeasible, "\(project.name)")
    }
  }

  /// The best makespans known by instance, nil where it is infeasible.
  private static func bounds() throws -> [String: Int?] {
    guard let file = PublishedData.file("rcpsp", "bounds.csv") else { return [:] }
    var result: [String: Int?] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count > 4, fields[3] == "infeasible" || Int(fields[3]) != nil else { continue }
      result[String(fields[0])] = .some(Int(fields[3]))
    }
    return result
  }
}
