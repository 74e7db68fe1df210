extension Records {
  /// The findings, a line each: contradictions and records one by one, then how many best-known solutions are met.
  ///
  /// - Parameter namesMet: whether those that are met are named too.
  public func text(namesMet: Bool = false) -> String {
    var lines: [String] = []
    for finding in findings {
      switch finding.kind {
      case .contradiction: lines.append("CONTRADICTION  \(finding.text)")
      case .betterUpper, .betterLower: lines.append("record         \(finding.text)")
      case .meets: if namesMet { lines.append("meets          \(finding.text)") }
      }
    }
    func count(_ kind: RecordFinding.Kind) -> Int { findings.count { $0.kind == kind } }
    lines.append(
      "of \(listed) instances with best-known bounds: \(count(.betterUpper)) better solutions, "
        + "\(count(.betterLower)) better bounds, \(count(.meets)) met"
        + (unlisted > 0 ? "; \(unlisted) instances are not listed" : ""))
    if isContradicted {
      lines.append("\(count(.contradiction)) runs contradict the list of best-known bounds: one of the two is wrong")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
