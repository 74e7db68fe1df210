/// Reads the lists of the openb trace of Alibaba's GPU clusters: the nodes and then the pods, one list after the other in one text.
///
/// A node gives processors, memory and GPUs; a pod asks for them, for a share of one GPU or for several whole ones, in thousandths, and may name the
/// models of GPU that it can use. Classes of service become priorities: 2 for `LS` and `Guaranteed`, 1 for `Burstable`, 0 for `BE` and where the list has
/// none. The lists do not say where pods run, so they are where the default scheduler puts them in the order of the list.
struct OpenBReader {
  private let text: CommaLines

  /// Whether the head of a file is that of a list of nodes.
  static func recognizes(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "sn,cpu_milli,".utf8) }

  /// - Throws: ``InputError`` where the bytes are no text.
  init(_ bytes: [UInt8], file: String) throws(InputError) { text = try CommaLines(bytes, file: file) }

  /// The cluster. O(bytes + pods × nodes).
  func cluster(_ name: String) throws(InputError) -> PodPacking {
    var nodes: [PodPacking.Node] = []
    var nodesByModel: [String: [Int]] = [:]
    var pods: [PodPacking.Pod] = []
    var allowed: [String: [Int]] = [:]
    var columns: [String: Int] = [:]
    var isNodes = false
    var shared = 0
    for line in text.lines {
      let number = line.number
      let fields = line.fields.map(\.text)
      if fields[0] == "sn" || fields[0] == "name" {
        isNodes = fields[0] == "sn"
        columns = Dictionary(fields.enumerated().map { ($1, $0) }) { first, _ in first }
        continue
      }
      func field(_ column: String) throws(InputError) -> String {
        guard let place = columns[column] else {
          throw error(number, "there is no column \(column) in the list, expected one")
        }
        guard place < fields.count else {
          throw error(number, "the line has \(fields.count) fields, expected \(columns.count)")
        }
        return fields[place]
      }
      func amount(_ column: String, times factor: Int = 1) throws(InputError) -> Int {
        let text = try field(column)
        guard let value = Int(text), value >= 0 else {
          throw error(
            number, "the \(column) is \(InputError.quoted(Array(text.utf8)[...])), expected a number from 0 on")
        }
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        if overflow { throw error(number, "the \(column) needs more than 64 bits, expected less") }
        return product
      }
      let processors = try amount("cpu_milli")
      let memory = try amount("memory_mib", times: 1 << 20)
      if isNodes {
        nodesByModel[columns["model"] == nil ? "" : try field("model"), default: []].append(nodes.count)
        nodes.append(
          PodPacking.Node(
            name: try field("sn"), capacities: [processors, memory, try amount("gpu", times: 1000)]))
        continue
      }
      let count = try amount("num_gpu")
      let share = try amount("gpu_milli")
      if count == 1, share % 1000 != 0 { shared += 1 }
      let (gpus, overflow) = count.multipliedReportingOverflow(by: share)
      if overflow { throw error(number, "the GPUs need more than 64 bits, expected less") }
      var bins: [Int]?
      if columns["gpu_spec"] != nil, case let models = try field("gpu_spec"), !models.isEmpty {
        bins = allowed[models] ?? models.split(separator: "|").flatMap { nodesByModel[String($0)] ?? [] }.sorted()
        allowed[models] = bins
      }
      pods.append(
        PodPacking.Pod(
          name: try field("name"), requests: [processors, memory, gpus],
          priority: columns["qos"] == nil ? 0 : Self.priority(try field("qos")), allowed: bins))
    }
    let notes = shared > 0 ? ["shares of a single GPU: a node's GPUs are taken together (\(shared))"] : []
    do {
      let empty = try PodPacking(
        name: name, resources: [PodPacking.cpu, "memory", "alibabacloud.com/gpu-milli"], nodes: nodes, pods: pods,
        notes: notes)
      return try empty.placed(as: DefaultScheduler.placement(of: empty, queue: .byArrival))
    } catch { throw InputError(file: text.file, message: error.message) }
  }

  private static func priority(_ service: String) -> Int {
    switch service {
    case "LS", "Guaranteed": 2
    case "Burstable": 1
    default: 0
    }
  }

  private func error(_ line: Int, _ message: String) -> InputError {
    InputError(file: text.file, line: line, column: 1, message: message)
  }
}
