import ApusModel
import ApusStructure

/// Random lists of a project's tasks, each after what it waits for, in which urgent tasks tend to come early.
///
/// Of the tasks whose predecessors are in the list, so many are drawn and the one with the longest way to the end goes next: a tournament over
/// the latest finish time, LFT (Kolisch 1996), in place of the regret of Drexl (1991), because it costs no look at all that wait.
final class RandomList {
  private let project: Project
  /// By task, the longest way from its end to the end of the project.
  private let tail: [Int]
  private let waitsFor: [Int32]
  private var waiting: [Int32]
  private var eligible: [Int32] = []

  init(_ project: Project) {
    self.project = project
    tail = project.tails
    waitsFor = (0..<project.taskCount).map { Int32(project.predecessors.places(of: $0).count) }
    waiting = waitsFor
  }

  /// Fills a list. With contests of one the order is any; the larger they are, the closer it is to the rule's.
  ///
  /// Complexity: O(*tasks* · *contest* + *links*).
  func fill(_ list: borrowing Column<Int32>, contest: Int, _ random: inout SplitMix64) {
    waiting.replaceSubrange(waiting.indices, with: waitsFor)
    eligible.removeAll(keepingCapacity: true)
    for task in 0..<project.taskCount where waitsFor[task] == 0 { eligible.append(Int32(task)) }
    for index in 0..<project.taskCount {
      var best = random.place(below: eligible.count)
      for _ in 1..<Swift.max(2, contest) where contest > 1 {
        let other = random.place(below: eligible.count)
        if tail[Int(eligible[other])] > tail[Int(eligible[best])] { best = other }
      }
      let task = eligible[best]
      eligible[best] = eligible[eligible.count - 1]
      eligible.removeLast()
      list[index] = task
      for place in project.successors.places(of: Int(task)) {
        let next = project.successors.task[place]
        waiting[Int(next)] -= 1
        if waiting[Int(next)] == 0 { eligible.append(next) }
      }
    }
  }
}
