/// A schedule as plain rows of bars, for whoever draws it.
public struct SchedulePicture: Sendable, Equatable {
  /// A machine, a resource or a task.
  public struct Row: Sendable, Equatable {
    public var label: String
    public var bars: [Bar]

    public init(_ label: String, _ bars: [Bar] = []) {
      self.label = label
      self.bars = bars
    }
  }

  /// Something that occupies `start ..< end`.
  public struct Bar: Sendable, Equatable {
    public var start: Int
    public var end: Int
    public var label: String
    /// What has one colour, such as a job.
    public var group: Int

    public init(start: Int, end: Int, label: String, group: Int) {
      self.start = start
      self.end = end
      self.label = label
      self.group = group
    }
  }

  public var rows: [Row]
  /// The names of the groups, by number.
  public var groupNames: [String]

  public init(rows: [Row], groupNames: [String]) {
    self.rows = rows
    self.groupNames = groupNames
  }
}

extension SchedulePicture {
  /// The tasks of any solution file: a row a machine or processor where tasks have one, otherwise a row a task. Colours tell jobs apart, or
  /// tasks that share a row; tasks with rows of their own have the colour of their mode.
  ///
  /// Claimed numbers can be anything; tasks with negative numbers are left out. O(n log n) for n tasks.
  public init(tasks: [ScheduledTask]) {
    var rows: [Int: [Bar]] = [:]
    var word = "task"
    var names: [String] = []
    for (position, task) in tasks.enumerated() {
      let number = task.job ?? task.task ?? position
      let place = task.machine ?? task.processor
      let group = task.job ?? (place == nil ? task.mode ?? 0 : number)
      let row = place ?? number
      guard row >= 0, number >= 0, group >= 0 else { continue }
      if task.machine != nil { word = "machine" } else if task.processor != nil { word = "processor" }
      let label = task.operation.map { "\(number).\($0)" } ?? "\(number)"
      rows[row, default: []].append(Bar(start: task.start, end: task.end, label: label, group: group))
      let kind = task.job != nil ? "job" : place == nil && task.mode != nil ? "mode" : nil
      if let kind { while names.count <= min(group, Self.mostNames - 1) { names.append("\(kind) \(names.count)") } }
    }
    self.init(rows: rows.sorted { $0.key < $1.key }.map { Row("\(word) \($0.key)", $0.value) }, groupNames: names)
  }

  /// Groups beyond are called by their number.
  private static let mostNames = 10_000
}
