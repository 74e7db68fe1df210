/// When and where one task is done, in a solution file.
///
/// A family names its tasks by the numbers it has: shops by `job` and `operation` with the `machine`, projects by `task`
/// and `mode`, one machine by `task`, task graphs by `task` and `processor`. All numbers count from 0 in the order of the
/// instance's file, whatever the file itself counts from. Times are ticks; the task occupies `start ..< end`.
public struct ScheduledTask: Sendable, Equatable, Hashable, Codable {
  /// The job of a shop.
  public var job: Int?
  /// The operation's place in its job.
  public var operation: Int?
  /// The machine that does it.
  public var machine: Int?
  /// The task of a project, a single machine or a task graph.
  public var task: Int?
  /// The mode it is done in.
  public var mode: Int?
  /// The processor it runs on.
  public var processor: Int?
  /// The first tick of the task.
  public var start: Int
  /// The first tick after the task.
  public var end: Int

  /// Creates a task; what its family does not use stays nil.
  public init(
    job: Int? = nil, operation: Int? = nil, machine: Int? = nil, task: Int? = nil, mode: Int? = nil,
    processor: Int? = nil, start: Int, end: Int
  ) {
    self.job = job
    self.operation = operation
    self.machine = machine
    self.task = task
    self.mode = mode
    self.processor = processor
    self.start = start
    self.end = end
  }
}
