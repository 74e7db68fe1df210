/// What makes numbers no project, and which of them is at fault.
struct ProjectFlaw: Error, Equatable {
  /// What a reader finds in its file.
  enum Subject: Equatable {
    case whole
    case task(Int)
    case mode(task: Int, mode: Int)
    /// A demand, renewable resources first.
    case demand(task: Int, mode: Int, resource: Int)
    case precedence(Int)
  }

  let subject: Subject
  let message: String

  init(_ subject: Subject, _ message: String) {
    self.subject = subject
    self.message = message
  }

  init(_ message: String) { self.init(.whole, message) }
}

/// The numbers of a project before anybody has looked at them.
struct ProjectParts {
  var tasks: [[ProjectScheduling.Mode]] = []
  var precedences: [ProjectScheduling.Precedence] = []
  var renewables: [Int] = []
  var nonrenewables: [Int] = []
  var reservoirs: [ProjectScheduling.Reservoir] = []
}

extension ProjectParts {
  private typealias Limits = ProjectScheduling
  private static let amounts = 0...ProjectScheduling.maximumAmount
  private static let times = 0...ProjectScheduling.maximumHorizon

  /// The first thing that is wrong; nil where there is a project. Later checks trust what earlier ones have seen.
  var firstFlaw: ProjectFlaw? {
    sizeFlaw ?? modeFlaw ?? reservoirFlaw ?? precedenceFlaw ?? horizonFlaw ?? circleFlaw ?? capacityFlaw
  }

  private var sizeFlaw: ProjectFlaw? {
    guard (1...Limits.maximumTaskCount).contains(tasks.count) else {
      return ProjectFlaw("\(tasks.count) tasks, expected 1 to \(Limits.maximumTaskCount)")
    }
    for (kind, capacities) in [("renewable", renewables), ("nonrenewable", nonrenewables)] {
      guard capacities.count <= Limits.maximumResourceCount else {
        return ProjectFlaw("\(capacities.count) \(kind) resources, expected at most \(Limits.maximumResourceCount)")
      }
      for (resource, capacity) in capacities.enumerated() where !Self.amounts.contains(capacity) {
        return ProjectFlaw("\(kind) resource \(resource) has the capacity \(capacity), \(Self.expected(Self.amounts))")
      }
    }
    return nil
  }

  private var modeFlaw: ProjectFlaw? {
    for (task, modes) in tasks.enumerated() {
      guard !modes.isEmpty else { return ProjectFlaw(.task(task), "task \(task) has no modes, expected at least one") }
      for (number, mode) in modes.enumerated() {
        let subject = ProjectFlaw.Subject.mode(task: task, mode: number)
        let place = self.place(task, number)
        guard Self.times.contains(mode.duration) else {
          return ProjectFlaw(subject, "\(place) has the duration \(mode.duration), \(Self.expected(Self.times))")
        }
        guard mode.renewables.count == renewables.count, mode.nonrenewables.count == nonrenewables.count else {
          return ProjectFlaw(
            subject,
            "\(place) has \(mode.renewables.count) renewable and \(mode.nonrenewables.count) nonrenewable demands,"
              + " expected \(renewables.count) and \(nonrenewables.count)")
        }
        for (resource, demand) in (mode.renewables + mode.nonrenewables).enumerated()
        where !Self.amounts.contains(demand) {
          return ProjectFlaw(
            .demand(task: task, mode: number, resource: resource),
            "\(place) needs \(demand) of \(nameOfResource(resource)), \(Self.expected(Self.amounts))")
        }
      }
    }
    return nil
  }

  private var reservoirFlaw: ProjectFlaw? {
    guard reservoirs.count <= Limits.maximumResourceCount else {
      return ProjectFlaw("\(reservoirs.count) reservoirs, expected at most \(Limits.maximumResourceCount)")
    }
    for (number, reservoir) in reservoirs.enumerated() {
      guard Self.amounts.contains(reservoir.initial) else {
        return ProjectFlaw(
          "reservoir \(number) has the initial level \(reservoir.initial), \(Self.expected(Self.amounts))")
      }
      for (verb, amounts) in [("takes", reservoir.consumed), ("brings", reservoir.produced)] {
        guard amounts.count == tasks.count else {
          return ProjectFlaw("reservoir \(number) has amounts for \(amounts.count) of \(tasks.count) tasks")
        }
        for (task, amount) in amounts.enumerated() where !Self.amounts.contains(amount) {
          return ProjectFlaw(
            .task(task), "task \(task) \(verb) \(amount) of reservoir \(number), \(Self.expected(Self.amounts))")
        }
      }
    }
    return nil
  }

  private var precedenceFlaw: ProjectFlaw? {
    for (index, precedence) in precedences.enumerated() {
      for task in [precedence.before, precedence.after] where !tasks.indices.contains(task) {
        return ProjectFlaw(
          .precedence(index), "a precedence speaks of task \(task), expected 0 to \(tasks.count - 1)")
      }
      let lags = -Limits.maximumHorizon...Limits.maximumHorizon
      guard lags.contains(precedence.lag) else {
        return ProjectFlaw(
          .precedence(index),
          "the lag between tasks \(precedence.before) and \(precedence.after) is \(precedence.lag), \(Self.expected(lags))"
        )
      }
    }
    return nil
  }

  /// For each task the longest time that it lasts or makes another wait after its start; their sum is the horizon.
  var weights: [Int] {
    let longest = tasks.map { $0.reduce(0) { max($0, $1.duration) } }
    var weights = longest
    for precedence in precedences {
      let base = precedence.source == .end ? longest[precedence.before] : 0
      weights[precedence.before] = max(weights[precedence.before], base + precedence.lag)
    }
    return weights
  }

  private var horizonFlaw: ProjectFlaw? {
    var horizon = 0
    for (task, weight) in weights.enumerated() {
      horizon += weight
      guard horizon <= Limits.maximumHorizon else {
        return ProjectFlaw(
          .task(task),
          "task \(task) brings the sum of all durations and lags above \(Limits.maximumHorizon), the longest that is supported"
        )
      }
    }
    return nil
  }

  private var circleFlaw: ProjectFlaw? {
    // Only waiting for an end counts, with a lag of 0 or more: lags from starts, and negative ones, may go round.
    let waiting = precedences.map { $0.isGeneralized ? nil : (before: $0.before, after: $0.after) }
    guard let circle = PrecedenceCircle(of: tasks.count, waiting) else { return nil }
    return ProjectFlaw(.precedence(circle.closing), "tasks wait for each other in a circle: \(circle)")
  }

  private var capacityFlaw: ProjectFlaw? {
    guard !precedences.contains(where: \.isGeneralized) else { return nil }
    for (task, modes) in tasks.enumerated() {
      let excesses = modes.map { excess(of: $0) }
      // A mode that fits is enough.
      guard excesses.allSatisfy({ $0 != nil }), let resource = excesses[0] else { continue }
      let others = modes.count > 1 ? ", and no other mode fits" : ""
      return ProjectFlaw(
        .demand(task: task, mode: 0, resource: resource),
        "\(place(task, 0)) needs \(modes[0].renewables[resource]) of \(nameOfResource(resource)), expected at most its capacity"
          + " \(renewables[resource])\(others)")
    }
    return nil
  }

  /// The first resource of which the mode needs more than there is; a mode of no duration needs none.
  private func excess(of mode: ProjectScheduling.Mode) -> Int? {
    guard mode.duration > 0 else { return nil }
    return renewables.indices.first { mode.renewables[$0] > renewables[$0] }
  }

  private func place(_ task: Int, _ mode: Int) -> String {
    tasks[task].count == 1 ? "task \(task)" : "task \(task), mode \(mode)"
  }

  private func nameOfResource(_ index: Int) -> String {
    index < renewables.count ? "renewable resource \(index)" : "nonrenewable resource \(index - renewables.count)"
  }

  private static func expected(_ range: ClosedRange<Int>) -> String {
    "expected \(range.lowerBound) to \(range.upperBound)"
  }
}
