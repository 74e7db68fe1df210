import ApusProblems

/// What is measured together: instances, and how each is run.
///
/// A suite is a file in `Benchmarks/Suites`, or any JSON file like those. Every key is required, so that a misspelt one is
/// noticed:
///
///     {"name": "smoke", "description": "Does everything work?", "family": "jobshop",
///      "instances": ["ft06", "la01..la05"], "limit": 60, "threads": 1, "seeds": [0]}
public struct Suite: Sendable, Equatable {
  /// The file's name without extension, `jobshop-hard`.
  public let name: String
  /// One line: what it asks.
  public let description: String
  /// The problem family of all its instances, `jobshop`.
  public let family: String
  /// The instances, in the order in which they are run.
  public let entries: [SuiteEntry]
  /// The wall-clock limit of a run, in seconds.
  public let limit: Double
  /// The threads of a run.
  public let threads: Int
  /// Each instance is run once with each seed.
  public let seeds: [Int]

  /// The longest limit, in seconds: a week.
  static let longestLimit: Double = 7 * 24 * 3600
}

/// One instance of a suite.
public struct SuiteInstance: Sendable, Equatable {
  /// What reports call it, `ta21`.
  public let name: String
  /// What `apus solve` is given: the name, or the path of a file in the data folder.
  public let source: String
}

extension Suite {
  /// The instances, with ranges and patterns replaced by what they stand for.
  ///
  /// - Parameter data: Where entries that are files are looked for.
  /// - Throws: `InputError` where a file is not there, or two entries stand for one instance.
  public func instances(in data: DataFolder) throws(InputError) -> [SuiteInstance] {
    var result: [SuiteInstance] = []
    var seen: Set<String> = []
    for entry in entries {
      for instance in try entry.instances(in: data) {
        guard seen.insert(instance.name).inserted else {
          throw InputError(file: name, message: "the instance \(instance.name) is listed twice, expected it once")
        }
        result.append(instance)
      }
    }
    return result
  }
}
