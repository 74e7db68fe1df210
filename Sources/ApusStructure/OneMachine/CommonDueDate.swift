import ApusModel

/// Jobs of fixed durations on one machine, all due at one time, each costing so much a tick that it ends early and so much that it ends late.
///
/// Job *i* is the model's interval *i*. Some best schedule does its jobs without a break, and in *V-shape*: those that end by the due date in
/// order of falling duration over earliness weight, those that begin at it or later in order of rising duration over tardiness weight (D. Biskup, M.
/// Feldmann, Computers & Operations Research 28, 2001).
public struct CommonDueDate: Sendable, Hashable {
  /// The duration of every job; positive.
  public let duration: [Int]
  /// What a tick costs that a job ends early, and late; not negative.
  public let earliness: [Int]
  public let tardiness: [Int]
  /// When no job can start yet.
  public let release: Int
  public let due: Int

  /// The number of jobs.
  public var jobCount: Int { duration.count }

  /// All weights together and all times are at most this, so that no cost leaves 64 bits.
  private static let largest = 1_000_000_000

  /// The jobs in a model, or nil where the model is not exactly of this kind.
  ///
  /// It is when it is one `NoOverlap` of all intervals, each required and of fixed, positive length, with one earliest start in common and no
  /// deadline that a schedule without breaks around the due date could miss, and when its objective is a sum of earlinesses, `max(0, d - end)`, and
  /// tardinesses, `max(0, end - d)`, with one *d*. Complexity: linear in the size of the model.
  public init?(recognizing data: ModelData) {
    guard data.constraints.count == 1, case .noOverlap(let machine) = data.constraints[0], machine.setup == nil,
      Set(machine.intervals).count == data.intervals.count, let times = FixedTimes(data.intervals),
      let first = times.release.first, times.release.allSatisfy({ $0 == first }),
      times.duration.allSatisfy({ $0 > 0 })
    else { return nil }
    guard let objective = data.objective, objective.sense == .minimize, !objective.expression.hasOverflowed,
      objective.expression.constant == 0
    else { return nil }
    var earliness = [Int](repeating: 0, count: data.intervals.count)
    var tardiness = earliness
    var (due, weights): (Int?, Int) = (nil, 0)
    for term in objective.expression.terms {
      guard term.coefficient > 0, let part = Self.part(term.operand), earliness.indices.contains(part.job),
        due ?? part.due == part.due
      else { return nil }
      due = part.due
      guard term.coefficient <= Self.largest - weights else { return nil }
      weights += term.coefficient
      if part.isEarliness {
        earliness[part.job] += term.coefficient
      } else {
        tardiness[part.job] += term.coefficient
      }
    }
    guard let due, (-Self.largest...Self.largest).contains(due) else { return nil }
    let latest = max(Int(first), due) + times.duration.reduce(0) { $0 + Int($1) }
    guard latest <= Self.largest, data.intervals.allSatisfy({ $0.end.upperBound >= latest }) else { return nil }
    for (index, interval) in data.intervals.enumerated()
    where interval.start.upperBound < latest - Int(times.duration[index]) { return nil }
    duration = times.duration.map(Int.init)
    (self.earliness, self.tardiness, self.due, release) = (earliness, tardiness, due, Int(first))
  }

  /// The job, due date and side that `max(0, ±(end - d))` speaks of.
  private static func part(_ operand: IntegerExpression.Operand) -> (job: Int, due: Int, isEarliness: Bool)? {
    guard case .maximum(let arguments) = operand, arguments.count == 2,
      let zero = arguments.firstIndex(where: { $0.terms.isEmpty }), arguments[zero].constant == 0
    else { return nil }
    let side = arguments[1 - zero]
    guard !side.hasOverflowed, side.terms.count == 1, case .end(let job) = side.terms[0].operand, side.constant != .min
    else { return nil }
    switch side.terms[0].coefficient {
    case 1: return (Int(job), -side.constant, false)
    case -1: return (Int(job), side.constant, true)
    default: return nil
    }
  }

  /// What an order costs that is begun at a time and has no breaks. Complexity: O(*jobs*).
  public func cost(of order: [Int], startingAt start: Int) -> Int {
    var (time, cost) = (start, 0)
    for job in order {
      time += duration[job]
      cost += time < due ? earliness[job] * (due - time) : tardiness[job] * (time - due)
    }
    return cost
  }

  /// The solution of the model; the integers are values of what the model does not speak of.
  public func solution(of order: [Int], startingAt start: Int, integers: [Int] = []) -> Solution {
    var spans = [Solution.Span?](repeating: nil, count: order.count)
    var time = start
    for job in order {
      spans[job] = Solution.Span(start: time, end: time + duration[job])
      time += duration[job]
    }
    return Solution(integers: integers, intervals: spans)
  }
}
