/// Makes schedules of a project from lists of its tasks, fast, and improves them by justification. Allocates nothing once it is made.
///
/// A *list* has every task once, each after what it waits for.
public final class ProjectScheduler {
  public let taskCount: Int
  private let forward: SerialScheme
  private let backward: SerialScheme
  private let list: UnsafeMutablePointer<Int32>

  /// Complexity: O(*tasks* · *words of all capacities* + *links*).
  public init(_ project: Project) {
    taskCount = project.taskCount
    forward = SerialScheme(project)
    backward = SerialScheme(project.mirrored)
    list = .allocate(capacity: taskCount)
    list.initialize(repeating: 0, count: taskCount)
  }

  deinit { list.deallocate() }

  /// Makes the schedule of a list by the serial scheme. Returns the makespan.
  public func schedule(_ list: UnsafePointer<Int32>) -> Int { Int(forward.schedule(list)) }

  /// Improves the schedule made last by double justification: every task as late as it can be, the latest end first, then every task as
  /// early as it can be, the earliest start first. Never longer; returns the makespan. (Li and Willis 1992; Tormos and Lova, Annals
  /// of Operations Research 102, 2001; Valls, Ballestín and Quintanilla, "Justification and RCPSP", European Journal of
  /// Operational Research 165, 2005.)
  ///
  /// To the right every task finds its old place free: those before it in the list, which end no earlier, have only moved to the right. So
  /// releases are kept without being looked at. To the left the same holds.
  public func justify() -> Int {
    forward.order(byEndBackwardsInto: list)
    _ = backward.schedule(list)
    // Latest end backwards is earliest start.
    backward.order(byEndBackwardsInto: list)
    return Int(forward.schedule(list))
  }

  /// The list of the schedule made last: its tasks in order of their starts.
  public func order(into list: UnsafeMutablePointer<Int32>) { forward.order(byStartInto: list) }

  /// By task, its start in the schedule made last.
  public var start: UnsafePointer<Int32> { UnsafePointer(forward.start) }

  /// Steps taken so far: some nanoseconds each.
  public var effort: Int { forward.effort &+ backward.effort }
}
