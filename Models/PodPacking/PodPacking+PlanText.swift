extension PodPacking {
  /// The steps of a plan as a table: number, what is done, pod, from, to. O(steps).
  public func planTable(_ steps: [SolutionFile.Step]) -> String {
    var rows = [["step", "", "pod", "from", "to"]]
    for (number, step) in steps.enumerated() {
      rows.append(["\(number + 1)", Self.verb(step), step.pod, step.from ?? "-", step.to ?? "-"])
    }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      return String(cells.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// The steps of a plan as commands for `kubectl`, in the order in which they are to be run.
  ///
  /// Kubernetes does not move pods: one that moves is deleted, its owner makes it anew under another name, and the new one is to be bound to the
  /// node that a comment names. A pod that waits is bound by its name. O(steps).
  public func planCommands(_ steps: [SolutionFile.Step]) -> String {
    var text = "#!/bin/sh\nset -e\n"
    for step in steps {
      let parts = step.pod.split(separator: "/", maxSplits: 1).map(String.init)
      let (namespace, name) = parts.count == 2 ? (parts[0], parts[1]) : ("default", step.pod)
      if step.from != nil {
        text += "kubectl delete pod \(Self.word(name)) -n \(Self.word(namespace))"
        text += step.to.map { "  # its owner makes it anew: bind the new pod to \(Self.comment($0))\n" } ?? "\n"
      } else if let node = step.to {
        let target = JSONText.object([
          ("apiVersion", JSONText.string("v1")), ("kind", JSONText.string("Node")), ("name", JSONText.string(node)),
        ])
        let binding = JSONText.object([
          ("apiVersion", JSONText.string("v1")), ("kind", JSONText.string("Binding")),
          ("metadata", JSONText.object([("name", JSONText.string(name))])), ("target", target),
        ])
        text += "printf %s \(Self.word(binding)) | kubectl create --raw "
        text += "\(Self.word("/api/v1/namespaces/\(namespace)/pods/\(name)/binding")) -f -\n"
      }
    }
    return text
  }

  private static func verb(_ step: SolutionFile.Step) -> String {
    step.from == nil ? "start" : step.to == nil ? "evict" : "move"
  }

  /// A word as a shell reads it.
  private static func word(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
    return isPlain
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// A name in a comment, which must not end the line.
  private static func comment(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
