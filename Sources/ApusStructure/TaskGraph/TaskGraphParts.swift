import ApusModel

/// The parts of a task graph with modes as they are found in a model.
struct TaskGraphParts {
  /// The intervals that are tasks.
  private(set) var tasks: [Int32] = []
  private(set) var modes = OperationModes(start: [], machine: [], duration: [], interval: [])
  /// By mode.
  private(set) var release: [Int32] = []
  private(set) var processorCount = 0
  private(set) var before: [Int32] = []
  private(set) var after: [Int32] = []
  private(set) var delays = TaskDelays(start: [], ticks: [])

  /// By interval: the task that it is, and the mode, the only one of a task without a choice; -1 for neither.
  private var task: [Int32]
  private var mode: [Int32]
  /// By interval: its processor; -1 for none.
  private var processor: [Int32]
  private var latestRelease = 0
  private var longest: [Int] = []

  private struct Pair: Hashable {
    let before: Int32
    let after: Int32
  }

  /// Nil where the model has anything that a task graph has not.
  init?(_ data: ModelData) {
    let count = data.intervals.count
    task = [Int32](repeating: -1, count: count)
    mode = task
    processor = task
    guard let members = Self.members(data), findProcessors(data, members), findTasks(data, members),
      findArcs(data), hasRoom(data)
    else { return nil }
  }

  /// By interval: the modes that are chosen from for it, nil for none. Nil where nothing is chosen, or anything from twice.
  private static func members(_ data: ModelData) -> [[Int32]?]? {
    var members = [[Int32]?](repeating: nil, count: data.intervals.count)
    var isMode = [Bool](repeating: false, count: data.intervals.count)
    var presences: Set<Int> = []
    var hasChoice = false
    for case .alternative(let alternative) in data.constraints {
      guard members.indices.contains(Int(alternative.main)), members[Int(alternative.main)] == nil,
        !alternative.members.isEmpty
      else { return nil }
      members[Int(alternative.main)] = alternative.members
      hasChoice = true
      for option in alternative.members {
        guard members.indices.contains(Int(option)), !isMode[Int(option)] else { return nil }
        isMode[Int(option)] = true
        let literal = data.intervals[Int(option)].isPresent
        guard let variable = literal.variable, !literal.isNegated, presences.insert(variable).inserted,
          data.integers[variable] == 0...1
        else { return nil }
      }
    }
    let isClean = members.indices.allSatisfy { interval in
      !(isMode[interval] && members[interval] != nil) && isMode[interval] == data.intervals[interval].isOptional
    }
    return hasChoice && isClean ? members : nil
  }

  /// A processor for every mode; false where one has two. What is on none has one for itself.
  private mutating func findProcessors(_ data: ModelData, _ members: [[Int32]?]) -> Bool {
    for case .noOverlap(let noOverlap) in data.constraints {
      guard noOverlap.setup == nil else { return false }
      for interval in noOverlap.intervals.lazy.map(Int.init) {
        guard processor.indices.contains(interval), processor[interval] < 0, members[interval] == nil,
          data.intervals[interval].length.lowerBound > 0
        else { return false }
        processor[interval] = Int32(processorCount)
      }
      processorCount += 1
    }
    for interval in processor.indices where processor[interval] < 0 && members[interval] == nil {
      processor[interval] = Int32(processorCount)
      processorCount += 1
    }
    return true
  }

  /// The tasks with their modes; false where times are not those of a task graph.
  private mutating func findTasks(_ data: ModelData, _ members: [[Int32]?]) -> Bool {
    var start: [Int32] = [0]
    var (machines, durations, intervals): ([Int32], [Int32], [Int32]) = ([], [], [])
    for (index, domain) in data.intervals.enumerated() where !domain.isOptional {
      task[index] = Int32(tasks.count)
      var most = 0
      for option in members[index] ?? [Int32(index)] {
        let window = data.intervals[Int(option)]
        let length = window.length.lowerBound
        let earliest = max(domain.start.lowerBound, window.start.lowerBound)
        guard window.length.upperBound == length, domain.length.contains(length), let duration = Int32(exactly: length),
          let released = Int32(exactly: earliest), earliest >= 0,
          // An end that must be late asks for a late start.
          domain.end.lowerBound <= earliest + length, window.end.lowerBound <= earliest + length
        else { return false }
        task[Int(option)] = Int32(tasks.count)
        mode[Int(option)] = Int32(machines.count)
        machines.append(processor[Int(option)])
        durations.append(duration)
        intervals.append(option)
        release.append(released)
        latestRelease = max(latestRelease, earliest)
        most = max(most, length)
      }
      longest.append(most)
      tasks.append(Int32(index))
      start.append(Int32(machines.count))
    }
    modes = OperationModes(start: start, machine: machines, duration: durations, interval: intervals)
    return true
  }

  /// False where a constraint is none that a task graph has.
  private mutating func findArcs(_ data: ModelData) -> Bool {
    var numbers: [Pair: Int] = [:]
    var base: [Int32] = []
    var between: [(Precedence, Int32)] = []
    for constraint in data.constraints {
      switch constraint {
      case .precedence(let precedence):
        guard precedence.source == .end, precedence.target == .start, precedence.lag >= 0,
          let lag = Int32(exactly: precedence.lag), task.indices.contains(Int(precedence.before)),
          task.indices.contains(Int(precedence.after))
        else { return false }
        let isTask = { (interval: Int32) in !data.intervals[Int(interval)].isOptional }
        guard isTask(precedence.before) && isTask(precedence.after) else {
          between.append((precedence, lag))
          continue
        }
        let pair = Pair(before: task[Int(precedence.before)], after: task[Int(precedence.after)])
        if let number = numbers[pair] {
          base[number] = max(base[number], lag)
        } else {
          numbers[pair] = before.count
          before.append(pair.before)
          after.append(pair.after)
          base.append(lag)
        }
      case .noOverlap, .alternative: break
      case .linear, .clause, .usage, .reservoir, .span, .sameOrder, .pack, .within, .condition, .allDifferent, .table,
        .circuit, .automaton:
        return false
      }
    }
    delays.start = [Int32](repeating: -1, count: before.count)
    for (number, lag) in base.enumerated() where lag > 0 { guard openTable(number, filling: lag) else { return false } }
    for (precedence, lag) in between {
      let (source, target) = (mode[Int(precedence.before)], mode[Int(precedence.after)])
      let pair = Pair(before: task[Int(precedence.before)], after: task[Int(precedence.after)])
      // A task that chooses has no mode of its own.
      guard source >= 0, target >= 0, let number = numbers[pair] else { return false }
      if delays.start[number] < 0 { guard openTable(number, filling: 0) else { return false } }
      let row = Int(source - modes.start[Int(pair.before)])
      let column = Int(target - modes.start[Int(pair.after)])
      let place = Int(delays.start[number]) + row * modes.of(Int(pair.after)).count + column
      delays.ticks[place] = max(delays.ticks[place], lag)
    }
    return true
  }

  /// Makes room for the delays of an arc; false where there are too many.
  private mutating func openTable(_ arc: Int, filling lag: Int32) -> Bool {
    let size = modes.of(Int(before[arc])).count * modes.of(Int(after[arc])).count
    guard let start = Int32(exactly: delays.ticks.count), Int32(exactly: delays.ticks.count + size) != nil else {
      return false
    }
    delays.start[arc] = start
    delays.ticks += repeatElement(lag, count: size)
    return true
  }

  /// Whether no window ends before a schedule without needless waiting must have ended: the tasks that make it long are different, and between
  /// two there is at most one delay.
  private func hasRoom(_ data: ModelData) -> Bool {
    var slowest = [Int32](repeating: 0, count: tasks.count)
    for arc in before.indices where delays.start[arc] >= 0 {
      let size = modes.of(Int(before[arc])).count * modes.of(Int(after[arc])).count
      let start = Int(delays.start[arc])
      let most = delays.ticks[start..<start + size].max() ?? 0
      slowest[Int(after[arc])] = max(slowest[Int(after[arc])], most)
    }
    let latest = longest.reduce(latestRelease, +) + slowest.reduce(0) { $0 + Int($1) }
    guard latest <= Int(Int32.max) else { return false }
    return data.intervals.allSatisfy {
      $0.end.upperBound >= latest && $0.start.upperBound >= latest - $0.length.lowerBound
    }
  }
}
