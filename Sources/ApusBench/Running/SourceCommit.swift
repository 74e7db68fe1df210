import Foundation

extension BenchmarkFolder {
  /// The commit of the package that this folder belongs to, with `-dirty` behind it where files have been changed since; nil where
  /// git does not know the folder, or there is no git.
  public var commit: String? {
    let words = [
      "git", "-C", url.path, "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*",
    ]
    guard let end = try? LimitedProcess.run(words, ProcessLimits(wall: 10)), end.status == 0 else { return nil }
    let text = String(decoding: end.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }
}
