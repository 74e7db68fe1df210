/// The graph for Graphviz: a node a task with its least and greatest time, an edge an arc with its volume.
extension TaskGraphScheduling {
  var dotText: String {
    var text = "digraph \(Self.quoted(name)) {\n  rankdir=TB;\n  node [shape=box];\n"
    for task in tasks {
      let time = task.shortest == task.longest ? "\(task.shortest)" : "\(task.shortest) to \(task.longest)"
      text += "  t\(task.id) [label=\(Self.quoted(task.name + "\n" + time))];\n"
    }
    for arc in arcs {
      text += "  t\(arc.before) -> t\(arc.after)\(arc.volume > 0 ? " [label=\"\(arc.volume)\"]" : "");\n"
    }
    return text + "}\n"
  }

  /// In double quotes; a line end is written as Graphviz wants it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
