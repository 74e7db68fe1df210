import ApusModel

extension ProblemFamily {
  /// Pods on the nodes of a cluster.
  public static let podPacking = ProblemFamily(
    name: "pod-packing", dialects: PodPacking.Format.allCases.map(\.rawValue),
    fileExtensions: ["json", "json", "csv", "csv"],
    carriedNames: [], recognizes: { PodPacking.recognizedFormat(of: $0) != nil },
    read: { text throws(InputError) in
      try text.requireSingleInstance()
      return try PodPacking(
        bytes: text.bytes, name: text.name, format: text.dialect.flatMap(PodPacking.Format.init), file: text.file)
    },
    named: { _ in nil },
    write: { instance, dialect throws(InputError) in
      switch (instance as? PodPacking, PodPacking.Format(rawValue: dialect)) {
      case (let cluster?, .compact): return cluster.compactText
      case (let cluster?, .csv): return try cluster.tableText()
      default:
        throw InputError(
          file: instance.name,
          message: "is of the family \(instance.family), and cannot be written as pod-packing:\(dialect)")
      }
    })
}

extension PodPacking {
  /// The formats of clusters.
  public enum Format: String, Sendable, CaseIterable {
    /// Our own.
    case compact
    /// What `kubectl get nodes,pods -A` prints with `-o json` or `-o yaml`.
    case kubernetes
    /// The lists of nodes and pods of Alibaba's openb trace, one after the other.
    case openb
    /// A list of nodes and a list of pods with commas between the fields.
    case csv
  }

  /// The format that the head of a file looks like. O(1).
  static func recognizedFormat(of bytes: [UInt8]) -> Format? {
    if OpenBReader.recognizes(bytes) { return .openb }
    if looksLikeTable(bytes) { return .csv }
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard JSONSyntax.looksLikeJSON(bytes) else { return looksLikeYAML(head) ? .kubernetes : nil }
    if head.contains("\"\(compactFormat)\"") { return .compact }
    return head.contains("\"apiVersion\"") && head.contains("\"kind\"") || head.contains("\"items\"")
      ? .kubernetes : nil
  }

  /// Whether the first line that is no comment and no separator is a key that objects of Kubernetes begin with.
  private static func looksLikeYAML(_ head: String) -> Bool {
    let first = head.split { $0.isNewline }.first { !$0.hasPrefix("#") && !$0.hasPrefix("---") && !$0.hasPrefix("%") }
    return ["apiVersion:", "kind:", "items:", "metadata:"].contains { first?.hasPrefix($0) == true }
  }

  /// Reads a cluster.
  ///
  /// - Parameter format: Nil to recognise it.
  /// - Throws: ``InputError`` with line and column where the bytes are none.
  /// - Complexity: O(bytes) for the compact format; O(bytes + pods × nodes) for that of Kubernetes.
  public init(bytes: [UInt8], name: String, format: Format? = nil, file: String? = nil) throws(InputError) {
    let file = file ?? name
    guard let format = format ?? Self.recognizedFormat(of: bytes) else {
      throw InputError(
        file: file, offset: 0, in: bytes,
        message: "expected a cluster: a List of Kubernetes, or the format \(Self.compactFormat)")
    }
    switch format {
    case .compact: try self.init(compact: JSONDocument(bytes, file: file), name: name)
    case .kubernetes: self = try KubernetesReader(JSONDocument.documents(bytes, file: file)).cluster(name)
    case .openb: self = try OpenBReader(bytes, file: file).cluster(name)
    case .csv: try self.init(table: bytes, name: name, file: file)
    }
  }
}

extension PodPacking: ProblemInstance {
  public var family: String { "pod-packing" }
  public var objectiveName: String { "placed pods of the highest priority" }
  public var durations: [Int] { [] }
  public var simpleBounds: [InstanceBound] { [] }

  public var sizes: [InstanceSize] {
    [
      InstanceSize("pods", pods.count), InstanceSize("nodes", nodes.count), InstanceSize("resources", resources.count),
      InstanceSize("priorities", priorities.count), InstanceSize("waiting", pods.count { $0.node == nil }),
      InstanceSize("notes", notes.count),
    ]
  }

  public func record(_ solution: Solution, in file: inout SolutionFile) {
    record(placement(of: solution), in: &file)
  }

  public func solution(of file: SolutionFile) throws(InputError) -> Solution {
    let placement = try placement(of: file)
    let running = pods.indices.filter { pods[$0].node != nil && !pods[$0].isProtected }
    let values =
      placement.map { $0 ?? -1 } + placement.map { $0 == nil ? 0 : 1 }
      + running.map { placement[$0] == pods[$0].node ? 1 : 0 }
    return Solution(integers: values, intervals: [])
  }

  /// Two rows a node, before and after, with the processors that its pods ask for, a colour a priority.
  public func picture(of file: SolutionFile) -> SchedulePicture {
    var ignored: [FamilyViolation] = []
    let placement = placement(of: file, &ignored)
    let shown = resources.firstIndex(of: Self.cpu) ?? 0
    let priorities = priorities
    var rows = nodes.flatMap { [SchedulePicture.Row("\($0.name) before"), SchedulePicture.Row("after")] }
    guard !resources.isEmpty else { return SchedulePicture(rows: rows, groupNames: []) }
    let target = placement
    func isStaying(_ pod: Int) -> Bool { pods[pod].node != nil && target[pod] == pods[pod].node }
    for (offset, placement) in [present, target].enumerated() {
      var ends = [Int](repeating: 0, count: nodes.count)
      // What stays comes first, so that before and after are seen to agree.
      let order = pods.indices.sorted { a, b in
        (isStaying(a) ? 0 : 1, a) < (isStaying(b) ? 0 : 1, b)
      }
      for index in order {
        guard let node = placement[index], pods[index].requests[shown] > 0 else { continue }
        let end = ends[node] + pods[index].requests[shown]
        let group = priorities.firstIndex(of: pods[index].priority) ?? 0
        rows[2 * node + offset].bars.append(
          SchedulePicture.Bar(start: ends[node], end: end, label: pods[index].name, group: group))
        ends[node] = end
      }
    }
    return SchedulePicture(rows: rows, groupNames: priorities.map { "priority \($0)" })
  }
}
