import ApusBench
import ApusModel
import ApusProblems
import Foundation

/// A suite turned into a fixed list of runs, with the text of each instance as solvers get it.
struct SuitePlanning {
  private(set) var instances: [PlannedInstance] = []
  private(set) var texts: [String: String] = [:]

  /// Reads all instances of a suite.
  ///
  /// - Throws: `InputError` for the first that is not there, is broken, or is of another family.
  init(_ suite: Suite, data: DataFolder = .standard) throws {
    for entry in try suite.instances(in: data) {
      let loaded = try InstanceSource(entry.source).load()
      let family = loaded.family
      guard family.name == suite.family else {
        throw InputError(file: entry.source, message: "is of the family \(family.name), the suite's is \(suite.family)")
      }
      // The usual format, so that a peer need read few, and so that who solves by name solves the same.
      let (text, fileExtension) = try family.usualText(of: loaded.instance)
      let sense: RunSense? =
        switch loaded.instance.model().data.objective?.sense {
        case .minimize: .minimize
        case .maximize: .maximize
        case nil: nil
        }
      texts[entry.name] = text
      instances.append(
        PlannedInstance(
          name: entry.name, source: entry.source, sha256: SHA256.hexDigest(of: Array(text.utf8)),
          file: "\(entry.name).\(fileExtension)", sense: sense))
    }
  }
}

extension SolutionVerdict {
  /// What `apus check` says of a solution file.
  static func check(_ instance: URL, _ solution: URL) -> SolutionVerdict {
    do {
      let claimed = try SolutionFile(named: solution.path)
      let loaded = try InstanceSource(instance.path).load()
      let complaint = loaded.violations(of: claimed).first.map { "\($0.kind.rawValue): \($0)" }
      return SolutionVerdict(objective: claimed.objective.map(Double.init), complaint: complaint)
    } catch {
      return SolutionVerdict(
        objective: nil, complaint: "the solution file: \((error as? InputError)?.message ?? "\(error)")")
    }
  }
}
