import ApusModel

/// When each interval can be, if it is present: the domains of the model, made smaller where constraints allow it.
///
/// Small windows are small big constants. Nothing is lost: every solution at least as good as the cutoff lies within, or, where the
/// horizon is that of a regular model (``RegularHorizon``), some best solution does.
struct TimeWindows {
  struct Window {
    var start: (low: Int, high: Int)
    var end: (low: Int, high: Int)
    var length: (low: Int, high: Int)

    init(_ domain: IntervalDomain) {
      start = (domain.start.lowerBound, domain.start.upperBound)
      end = (domain.end.lowerBound, domain.end.upperBound)
      length = (domain.length.lowerBound, domain.length.upperBound)
    }

    /// Whether some span lies within.
    var isPossible: Bool { start.low <= start.high && end.low <= end.high && length.low <= length.high }

    func range(_ point: Precedence.Point) -> (low: Int, high: Int) { point == .start ? start : end }

    /// Makes start, end and length agree.
    fileprivate mutating func settle() {
      for _ in 0..<2 {
        start.low = Swift.max(start.low, end.low - length.high)
        start.high = Swift.min(start.high, end.high - length.low)
        end.low = Swift.max(end.low, start.low + length.low)
        end.high = Swift.min(end.high, start.high + length.high)
        length.low = Swift.max(length.low, end.low - start.high)
        length.high = Swift.min(length.high, end.high - start.low)
      }
    }

    fileprivate mutating func raise(_ point: Precedence.Point, to value: Int) {
      if point == .start { start.low = Swift.max(start.low, value) } else { end.low = Swift.max(end.low, value) }
    }

    fileprivate mutating func lower(_ point: Precedence.Point, to value: Int) {
      if point == .start { start.high = Swift.min(start.high, value) } else { end.high = Swift.min(end.high, value) }
    }
  }

  private let model: ModelData
  private(set) var windows: [Window]
  private var changes = 0

  /// Rounds of propagation. Chains settle in one; a contradiction between distances would go on up to the horizon.
  private static let mostRounds = 64

  init(_ model: ModelData, cutoff: Int?) {
    self.model = model
    windows = model.intervals.map(Window.init)
    if let horizon = RegularHorizon.end(of: model) { limitEnds(to: horizon) }
    if let cutoff, model.minimizesMakespan { limitEnds(to: cutoff) }
    for index in windows.indices { windows[index].settle() }
    for _ in 0..<Self.mostRounds {
      changes = 0
      for constraint in model.constraints { propagate(constraint) }
      if changes == 0 { break }
    }
  }

  subscript(interval: Int32) -> Window { windows[Int(interval)] }

  private mutating func limitEnds(to latest: Int) {
    for index in windows.indices { windows[index].lower(.end, to: latest) }
  }

  private mutating func propagate(_ constraint: Constraint) {
    switch constraint {
    case .precedence(let link): propagate(link)
    case .alternative(let choice):
      for member in choice.members { copy(from: choice.main, to: member) }
      let members = choice.members.filter { self[$0].isPossible }.map { self[$0] }
      guard let first = members.first else { return }
      let hull = members.dropFirst().reduce(first) { $0.hull(with: $1) }
      change(choice.main) { $0.intersect(with: hull) }
    case .span(let span):
      for member in span.members {
        let main = self[span.main]
        change(member) {
          $0.raise(.start, to: main.start.low)
          $0.lower(.end, to: main.end.high)
        }
      }
    case .noOverlap, .linear, .clause, .usage, .reservoir, .sameOrder, .pack, .within, .condition, .allDifferent,
      .table, .circuit, .automaton:
      break
    }
  }

  private mutating func propagate(_ link: Precedence) {
    // A window may be narrowed by another interval only where that is present whenever this one is.
    let (before, after) = (model.intervals[Int(link.before)], model.intervals[Int(link.after)])
    let isTogether = before.isPresent == after.isPresent
    if isTogether || before.isPresent == .true {
      let earliest = self[link.before].range(link.source).low + link.lag
      change(link.after) { $0.raise(link.target, to: earliest) }
    }
    if isTogether || after.isPresent == .true {
      let latest = self[link.after].range(link.target).high - link.lag
      change(link.before) { $0.lower(link.source, to: latest) }
    }
  }

  private mutating func copy(from main: Int32, to member: Int32) {
    let window = self[main]
    change(member) { $0.intersect(with: window) }
  }

  private mutating func change(_ interval: Int32, _ change: (inout Window) -> Void) {
    let old = windows[Int(interval)]
    guard old.isPossible else { return }
    var new = old
    change(&new)
    new.settle()
    if new.start != old.start || new.end != old.end || new.length != old.length {
      windows[Int(interval)] = new
      changes += 1
    }
  }
}

extension TimeWindows.Window {
  fileprivate mutating func intersect(with other: Self) {
    start = (Swift.max(start.low, other.start.low), Swift.min(start.high, other.start.high))
    end = (Swift.max(end.low, other.end.low), Swift.min(end.high, other.end.high))
    length = (Swift.max(length.low, other.length.low), Swift.min(length.high, other.length.high))
  }

  fileprivate func hull(with other: Self) -> Self {
    var hull = self
    hull.start = (Swift.min(start.low, other.start.low), Swift.max(start.high, other.start.high))
    hull.end = (Swift.min(end.low, other.end.low), Swift.max(end.high, other.end.high))
    hull.length = (Swift.min(length.low, other.length.low), Swift.max(length.high, other.length.high))
    return hull
  }
}

extension ModelData {
  /// Whether the objective is the least makespan and nothing else.
  var minimizesMakespan: Bool {
    guard let objective, objective.sense == .minimize, objective.expression.terms.count == 1,
      objective.expression.constant == 0, objective.expression.terms[0].coefficient == 1,
      case .makespan = objective.expression.terms[0].operand
    else { return false }
    return true
  }
}
