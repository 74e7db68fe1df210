import ApusTestSupport
import Foundation
import Testing

@testable import ApusProblems

/// Every published instance on this machine is read as what its file holds.
@Suite struct SingleMachinePublishedTests {
  static let files: [(name: String, format: SingleMachine.Format, instances: Int, jobs: Int)] = [
    ("total-tardiness/uniform-20.txt", .blocks, 800, 20), ("total-tardiness/uniform-100.txt", .blocks, 200, 100),
    ("total-tardiness/uniform-200.txt", .blocks, 200, 200), ("total-tardiness/uniform-500.txt", .blocks, 200, 500),
    ("wt40.txt", .orlib, 125, 40), ("wt50.txt", .orlib, 125, 50), ("wt100.txt", .orlib, 125, 100),
    ("setup/wt_sds_1.txt", .setup, 1, 60), ("setup/wt_sds_120.txt", .setup, 1, 60),
    ("common-due-date/sch10.txt", .common, 40, 10), ("common-due-date/sch1000.txt", .common, 40, 1000),
  ]

  @Test(.enabled(if: PublishedData.folder("tardiness") != nil), arguments: files.indices)
  func everyFileIsRead(index: Int) throws {
    let (name, format, count, jobs) = Self.files[index]
    let file = try #require(PublishedData.file("tardiness", name))
    let bytes = try InputFile.bytes(of: file)
    #expect(ProblemFamily.all.first { $0.recognizes(bytes) }?.name == "tardiness")
    #expect(SingleMachine.recognizedFormat(of: try TextScanner(bytes, file: name)) == format)
    let instances = try SingleMachine.instances(bytes: bytes, name: "m")
    #expect(instances.count == count && instances.allSatisfy { $0.jobs.count == jobs })
    for instance in instances {
      guard let optimum = instance.statedOptimum else { continue }
      #expect(instance.simpleBounds.allSatisfy { $0.value <= optimum })
    }
  }
}
