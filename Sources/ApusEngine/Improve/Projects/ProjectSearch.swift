import ApusModel
import ApusStructure

/// A genetic algorithm on lists of tasks, each improved by justification.
///
/// A child (``ListCrossover``) is shaken a little, scheduled by the serial scheme and justified twice; the order of the starts is its list,
/// so that equal schedules have equal lists. It takes the place of the worst member where it is no worse and new. (Hartmann, Naval
/// Research Logistics 45, 1998, for lists; Valls, Ballestín and Quintanilla, "A hybrid genetic algorithm for the RCPSP", European Journal
/// of Operational Research 185, 2008, for justified children.)
///
/// When many children in a row were no gain, the population has converged. Its best becomes an elite, and a fresh population follows. So
/// many elites begin a population themselves, whose best is an elite of the next rank, and so on, as in ``TabuSearch``: no parameter
/// depends on the time there is.
final class ProjectSearch {
  private let scheduler: ProjectScheduler
  private let dispatch: RandomList
  private let crossover: ListCrossover
  private let taskCount: Int
  private var random: SplitMix64
  private let population: ListPopulation
  private var childrenWithoutGain = 0
  /// The best of converged populations, by rank.
  private var elites: [[[Int32]]] = [[]]
  private var rank = 0
  /// Lists from elsewhere, and elites, that wait to become members.
  private var waiting: [[Int32]] = []
  private let child: Column<Int32>
  private let isSuccessor: SuccessorTest

  /// The least makespan found, and the starts that have it.
  private(set) var best = Int.max
  private(set) var bestStart: [Int32] = []
  private(set) var children = 0

  init(_ project: Project, seed: UInt64) {
    taskCount = project.taskCount
    scheduler = ProjectScheduler(project)
    dispatch = RandomList(project)
    crossover = ListCrossover(taskCount: taskCount)
    isSuccessor = SuccessorTest(project)
    random = SplitMix64(seed: seed ^ 0x5DEE_CE66)
    population = ListPopulation(capacity: ProjectSettings.capacity, taskCount: taskCount)
    child = Column(repeating: 0, count: taskCount)
  }

  var effort: Int { scheduler.effort &+ 8 &* taskCount &* children }
  var byteCount: Int { population.byteCount + 40 * taskCount }

  /// Adds a schedule found elsewhere, as a list.
  func add(_ list: [Int32]) { waiting.append(list) }

  /// Searches until so many steps have been taken. Returns whether there is a schedule better than any before.
  func run(effort amount: Int) -> Bool {
    let end = effort + amount
    let before = best
    while effort < end {
      makeChild()
      takeResult(schedule())
    }
    return best < before
  }

  private func makeChild() {
    if let list = waiting.popLast() {
      for index in list.indices { child[index] = list[index] }
    } else if !population.isFull {
      dispatch.fill(child, contest: 1 + random.place(below: 4), &random)
    } else {
      let mother = random.place(below: population.count)
      var father = random.place(below: population.count - 1)
      if father >= mother { father += 1 }
      crossover.merge(population.list(mother), population.list(father), window: window(), into: child)
      shake()
    }
  }

  /// A tenth to a half of a list, anywhere.
  private func window() -> Range<Int> {
    let length = max(1, taskCount / 10 + random.place(below: max(1, taskCount * 2 / 5)))
    let first = random.place(below: taskCount - length + 1)
    return first..<first + length
  }

  /// Swaps neighbours where neither waits for the other.
  private func shake() {
    guard taskCount > 1 else { return }
    for _ in 0..<ProjectSettings.swaps {
      let place = random.place(below: taskCount - 1)
      let (first, second) = (child[place], child[place + 1])
      if !isSuccessor.test(second, of: first) { (child[place], child[place + 1]) = (second, first) }
    }
  }

  /// Schedules and justifies the child, and makes it the list of its schedule.
  private func schedule() -> Int {
    children += 1
    _ = scheduler.schedule(child.pointer)
    let value = scheduler.justify()
    scheduler.order(into: child.pointer)
    if value < best {
      best = value
      bestStart = Array(UnsafeBufferPointer(start: scheduler.start, count: taskCount))
    }
    return value
  }

  private func takeResult(_ value: Int) {
    guard population.isFull else {
      population.put(child.pointer, value: value, signature: signature)
      return
    }
    let worst = population.worst
    let limit = population.values[worst]
    let isMember = value <= limit && !population.contains(value: value, signature: signature)
    if isMember && value < limit { childrenWithoutGain = 0 } else { childrenWithoutGain += 1 }
    if isMember { population.put(child.pointer, value: value, signature: signature, at: worst) }
    if childrenWithoutGain >= ProjectSettings.convergence * population.capacity { crown() }
  }

  /// Makes the best member an elite and begins the next population.
  private func crown() {
    elites[rank].append(Array(UnsafeBufferPointer(start: population.list(population.best), count: taskCount)))
    childrenWithoutGain = 0
    population.removeAll()
    if elites[rank].count < ProjectSettings.elitesPerRank {
      rank = 0
    } else {
      waiting += elites[rank]
      elites[rank] = []
      rank += 1
      if rank == elites.count { elites.append([]) }
    }
  }

  /// A hash of the starts.
  private var signature: UInt64 {
    var signature: UInt64 = 0
    for task in 0..<taskCount {
      let start = UInt64(UInt32(bitPattern: scheduler.start[task]))
      var pair = SplitMix64(seed: UInt64(UInt32(truncatingIfNeeded: task)) << 32 | start)
      signature &+= pair.next()
    }
    return signature
  }
}

/// The few numbers of the search (Docs/Experiments.md).
enum ProjectSettings {
  /// Members of a population.
  static let capacity = 150
  /// Elites that begin a population of the next rank.
  static let elitesPerRank = 4
  /// Children without gain, for each member, after which a population has converged.
  static let convergence = 20
  /// Neighbours that a child tries to swap.
  static let swaps = 3
  /// The most tasks: one child takes half a second at worst, and a run must be able to stop.
  static let largestProject = 10_000
  /// Steps in a tick of work.
  static let stepsPerTick = 16
}
