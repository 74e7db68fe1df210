/// Which jobs go before which in some best order: a transitive relation, by rows of bits.
///
/// It is grown by exchange arguments (`JobOrder+Exchanges.swift`). What it says of a job's place is when the job can end: after all that go
/// before it, and before all that go behind.
final class JobOrder {
  let count: Int
  /// Words of bits in a row.
  let words: Int
  /// When all is over.
  let horizon: Int
  let duration: Column<Int>
  let due: Column<Int>
  let weight: Column<Int>
  /// By job: the jobs before it, and those behind.
  let predecessors: Column<UInt64>
  let successors: Column<UInt64>
  /// By job: the durations of those before it, and of those behind.
  let before: Column<Int>
  let behind: Column<Int>

  init(duration: [Int], due: [Int], weight: [Int]) {
    count = duration.count
    words = (duration.count + 63) / 64
    horizon = duration.reduce(0, +)
    self.duration = Column(duration)
    self.due = Column(due)
    self.weight = Column(weight)
    predecessors = Column(repeating: 0, count: count * words)
    successors = Column(repeating: 0, count: count * words)
    before = Column(repeating: 0, count: count)
    behind = Column(repeating: 0, count: count)
  }

  /// The earliest end that those before a job leave it, and the latest that those behind do.
  func earliestEnd(_ job: Int) -> Int { before[job] + duration[job] }
  func latestEnd(_ job: Int) -> Int { horizon - behind[job] }

  @inline(__always) func isBefore(_ first: Int, _ second: Int) -> Bool {
    successors[first &* words &+ second >> 6] >> UInt64(second & 63) & 1 != 0
  }

  /// Whether some job goes behind the first and before the second.
  func isApart(_ first: Int, _ second: Int) -> Bool {
    for word in 0..<words where successors[first * words + word] & predecessors[second * words + word] != 0 {
      return true
    }
    return false
  }

  /// Puts a job before another, and with it all that goes before it before all that goes behind the other.
  func add(_ first: Int, before second: Int) {
    for job in 0..<count where (job == first || isBefore(job, first)) && !isBefore(job, second) {
      relate(job, second)
      for word in 0..<words {
        var fresh = successors[second * words + word] & ~successors[job * words + word]
        while fresh != 0 {
          relate(job, word * 64 + fresh.trailingZeroBitCount)
          fresh &= fresh - 1
        }
      }
    }
  }

  private func relate(_ first: Int, _ second: Int) {
    successors[first * words + second >> 6] |= 1 << UInt64(second & 63)
    predecessors[second * words + first >> 6] |= 1 << UInt64(first & 63)
    behind[first] += duration[second]
    before[second] += duration[first]
  }

  /// The jobs in an order that agrees with the relation, by the middle of the time they have.
  func extended() -> [Int] {
    (0..<count).sorted { (before[$0] - behind[$0], $0) < (before[$1] - behind[$1], $1) }
  }

  /// The relation among jobs that are numbered by their places in an order of all.
  func renumbered(_ order: [Int]) -> JobOrder {
    let result = JobOrder(
      duration: order.map { duration[$0] }, due: order.map { due[$0] }, weight: order.map { weight[$0] })
    for first in 0..<count {
      for second in 0..<count where isBefore(order[first], order[second]) { result.relate(first, second) }
    }
    return result
  }

  /// The durations of the jobs in either of two rows.
  func durations(of rows: borrowing Column<UInt64>, _ first: Int, or second: Int) -> Int {
    var sum = 0
    for word in 0..<words {
      var bits = rows[first * words + word] | rows[second * words + word]
      while bits != 0 {
        sum &+= duration[word &* 64 &+ bits.trailingZeroBitCount]
        bits &= bits &- 1
      }
    }
    return sum
  }

  /// Whether all jobs of a row are in another.
  func isSubset(_ rows: borrowing Column<UInt64>, _ first: Int, of second: Int) -> Bool {
    for word in 0..<words where rows[first * words + word] & ~rows[second * words + word] != 0 { return false }
    return true
  }
}
