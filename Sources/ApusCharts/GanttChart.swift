/// A schedule as a picture: rows of bars over a time axis, independent of any problem family.
///
/// A chart is a plain value. Fill it from a job shop (rows are machines, groups are jobs), a project (rows are tasks or
/// resources) or anything else with a start and an end, then draw it with ``svg(width:theme:)``, ``html()`` or
/// ``terminal(width:maximumRows:color:)``. Texts may hold any characters: each drawing escapes them for its own medium.
public struct GanttChart: Sendable, Equatable {
  /// The heading, such as `ft10`.
  public var title: String
  /// What the heading does not say, such as `makespan 930 (optimal)`.
  public var subtitle: String
  /// The name of one tick of time, such as `minutes`. Empty when time has no unit.
  public var timeUnit: String
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// The names of the groups: the name at index `g` belongs to the bars whose ``Bar/group`` is `g`.
  ///
  /// Groups without a name are called by their number.
  public var groupNames: [String]
  /// Moments marked by a vertical line, such as the makespan or due dates.
  public var marks: [Mark]

  /// Creates a chart.
  public init(
    title: String,
    subtitle: String = "",
    timeUnit: String = "",
    rows: [Row] = [],
    groupNames: [String] = [],
    marks: [Mark] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.timeUnit = timeUnit
    self.rows = rows
    self.groupNames = groupNames
    self.marks = marks
  }

  /// One line of the chart: a machine, a resource, a task.
  public struct Row: Sendable, Equatable {
    /// The name shown at the left of the row.
    public var label: String
    /// The bars in any order. Bars that overlap in time are drawn one below the other.
    public var bars: [Bar]

    /// Creates a row.
    public init(label: String, bars: [Bar] = []) {
      self.label = label
      self.bars = bars
    }
  }

  /// Something that lasts from `start` to `end`, in ticks; `end` itself is not part of it.
  public struct Bar: Sendable, Equatable {
    /// The first tick.
    public var start: Int
    /// The tick after the last. When it is not after `start`, the bar is drawn as a thin mark at `start`.
    public var end: Int
    /// The text written on the bar where it fits.
    public var label: String
    /// The key of the bar's colour, such as the number of its job. Negative groups are grey: setups, maintenance.
    public var group: Int
    /// A further line for tooltips, such as `due 40, weight 3`.
    public var detail: String

    /// Creates a bar.
    public init(start: Int, end: Int, label: String = "", group: Int = 0, detail: String = "") {
      self.start = start
      self.end = end
      self.label = label
      self.group = group
      self.detail = detail
    }
  }

  /// A moment marked by a vertical line.
  public struct Mark: Sendable, Equatable {
    /// The tick at which the line stands.
    public var time: Int
    /// The text at the head of the line.
    public var label: String
    /// The group whose colour the line takes, such as the job that is due; `nil` for the chart's own accent.
    public var group: Int?

    /// Creates a mark.
    public init(time: Int, label: String, group: Int? = nil) {
      self.time = time
      self.label = label
      self.group = group
    }
  }
}

extension GanttChart {
  /// The name of a group: its entry in ``groupNames``, or its number when that is missing or empty.
  public func groupName(_ group: Int) -> String {
    if groupNames.indices.contains(group), !groupNames[group].isEmpty { return groupNames[group] }
    return group < 0 ? "other" : "group \(group)"
  }

  /// The groups that have a bar or a mark, in ascending order with the negative ones last.
  public var groupsInUse: [Int] {
    var seen = Set<Int>()
    for row in rows { for bar in row.bars { seen.insert(bar.group) } }
    for mark in marks { if let group = mark.group { seen.insert(group) } }
    return seen.sorted { ($0 < 0 ? 1 : 0, $0) < ($1 < 0 ? 1 : 0, $1) }
  }

  /// The time from the first start or mark to the last end or mark, or `nil` when there is neither.
  ///
  /// A schedule that begins shortly after zero is shown from zero.
  public var timeRange: ClosedRange<Int>? {
    var low = Int.max
    var high = Int.min
    for row in rows {
      for bar in row.bars {
        low = min(low, bar.start)
        high = max(high, bar.start, bar.end)
      }
    }
    for mark in marks {
      low = min(low, mark.time)
      high = max(high, mark.time)
    }
    guard low <= high else { return nil }
    if low > 0, low <= (high - low) / 4 { low = 0 }
    return low...high
  }
}
