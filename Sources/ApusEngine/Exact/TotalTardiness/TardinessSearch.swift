import ApusModel
import ApusStructure

/// Total tardiness of jobs with one common release, solved to the end by branch and memorise.
///
/// A subproblem is a set of jobs and the time at which they begin. Its longest job goes to one of the places behind its own in the order of due dates;
/// the jobs before that place come before it, the others after (E. L. Lawler, Annals of Discrete Mathematics 1, 1977), which leaves two smaller
/// subproblems. What has been solved is remembered (W. Szwarc, A. Grosso, F. Della Croce, "Algorithmic paradoxes of the single-machine total
/// tardiness problem", Journal of Scheduling 4, 2001; L. Shang, V. T'Kindt, F. Della Croce, "Branch & Memorize exact algorithms for sequencing
/// problems: efficient embedding of memorization into search trees", Computers & Operations Research 128, 2021).
///
/// 1. A due date before the earliest end of its job is put there (Lawler's theorem 1): the order of due dates is then sharper.
/// 2. Jobs that are in time at the very end go there. A due-date order with at most one late job is optimal.
/// 3. Of the places those are left out whose order, the others by due date, costs no less than that of an earlier place, or more than
///    that of the next (Szwarc, Grosso and Della Croce), and those by which an earlier job would better come after the longest one (Potts and
///    Van Wassenhove, Operations Research Letters 1, 1982).
/// 4. Of the rest, those with the least bound come first; a place whose bound is no less than the best value is left out. The bound of a part is the
///    shortest first, measured against the due dates in order.
///
/// The search is a loop over frames in columns, so that it can stop after any node and go on.
final class TardinessSearch {
  private let count: Int
  /// Jobs are numbered by duration, of equals by due date.
  private let original: [Int32]
  private let duration: Column<Int32>
  private let due: Column<Int32>
  private let hash: Column<UInt64>
  private let check: Column<UInt64>
  private let begin: Int
  private let table: SubproblemTable

  /// A subproblem whose longest job is being placed.
  private struct Frame: BitwiseCopyable {
    var key: SubproblemTable.Key
    /// Where its jobs are in ``arena``: by duration, then by due date, then the place in the latter order of each of the former.
    var jobs: Int
    var count: Int
    var time: Int
    var longest: Int32
    /// Its places to try, in ``choices``, and the one tried now.
    var choices: Int
    var choice: Int
    var isLeftDone = false
    /// What the left part and the longest job cost together.
    var partial = 0
    var best = Int.max
    var bestPlace = 0
  }

  private struct Choice: BitwiseCopyable {
    var bound: Int
    var rightBound: Int
    var place: Int
    /// The end of the longest job.
    var end: Int
  }

  private var frames: Column<Frame>
  private var choices: Column<Choice>
  private var arena: Column<Int32>
  /// By job: the due date, no earlier than the job can end.
  private let dueNow: Column<Int32>
  /// By job: its place in the order of due dates of the subproblem that is looked at.
  private let placeNow: Column<Int32>
  private(set) var nodes = 0
  /// Steps over jobs.
  private(set) var effort = 0
  /// The value of the subproblem that was solved last.
  private var result: Int?

  /// - Precondition: the jobs have one release in common and weight 1 each.
  init(_ machine: OneMachine, tableBytes: Int) {
    guard let release = machine.commonRelease else { preconditionFailure("the jobs have one release in common") }
    count = machine.jobCount
    begin = release
    original = (0..<Int32(count)).sorted {
      (machine.duration[Int($0)], machine.due[Int($0)], $0) < (machine.duration[Int($1)], machine.due[Int($1)], $1)
    }
    duration = Column(original.map { machine.duration[Int($0)] })
    due = Column(original.map { machine.due[Int($0)] })
    var random = SplitMix64(seed: 0x7A8D_1E55)
    hash = Column((0..<count).map { _ in random.next() })
    check = Column((0..<count).map { _ in random.next() })
    table = SubproblemTable(bytes: tableBytes)
    dueNow = Column(repeating: 0, count: count)
    placeNow = Column(repeating: 0, count: count)
    frames = Column(capacity: 64)
    choices = Column(capacity: 1024)
    arena = Column(repeating: 0, count: 4 * count)
    enterWhole()
  }

  var byteCount: Int { table.byteCount + arena.byteCount + choices.byteCount }
  var isDone: Bool { frames.count == 0 }

  private func enterWhole() {
    for job in 0..<count { arena[job] = Int32(job) }
    let byDue = (0..<count).sorted { (due[$0], $0) < (due[$1], $1) }
    for (place, job) in byDue.enumerated() { arena[count + place] = Int32(job) }
    result = enter(0, count, at: begin)
  }

  /// Searches until done or so many steps have been taken. Returns whether it is done.
  func run(effort amount: Int) -> Bool {
    let stop = effort + amount
    while frames.count > 0 {
      if effort >= stop { return false }
      advance()
    }
    return true
  }

  // MARK: Subproblems

  /// Solves a subproblem at once, or makes a frame for it and gives nil.
  ///
  /// Its jobs are in the arena from `jobs` on: by duration, then in about the order of due dates.
  private func enter(_ jobs: Int, _ given: Int, at time: Int) -> Int? {
    guard let count = prepare(jobs, given, at: time) else { return 0 }
    let byDuration = arena.pointer + jobs
    let byDue = byDuration + count
    effort &+= 4 &* given
    if let cost = costOfDueOrder(byDue, count, at: time) { return cost }
    let key = key(byDuration, count, at: time)
    if let known = table.find(key) { return known.value }
    nodes &+= 1
    push(jobs, count, key, at: time)
    return nil
  }

  /// Sorts the jobs by due date and drops those that are in time at the end (rules 1 and 2). Returns how many are left; nil for none.
  private func prepare(_ jobs: Int, _ given: Int, at time: Int) -> Int? {
    arena.extend(to: jobs + 5 * given, with: 0)
    let byDuration = arena.pointer + jobs
    let byDue = byDuration + given
    var end = Int32(time)
    for index in 0..<given {
      let job = byDuration[index]
      dueNow[job] = max(due[job], Int32(time) &+ duration[job])
      end &+= duration[job]
    }
    // Few are out of order.
    for index in stride(from: 1, to: given, by: 1) {
      let job = byDue[index]
      let own = dueNow[job]
      var place = index
      while place > 0 {
        let other = byDue[place &- 1]
        let theirs = dueNow[other]
        if theirs < own || theirs == own && other < job { break }
        byDue[place] = other
        place &-= 1
      }
      byDue[place] = job
    }
    var count = given
    while count > 0, due[byDue[count - 1]] >= end {
      count -= 1
      end &-= duration[byDue[count]]
    }
    if count == 0 { return nil }
    if count < given {
      for place in count..<given { dueNow[byDue[place]] = .max }
      var kept = 0
      for index in 0..<given where dueNow[byDuration[index]] < .max {
        byDuration[kept] = byDuration[index]
        kept &+= 1
      }
      for place in 0..<count { byDuration[count + place] = byDue[place] }
    }
    return count
  }

  /// The cost of the order of due dates where that is optimal: at most one job is late in it.
  private func costOfDueOrder(_ byDue: UnsafePointer<Int32>, _ count: Int, at time: Int) -> Int? {
    var end = Int32(time)
    var (late, cost) = (0, 0)
    for place in 0..<count {
      let job = byDue[place]
      end &+= duration[job]
      if end > dueNow[job] {
        late &+= 1
        if late > 1 { return nil }
      }
      cost &+= Int(max(0, end &- due[job]))
    }
    return cost
  }

  private func key(_ jobs: UnsafePointer<Int32>, _ count: Int, at time: Int) -> SubproblemTable.Key {
    var mixed = SplitMix64(seed: UInt64(bitPattern: Int64(time)))
    var (first, second) = (mixed.next(), mixed.next())
    for index in 0..<count {
      first ^= hash[jobs[index]]
      second ^= check[jobs[index]]
    }
    return SubproblemTable.Key(hash: first, check: UInt32(truncatingIfNeeded: second >> 32))
  }

  private func push(_ jobs: Int, _ count: Int, _ key: SubproblemTable.Key, at time: Int) {
    let byDuration = arena.pointer + jobs
    let byDue = byDuration + count
    let rank = byDue + count
    var longest = byDuration[count - 1]
    var index = count - 2
    while index >= 0, duration[byDuration[index]] == duration[longest] {
      if dueNow[byDuration[index]] > dueNow[longest] { longest = byDuration[index] }
      index -= 1
    }
    for place in 0..<count { placeNow[byDue[place]] = Int32(place) }
    for index in 0..<count { rank[index] = placeNow[byDuration[index]] }
    let first = choices.count
    addChoices(byDuration, byDue, rank, count, longest, at: time)
    effort &+= 2 &* count &* (choices.count - first)
    frames.append(
      Frame(key: key, jobs: jobs, count: count, time: time, longest: longest, choices: first, choice: first - 1))
  }

  // MARK: Places of the longest job

  /// Adds the places that rule 3 leaves, the least bound first.
  private func addChoices(
    _ byDuration: UnsafePointer<Int32>, _ byDue: UnsafePointer<Int32>, _ rank: UnsafePointer<Int32>, _ count: Int,
    _ longest: Int32, at time: Int
  ) {
    let first = choices.count
    let length = duration[longest]
    let dueOfLongest = dueNow[longest]
    let own = Int(placeNow[longest])
    var end = Int32(time)
    for place in 0...own { end &+= duration[byDue[place]] }
    // The cost of the order with the longest job at a place, less that of the order of due dates.
    var (cost, least) = (0, Int.max)
    var latest = Int32.min
    for place in own..<count {
      var (nextCost, nextEnd) = (cost, end)
      if place + 1 < count {
        let next = byDue[place + 1]
        nextEnd = end &+ duration[next]
        nextCost &+= Int(max(0, nextEnd &- dueOfLongest) &- max(0, end &- dueOfLongest))
        nextCost &+= Int(max(0, nextEnd &- length &- dueNow[next]) &- max(0, nextEnd &- dueNow[next]))
      }
      let isBetterBehind = place >= own + 2 && end <= latest
      if cost < least, cost <= nextCost, !isBetterBehind {
        let bounds = bounds(of: place, end, byDuration, byDue, rank, count, own, at: time)
        choices.append(
          Choice(
            bound: bounds.left + bounds.right + Int(max(0, end &- due[longest])), rightBound: bounds.right,
            place: place, end: Int(end)))
      }
      least = min(least, cost)
      if place > own { latest = max(latest, dueNow[byDue[place]] &+ duration[byDue[place]]) }
      (cost, end) = (nextCost, nextEnd)
    }
    // Few are out of order.
    for index in stride(from: first + 1, to: choices.count, by: 1) {
      let choice = choices[index]
      var slot = index
      while slot > first, choices[slot - 1].bound > choice.bound {
        choices[slot] = choices[slot - 1]
        slot -= 1
      }
      choices[slot] = choice
    }
  }

  /// Bounds of what comes before and behind the longest job at a place: the shortest first, measured against the due dates in order, and
  /// what due dates were put off.
  private func bounds(
    of place: Int, _ end: Int32, _ byDuration: UnsafePointer<Int32>, _ byDue: UnsafePointer<Int32>,
    _ rank: UnsafePointer<Int32>, _ count: Int, _ own: Int, at time: Int
  ) -> (left: Int, right: Int) {
    var (leftEnd, rightEnd) = (Int32(time), end)
    var (left, right) = (0, 0)
    var (nextLeft, nextRight) = (own == 0 ? 1 : 0, place + 1)
    for index in 0..<count {
      let job = byDuration[index]
      let isPutOff = Int(dueNow[job] &- due[job])
      if Int(rank[index]) > place {
        rightEnd &+= duration[job]
        right &+= Int(max(0, rightEnd &- dueNow[byDue[nextRight]])) &+ isPutOff
        nextRight &+= 1
      } else if Int(rank[index]) != own {
        leftEnd &+= duration[job]
        left &+= Int(max(0, leftEnd &- dueNow[byDue[nextLeft]])) &+ isPutOff
        nextLeft &+= 1
        if nextLeft == own { nextLeft &+= 1 }
      }
    }
    return (left, right)
  }

  // MARK: Advancing

  /// Does the next thing for the last frame: takes in the value of a part, or begins one, or closes the frame.
  private func advance() {
    let index = frames.count - 1
    if let value = result {
      result = nil
      takeIn(value, index)
      return
    }
    let frame = frames[index]
    let next = frame.choice + 1
    if next < choices.count, choices[next].bound < frame.best {
      frames.pointer[index].choice = next
      frames.pointer[index].isLeftDone = false
      result = enterPart(of: index, isLeft: true)
    } else {
      close(index)
    }
  }

  private func takeIn(_ value: Int, _ index: Int) {
    let frame = frames[index]
    let choice = choices[frame.choice]
    if frame.isLeftDone {
      let total = frame.partial + value
      if total < frame.best {
        frames.pointer[index].best = total
        frames.pointer[index].bestPlace = choice.place
      }
    } else {
      let partial = value + max(0, choice.end - Int(due[frame.longest]))
      frames.pointer[index].isLeftDone = true
      frames.pointer[index].partial = partial
      if partial + choice.rightBound < frame.best { result = enterPart(of: index, isLeft: false) }
    }
  }

  /// Begins what is before or behind the longest job.
  private func enterPart(of index: Int, isLeft: Bool) -> Int? {
    let frame = frames[index]
    let choice = choices[frame.choice]
    let base = frame.jobs + 3 * frame.count
    let byDuration = arena.pointer + frame.jobs
    let byDue = byDuration + frame.count
    let rank = byDue + frame.count
    let part = arena.pointer + base
    var count = 0
    for place in 0..<frame.count {
      let isHere = (Int(rank[place]) <= choice.place) == isLeft
      if isHere, byDuration[place] != frame.longest {
        part[count] = byDuration[place]
        count &+= 1
      }
    }
    if count == 0 { return 0 }
    var next = count
    for place in isLeft ? 0..<choice.place + 1 : choice.place + 1..<frame.count where byDue[place] != frame.longest {
      part[next] = byDue[place]
      next &+= 1
    }
    effort &+= frame.count
    return enter(base, count, at: isLeft ? frame.time : choice.end)
  }

  private func close(_ index: Int) {
    let frame = frames[index]
    table.insert(frame.key, value: frame.best, place: frame.bestPlace, count: frame.count)
    choices.truncate(frame.choices)
    _ = frames.removeLast()
    result = frame.best
  }

  // MARK: The order

  /// An optimal order, once the search is done, in the numbers of the machine.
  ///
  /// What the table has forgotten is solved again. Complexity: O(*jobs*²) where it has forgotten nothing.
  func order() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(count)
    var parts: [Part] = [.jobs(Array(0..<Int32(count)), time: begin)]
    while let part = parts.popLast() {
      switch part {
      case .job(let job): order.append(original[Int(job)])
      case .jobs(let jobs, let time): split(jobs, at: time, into: &parts)
      }
    }
    return order
  }

  private enum Part {
    case job(Int32)
    case jobs([Int32], time: Int)
  }

  /// Pushes the parts of a subproblem, the last first.
  private func split(_ jobs: [Int32], at time: Int, into parts: inout [Part]) {
    if jobs.isEmpty { return }
    place(jobs)
    result = enter(0, jobs.count, at: time)
    while frames.count > 0 { advance() }
    place(jobs)
    guard let count = prepare(0, jobs.count, at: time) else {
      // All are in time at the end of what comes before.
      for job in jobs.sorted(by: { (due[$0], $0) > (due[$1], $1) }) { parts.append(.job(job)) }
      return
    }
    let kept = Set((0..<count).map { arena[$0] })
    for job in jobs.filter({ !kept.contains($0) }).sorted(by: { (due[$0], $0) > (due[$1], $1) }) {
      parts.append(.job(job))
    }
    let byDue = (0..<count).map { arena[count + $0] }
    if costOfDueOrder(arena.pointer + count, count, at: time) != nil {
      for job in byDue.reversed() { parts.append(.job(job)) }
      return
    }
    guard let known = table.find(key(arena.pointer, count, at: time)) else {
      preconditionFailure("what was solved last is known")
    }
    var longest = arena[count - 1]
    for index in 0..<count where duration[arena[index]] == duration[longest] && dueNow[arena[index]] > dueNow[longest] {
      longest = arena[index]
    }
    let before = byDue[...known.place].filter { $0 != longest }
    let end = before.reduce(time + Int(duration[longest])) { $0 + Int(duration[$1]) }
    parts.append(.jobs(byDue[(known.place + 1)...].sorted(), time: end))
    parts.append(.job(longest))
    parts.append(.jobs(before.sorted(), time: time))
  }

  /// Puts jobs, by duration, at the beginning of the arena.
  private func place(_ jobs: [Int32]) {
    for (index, job) in jobs.enumerated() { arena[index] = job }
    for (index, job) in jobs.sorted(by: { (due[$0], $0) < (due[$1], $1) }).enumerated() {
      arena[jobs.count + index] = job
    }
  }
}
