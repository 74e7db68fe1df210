import ApusModel

/// Better orders of jobs with one common release, by moves that are made many at a time.
///
/// A pass finds, of all sets of moves on parts of the order that do not overlap, the best: F(*j*), the least cost of the first *j* places, is F(*i*)
/// plus the cost of the places *i* + 1 to *j* with one move on them, for the best *i*. Moves swap the two ends of a part, or put the first
/// last or the last first. R. K. Congram, C. N. Potts, S. L. van de Velde, "An iterated dynasearch algorithm for the single-machine total
/// weighted tardiness scheduling problem", INFORMS Journal on Computing 14 (2002); with insertions, A. Grosso, F. Della Croce, R. Tadei, "An
/// enhanced dynasearch neighborhood for the single-machine total weighted tardiness scheduling problem", Operations Research
/// Letters 32 (2004).
///
/// A pass takes O(*jobs*³) at worst; the sum of a part is given up as soon as it is too much, and moves that put a job before one that is
/// no longer, due no later and of no less weight are not tried.
public final class Dynasearch {
  private let count: Int
  private let begin: Int
  // By job.
  private let duration: UnsafeMutablePointer<Int>
  private let due: UnsafeMutablePointer<Int>
  private let weight: UnsafeMutablePointer<Int>
  /// The jobs in order.
  private let job: UnsafeMutablePointer<Int>
  /// By place: the end of the first so many jobs.
  private let end: UnsafeMutablePointer<Int>
  /// By place: the least cost of the first so many places, with the part that ends there and what is done with it.
  private let least: UnsafeMutablePointer<Int>
  private let partBegin: UnsafeMutablePointer<Int>
  private let move: UnsafeMutablePointer<Move>

  private enum Move: UInt8 { case none, swap, firstLast, lastFirst }

  /// Sums made so far: a measure of effort that does not depend on the machine.
  public private(set) var effort = 0
  /// The cost of the order.
  public private(set) var cost = 0

  /// - Precondition: the jobs have one release in common.
  public init(_ machine: OneMachine) {
    guard let release = machine.commonRelease else { preconditionFailure("the jobs have one release in common") }
    count = machine.jobCount
    begin = release
    func column(_ values: [Int32]) -> UnsafeMutablePointer<Int> {
      let pointer = UnsafeMutablePointer<Int>.allocate(capacity: values.count)
      for (index, value) in values.enumerated() { (pointer + index).initialize(to: Int(value)) }
      return pointer
    }
    func places() -> UnsafeMutablePointer<Int> {
      let pointer = UnsafeMutablePointer<Int>.allocate(capacity: machine.jobCount + 1)
      pointer.initialize(repeating: 0, count: machine.jobCount + 1)
      return pointer
    }
    duration = column(machine.duration)
    due = column(machine.due)
    weight = column(machine.weight)
    (job, end, least, partBegin) = (places(), places(), places(), places())
    move = .allocate(capacity: count + 1)
    move.initialize(repeating: .none, count: count + 1)
    order = Array(0..<Int32(count))
  }

  deinit {
    for pointer in [duration, due, weight, job, end, least, partBegin] { pointer.deallocate() }
    move.deallocate()
  }

  /// The jobs in order. Complexity: O(*jobs*).
  public var order: [Int32] {
    get { (0..<count).map { Int32(job[$0]) } }
    set {
      precondition(newValue.count == count, "an order has every job")
      for (place, next) in newValue.enumerated() { job[place] = Int(next) }
      measure()
    }
  }

  private func measure() {
    cost = 0
    end[0] = begin
    for place in 0..<count {
      end[place + 1] = end[place] + duration[job[place]]
      cost += cost(of: job[place], endingAt: end[place + 1])
    }
  }

  @inline(__always) private func cost(of job: Int, endingAt end: Int) -> Int { weight[job] &* max(0, end &- due[job]) }

  /// Makes the best moves until there are none that improve, or `limit` sums have been made. Returns whether it came to the end.
  @discardableResult
  public func descend(effort limit: Int = .max) -> Bool {
    let stop = limit == .max ? Int.max : effort + limit
    while effort < stop {
      if !makePass() { return true }
    }
    return false
  }

  /// Swaps so many pairs of jobs, any two.
  public func shake(swaps: Int, _ random: inout SplitMix64) {
    for _ in 0..<swaps {
      let (first, second) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      (job[first], job[second]) = (job[second], job[first])
    }
    measure()
  }

  /// Whether nothing is gained by doing `later` before `earlier`.
  @inline(__always) private func belongsFirst(_ earlier: Int, _ later: Int) -> Bool {
    duration[earlier] <= duration[later] && due[earlier] <= due[later] && weight[earlier] >= weight[later]
  }

  /// Finds and makes the best set of moves; false where none improves.
  private func makePass() -> Bool {
    least[0] = 0
    for last in 0..<count { findBestPart(endingAt: last) }
    guard least[count] < cost else { return false }
    var place = count
    while place > 0 {
      let first = partBegin[place]
      make(move[place], first, place - 1)
      place = first
    }
    measure()
    return true
  }

  private func findBestPart(endingAt last: Int) {
    let lastJob = job[last]
    let lastEnd = end[last + 1]
    let lastDuration = duration[lastJob]
    var best = least[last] + cost(of: lastJob, endingAt: lastEnd)
    var bestBegin = last
    var bestMove = Move.none
    // The jobs before the last one as they are when it goes first: each later by its duration.
    var delayed = 0
    for first in stride(from: last - 1, through: 0, by: -1) {
      let firstJob = job[first]
      let start = end[first]
      let firstDuration = duration[firstJob]
      effort &+= 1
      delayed &+= cost(of: firstJob, endingAt: end[first + 1] &+ lastDuration)
      let lastFirst = least[first] &+ delayed &+ cost(of: lastJob, endingAt: start &+ lastDuration)
      if lastFirst < best { (best, bestBegin, bestMove) = (lastFirst, first, .lastFirst) }
      if belongsFirst(firstJob, lastJob) { continue }
      // Both other moves end with the first job.
      let base = least[first] &+ cost(of: firstJob, endingAt: lastEnd)
      if base >= best { continue }
      var swapped = base &+ cost(of: lastJob, endingAt: start &+ lastDuration)
      let shift = lastDuration &- firstDuration
      var place = first + 1
      while place < last, swapped < best {
        swapped &+= cost(of: job[place], endingAt: end[place &+ 1] &+ shift)
        place &+= 1
      }
      effort &+= place &- first
      if swapped < best { (best, bestBegin, bestMove) = (swapped, first, .swap) }
      var moved = base
      place = first + 1
      while place <= last, moved < best {
        moved &+= cost(of: job[place], endingAt: end[place &+ 1] &- firstDuration)
        place &+= 1
      }
      effort &+= place &- first
      if moved < best { (best, bestBegin, bestMove) = (moved, first, .firstLast) }
    }
    least[last + 1] = best
    partBegin[last + 1] = bestBegin
    move[last + 1] = bestMove
  }

  private func make(_ move: Move, _ first: Int, _ last: Int) {
    switch move {
    case .none: break
    case .swap: (job[first], job[last]) = (job[last], job[first])
    case .firstLast:
      let moved = job[first]
      for place in first..<last { job[place] = job[place + 1] }
      job[last] = moved
    case .lastFirst:
      let moved = job[last]
      for place in stride(from: last, to: first, by: -1) { job[place] = job[place - 1] }
      job[first] = moved
    }
  }
}
