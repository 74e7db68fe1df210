// Is an inference of a cumulative resource right? Decided from what the constraint means, and from no filtering rule.
//
// Statement. The premises, the root bounds and the opposite of the conclusion give windows, presences and demands. The inference is
// right where some task that is then present for certain has no place in its window: for each start there is a tick between it and the
// earliest end that goes with it at which the task and the others that cover that tick for certain need more than there is. (A task of
// length 0 always has one.) It is right as well where the others alone need too much.
//
// A single task against the profile is tried start by start, of which only the earliest and those where usage falls or capacity rises matter:
// what fits later fits there too. Where that decides nothing, all tasks are placed together, each at every start; it is hard, so there is a limit of steps.

extension CumulativePropagator {
  func judgeProfile(_ premises: [Bound], _ conclusion: Bound?, _ root: RootDomains) -> Judgement {
    let windows = self.windows(root.limits(given: premises, butNot: conclusion))
    let steps = (0..<profile.capacity.count).map { Int(profile.capacity.times[$0]) }
    for (number, window) in windows.enumerated() {
      var others = windows
      others.remove(at: number)
      let changes = steps + others.flatMap { [$0.latestStart, $0.earliestEnd] }
      func isTooMuch(_ tick: Int, _ demand: Int) -> Bool {
        let used = others.reduce(demand) { $0 + ($1.latestStart <= tick && tick < $1.earliestEnd ? $1.demand : 0) }
        return used > Int(profile.capacity.level(at: Int32(clamping: tick)))
      }
      if changes.contains(where: { isTooMuch($0, 0) }) { return .implied }
      let starts = [window.earliestStart] + changes.filter { window.starts.contains($0) }
      let hasPlace = starts.contains { start in
        let end = max(start + window.length, window.earliestEnd)
        guard start <= window.latestStart, end <= window.latestEnd else { return false }
        return start == end
          || !([start] + changes.filter { (start..<end).contains($0) }).contains { isTooMuch($0, window.demand) }
      }
      if !hasPlace { return .implied }
    }
    return judgeTogether(windows)
  }

  /// Whether there are places for all tasks at once.
  private func judgeTogether(_ windows: [Window]) -> Judgement {
    let lasting = windows.filter { $0.demand > 0 && max($0.length, $0.earliestEnd - $0.latestStart) > 0 }
    guard let first = lasting.map(\.earliestStart).min(), let last = lasting.map(\.latestEnd).max() else {
      return .notImplied
    }
    guard last - first <= 1000 else { return .undecided }
    var room = (first..<last).map { Int(profile.capacity.level(at: Int32($0))) }
    var steps = 200_000
    func place(_ number: Int) -> Bool {
      guard number < lasting.count else { return true }
      let window = lasting[number]
      for start in window.starts {
        steps -= 1
        let end = max(start + window.length, window.earliestEnd)
        guard steps > 0, end <= window.latestEnd else { return false }
        let ticks = (start - first)..<(end - first)
        guard ticks.allSatisfy({ room[$0] >= window.demand }) else { continue }
        for tick in ticks { room[tick] -= window.demand }
        if place(number + 1) { return true }
        for tick in ticks { room[tick] += window.demand }
      }
      return false
    }
    if place(0) { return .notImplied }
    return steps > 0 ? .implied : .undecided
  }

  /// What is known of a task that is present for certain.
  private struct Window {
    var earliestStart: Int
    var latestStart: Int
    var earliestEnd: Int
    var latestEnd: Int
    var length: Int
    var demand: Int

    var starts: ClosedRange<Int> { earliestStart...max(earliestStart, latestStart) }
  }

  private func windows(_ limits: [Int32]) -> [Window] {
    (0..<tasks.count).compactMap { task in
      let presence = tasks.presence[task]
      guard limits[Int(presence)] + (presence & 1) <= 0 else { return nil }
      let (start, end) = (tasks.low[task], tasks.low[tasks.count + task])
      let offset = Int(tasks.offset[tasks.count + task])
      let variable = tasks.demandVariable[task]
      return Window(
        earliestStart: -Int(limits[Int(start)]), latestStart: Int(limits[Int(start ^ 1)]),
        earliestEnd: -Int(limits[Int(end ^ 1)]) + offset, latestEnd: Int(limits[Int(end)]) + offset,
        length: Int(tasks.length[task]),
        demand: variable < 0 ? Int(tasks.demand[task]) : -Int(limits[Int(2 * variable + 1)]))
    }
  }
}
