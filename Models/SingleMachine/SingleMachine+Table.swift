/// Tables: a heading that names the columns `processing` and `due` and perhaps `name`, `weight`, `release` and `earliness`, in any order,
/// then a line a job, with commas between the fields.
extension SingleMachine {
  private static let columns = ["name", "processing", "due", "weight", "release", "earliness"]

  /// Whether a line of words is a heading.
  static func isHeading(_ line: String) -> Bool {
    let names = fields(of: line).map { $0.text.lowercased() }
    return names.contains("processing") && names.contains("due")
  }

  static func readTable(_ scanner: TextScanner, name: String) throws(InputError) -> SingleMachine {
    var heading: [String]?
    var draft = SingleMachineDraft()
    var isAnyNamed = false
    var begin = scanner.index
    while begin < scanner.bytes.count {
      let end = scanner.bytes[begin...].firstIndex(of: UInt8(ascii: "\n")) ?? scanner.bytes.count
      let lineBegin = begin
      begin = end + 1
      guard let line = String(validating: scanner.bytes[lineBegin..<end], as: UTF8.self) else {
        throw scanner.error("expected UTF-8", at: lineBegin)
      }
      let fields = fields(of: line)
      if fields.count == 1, fields[0].text.isEmpty || fields[0].text.hasPrefix("#") { continue }
      guard let columns = heading else {
        heading = try readHeading(fields, scanner, lineBegin)
        isAnyNamed = heading?.contains("name") ?? false
        continue
      }
      guard fields.count == columns.count else {
        throw scanner.error("found \(fields.count) fields, expected \(columns.count) as in the heading", at: lineBegin)
      }
      var job = (name: String?.none, processing: 0, due: 0, weight: 1, release: 0, earliness: 0)
      var place = lineBegin
      for (column, field) in zip(columns, fields) {
        let offset = lineBegin + field.offset
        if column == "name" {
          job.name = field.text
          continue
        }
        guard let value = Int(field.text) else {
          let found = InputError.quoted(Array(field.text.utf8)[...])
          throw scanner.error(
            "expected an integer for '\(column)' of job \(draft.jobs.count), found \(found)", at: offset)
        }
        switch column {
        case "processing": (job.processing, place) = (value, offset)
        case "due": job.due = value
        case "weight": job.weight = value
        case "release": job.release = value
        default: job.earliness = value
        }
      }
      let made = Job(
        isAnyNamed ? job.name : nil, processing: job.processing, due: job.due, weight: job.weight,
        earlinessWeight: job.earliness, release: job.release)
      try draft.add(made, at: place, of: scanner)
    }
    guard !draft.jobs.isEmpty else {
      throw scanner.error("the file ends here, expected a job", at: scanner.bytes.count)
    }
    return SingleMachine(draft, name: name)
  }

  private static func readHeading(
    _ fields: [(text: String, offset: Int)], _ scanner: TextScanner, _ lineBegin: Int
  ) throws(InputError) -> [String] {
    var names: [String] = []
    for field in fields {
      let name = field.text.lowercased()
      guard columns.contains(name), !names.contains(name) else {
        let found = InputError.quoted(Array(field.text.utf8)[...])
        throw scanner.error(
          "expected a heading of \(columns.joined(separator: ", ")), each at most once, found \(found)",
          at: lineBegin + field.offset)
      }
      names.append(name)
    }
    guard names.contains("processing"), names.contains("due") else {
      throw scanner.error("expected the columns processing and due in the heading", at: lineBegin)
    }
    return names
  }

  /// The fields of a line without blanks around them, each with its offset in bytes.
  private static func fields(of line: String) -> [(text: String, offset: Int)] {
    line.split(separator: ",", omittingEmptySubsequences: false).map { field in
      let text = field.drop { $0.isWhitespace }
      let offset = line.utf8.distance(from: line.startIndex, to: text.startIndex)
      var end = text
      while let last = end.last, last.isWhitespace { end.removeLast() }
      return (String(end), offset)
    }
  }

  func tableText() throws(InputError) -> String {
    guard setups == nil else { throw cannotBeWritten(as: .csv, because: "it has setup times") }
    let isNamed = jobs.contains { $0.name != nil }
    var columns = ["processing", "due"]
    if isNamed { columns.insert("name", at: 0) }
    let hasWeights = jobs.contains { $0.weight != 1 }
    if hasWeights { columns.append("weight") }
    if hasReleases { columns.append("release") }
    if hasEarliness { columns.append("earliness") }
    var lines = [columns.joined(separator: ",")]
    for job in jobs {
      var fields = isNamed ? [job.name ?? ""] : []
      fields += ["\(job.processing)", "\(job.due)"]
      if hasWeights { fields.append("\(job.weight)") }
      if hasReleases { fields.append("\(job.release)") }
      if hasEarliness { fields.append("\(job.earlinessWeight)") }
      lines.append(fields.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
