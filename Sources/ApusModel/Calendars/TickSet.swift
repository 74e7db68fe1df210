/// A set of ticks that repeats with a period, but for stretches that say otherwise: as small for ten years as for one week.
///
/// Two queries, *rank* and *select*, answer all others in O(log). Rank counts members from an arbitrary tick on, so only differences of ranks mean
/// anything. (Jacobson, "Space-efficient static trees and graphs", 1989, on runs in the place of bits.)
struct TickSet: Sendable, Hashable {
  /// Times beyond this are taken for it, so that no sum of a few of them leaves 64 bits.
  static let farthest = 1 << 60

  let period: Int
  /// Where a period begins.
  let origin: Int
  /// The members of a period, as disjoint stretches in order within 0..<period that do not touch.
  let spans: [Range<Int>]
  /// Stretches that are members, or are not, whatever the period says: disjoint and in order.
  let exceptions: [Stretch]
  /// How many members of a period come before each of `spans`.
  private let before: [Int]
  /// How many members a period has.
  private let count: Int
  /// The ranks of starts and ends of `exceptions`.
  private let startRanks: [Int]
  private let endRanks: [Int]

  struct Stretch: Sendable, Hashable {
    var ticks: Range<Int>
    var isMember: Bool
  }

  init(period: Int, origin: Int, spans: [Range<Int>], exceptions: [Stretch]) {
    self.period = period
    self.origin = origin
    self.spans = spans
    self.exceptions = exceptions
    var before: [Int] = []
    var count = 0
    for span in spans {
      before.append(count)
      count += span.count
    }
    self.before = before
    self.count = count
    var (starts, ends): ([Int], [Int]) = ([], [])
    var offset = 0
    for stretch in exceptions {
      func pattern(_ time: Int) -> Int { Self.patternRank(time, period, origin, spans, before, count) }
      starts.append(pattern(stretch.ticks.lowerBound) + offset)
      ends.append(starts[starts.count - 1] + (stretch.isMember ? stretch.ticks.count : 0))
      offset = ends[ends.count - 1] - pattern(stretch.ticks.upperBound)
    }
    startRanks = starts
    endRanks = ends
  }

  /// All ticks that are not members.
  var complement: TickSet {
    var gaps: [Range<Int>] = []
    var time = 0
    for span in spans {
      if time < span.lowerBound { gaps.append(time..<span.lowerBound) }
      time = span.upperBound
    }
    if time < period { gaps.append(time..<period) }
    return TickSet(
      period: period, origin: origin, spans: gaps,
      exceptions: exceptions.map { Stretch(ticks: $0.ticks, isMember: !$0.isMember) })
  }

  // MARK: Rank and select

  /// The number of members before a time, counted from an arbitrary one. Complexity: O(log).
  func rank(_ time: Int) -> Int {
    let time = min(max(time, -Self.farthest), Self.farthest)
    let place = exceptions.partitioningIndex { $0.ticks.lowerBound > time } - 1
    guard place >= 0 else { return patternRank(time) }
    let stretch = exceptions[place]
    if time < stretch.ticks.upperBound {
      return startRanks[place] + (stretch.isMember ? time - stretch.ticks.lowerBound : 0)
    }
    return endRanks[place] + patternRank(time) - patternRank(stretch.ticks.upperBound)
  }

  /// The first time whose rank is at least `rank`: the end of the member before it. Nil where there is none, or no first one.
  ///
  /// Complexity: O(log).
  func select(_ rank: Int) -> Int? {
    let place = endRanks.partitioningIndex { $0 >= rank }
    if place < exceptions.count, startRanks[place] < rank {
      return exceptions[place].ticks.lowerBound + rank - startRanks[place]
    }
    // Within the pattern, shifted by what the exceptions before have added.
    guard count > 0 else { return nil }
    let offset = place > 0 ? endRanks[place - 1] - patternRank(exceptions[place - 1].ticks.upperBound) : 0
    let (periods, last) = (rank - offset - 1).dividedFlooring(by: count)
    let span = before.partitioningIndex { $0 > last } - 1
    let within = spans[span].lowerBound + last - before[span] + 1
    let time = Int128(periods) * Int128(period) + Int128(origin + within)
    return Int(clamping: min(max(time, Int128(-Self.farthest)), Int128(Self.farthest)))
  }

  func contains(_ time: Int) -> Bool { rank(time + 1) > rank(time) }

  /// The first member at a time or after; nil where there is none.
  func first(from time: Int) -> Int? { select(rank(time) + 1).map { $0 - 1 } }

  /// The last member before a time; nil where there is none.
  func last(before time: Int) -> Int? {
    // Where no member is before it, all times before the first one have its rank, and there is no first of these.
    select(rank(time)).map { $0 - 1 }
  }

  private func patternRank(_ time: Int) -> Int { Self.patternRank(time, period, origin, spans, before, count) }

  private static func patternRank(
    _ time: Int, _ period: Int, _ origin: Int, _ spans: [Range<Int>], _ before: [Int], _ count: Int
  ) -> Int {
    let (periods, within) = (time - origin).dividedFlooring(by: period)
    let span = spans.partitioningIndex { $0.lowerBound > within } - 1
    guard span >= 0 else { return periods * count }
    return periods * count + before[span] + min(within - spans[span].lowerBound, spans[span].count)
  }
}

extension Array {
  /// The first place whose element satisfies a condition that, once true, stays true. Complexity: O(log *n*).
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Int {
  /// Quotient and remainder, the remainder never negative. For a positive divisor.
  fileprivate func dividedFlooring(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
