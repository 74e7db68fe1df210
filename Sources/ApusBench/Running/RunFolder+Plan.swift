import ApusProblems
import Foundation

extension RunFolder {
  /// Writes a plan and the files of its instances, or sees that the folder has them already.
  ///
  /// - Parameter texts: the text of each instance, by its name.
  /// - Throws: ``RunRefusal`` where the folder has another plan, or cannot be written; `InputError` where its plan is broken.
  public func prepare(_ plan: RunPlan, texts: [String: String]) throws {
    if hasPlan { return try agree(with: plan) }
    do {
      for folder in [url, instances, solutions] { try WholeFile.makeFolder(folder) }
      for instance in plan.instances {
        try WholeFile.write(texts[instance.name] ?? "", to: file(of: instance))
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try WholeFile.write(String(decoding: try encoder.encode(plan), as: UTF8.self) + "\n", to: planFile)
    } catch let error as StorageError {
      throw RunRefusal(error.description)
    }
    // Another shard may have come first, with another plan.
    try agree(with: plan)
  }

  private func agree(with plan: RunPlan) throws {
    guard let difference = try self.plan().difference(from: plan) else { return }
    throw RunRefusal(
      "\(url.path): has runs of another plan: another \(difference); go on with them by apus bench resume, or choose another folder"
    )
  }

  /// Whether every instance's file is what the plan was made for.
  ///
  /// - Throws: `InputError` for the first that is not.
  func verifyInstances(of plan: RunPlan) throws(InputError) {
    for instance in plan.instances {
      let file = file(of: instance)
      guard SHA256.hexDigest(of: try InputFile.bytes(of: file)) == instance.sha256 else {
        throw InputError(file: file.path, message: "is not the file that the plan was made for")
      }
    }
  }
}
