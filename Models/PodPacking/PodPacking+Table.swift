/// Tables: a list of nodes and a list of pods, one after the other, with commas between the fields.
///
///     node,cpu,memory
///     n1,4,8Gi
///     pod,cpu,memory,priority,on,owner,protected
///     shop/web,250m,64Mi,10,n1,shop/web,no
///
/// The heading of the nodes names the resources. Of the pods' columns only `pod` is required, in any order: a resource that is not there or
/// a field that is empty is 0; a pod with nothing in `on` waits.
extension PodPacking {
  /// Whether the head of a file is the heading of such a table.
  static func looksLikeTable(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "node,".utf8) }

  private static let podColumns = ["priority", "on", "owner", "protected"]

  /// Reads the lists. O(bytes).
  init(table bytes: [UInt8], name: String, file: String) throws(InputError) {
    let text = try CommaLines(bytes, file: file)
    var resources: [String] = []
    var columns: [String] = []
    var nodes: [Node] = []
    var indices: [String: Int] = [:]
    var pods: [Pod] = []
    for line in text.lines {
      if line.fields[0].text == "node" || line.fields[0].text == "pod" {
        columns = try Self.heading(line, resources, text)
        if columns[0] == "node" { resources = Array(columns.dropFirst()) }
        continue
      }
      guard line.fields.count == columns.count else {
        throw text.error("found \(line.fields.count) fields, expected \(columns.count) as in the heading", line)
      }
      let fields = Dictionary(uniqueKeysWithValues: zip(columns, line.fields))
      var amounts: [Int] = []
      for resource in resources { amounts.append(try Self.amount(fields[resource], of: resource, text, line)) }
      if columns[0] == "node" {
        indices[line.fields[0].text] = nodes.count
        nodes.append(Node(name: line.fields[0].text, capacities: amounts))
        continue
      }
      var home: Int?
      if let field = fields["on"], !field.text.isEmpty {
        guard let index = indices[field.text] else {
          let shown = InputError.quoted(Array(field.text.utf8)[...])
          throw text.error("there is no node \(shown), expected one of the nodes above", line, field)
        }
        home = index
      }
      var priority = 0
      if let field = fields["priority"], !field.text.isEmpty {
        guard let number = Int(field.text) else { throw text.error("expected a whole number", line, field) }
        priority = number
      }
      var isProtected = false
      if let field = fields["protected"], !field.text.isEmpty {
        guard ["yes", "no", "true", "false"].contains(field.text) else {
          throw text.error("expected yes or no", line, field)
        }
        isProtected = field.text == "yes" || field.text == "true"
      }
      pods.append(
        Pod(
          name: fields["pod"]?.text ?? "", requests: amounts, priority: priority, node: home, isProtected: isProtected,
          owner: fields["owner"].flatMap { $0.text.isEmpty ? nil : $0.text }))
    }
    do { try self.init(name: name, resources: resources, nodes: nodes, pods: pods) } catch {
      throw InputError(file: file, message: error.message)
    }
  }

  private static func heading(
    _ line: CommaLines.Line, _ resources: [String], _ text: CommaLines
  ) throws(InputError) -> [String] {
    var columns: [String] = []
    let isNodes = line.fields[0].text == "node"
    for field in line.fields {
      let isKnown = isNodes || columns.isEmpty || resources.contains(field.text) || podColumns.contains(field.text)
      guard isKnown, !field.text.isEmpty, !columns.contains(field.text) else {
        let expected = isNodes ? "the name of a resource" : (resources + podColumns).joined(separator: ", ")
        let shown = InputError.quoted(Array(field.text.utf8)[...])
        throw text.error("found the column \(shown), expected \(expected), each at most once", line, field)
      }
      columns.append(field.text)
    }
    return columns
  }

  private static func amount(
    _ field: CommaLines.Field?, of resource: String, _ text: CommaLines, _ line: CommaLines.Line
  ) throws(InputError) -> Int {
    guard let field, !field.text.isEmpty else { return 0 }
    let shown = InputError.quoted(Array(field.text.utf8)[...])
    guard let quantity = try? Quantity(field.text) else {
      throw text.error(
        "\(shown) is no amount of \(resource) in 64 bits, expected a quantity such as 250m, 1.5 or 64Mi", line, field)
    }
    guard let amount = quantity.roundedUp(parts: resource == cpu ? 1000 : 1), amount >= 0 else {
      throw text.error("\(shown) of \(resource) is below 0 or needs more than 64 bits", line, field)
    }
    return amount
  }

  /// The cluster as tables.
  ///
  /// - Throws: ``InputError`` where it has what tables cannot say: nodes that a pod may not run on, and commas in names.
  func tableText() throws(InputError) -> String {
    func refusal(_ reason: String) -> InputError {
      InputError(file: name, message: "cannot be written as pod-packing:csv: \(reason)")
    }
    if let pod = pods.first(where: { $0.allowed != nil }) { throw refusal("\(pod.name) may not run on all nodes") }
    let names = resources + nodes.map(\.name) + pods.map(\.name) + pods.compactMap(\.owner)
    let isPlain = names.allSatisfy { name in
      !name.contains { $0 == "," || $0 == "#" || $0.isNewline } && name.first?.isWhitespace != true
        && name.last?.isWhitespace != true
    }
    guard isPlain else { throw refusal("a name has a comma, a number sign, or blanks at its ends") }
    func amounts(_ values: [Int]) -> [String] { zip(resources, values).map { Self.text(of: $1, as: $0) } }
    var lines = [["node"] + resources] + nodes.map { [$0.name] + amounts($0.capacities) }
    lines.append(["pod"] + resources + Self.podColumns)
    lines += pods.map { pod in
      let home = pod.node.map { nodes[$0].name } ?? ""
      return [pod.name] + amounts(pod.requests) + [
        "\(pod.priority)", home, pod.owner ?? "", pod.isProtected ? "yes" : "",
      ]
    }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
