import ApusModel

// How far apart two tasks of a sequence with setup times are, whatever goes between them.
//
// Statement. Setup times are asked between direct neighbours only, and the triangle inequality is not assumed. So where i goes before j, all that is
// sure is the shortest way from i to j over other tasks of the sequence,
//   d(i, j) = min(setup(i, j), min over chains i, k₁, ..., kₘ, j of the setup times between neighbours plus the lengths of the k).
// A task k is a *detour* where a way over it is shorter than setup(i, j). With no detour between i and j in the sequence, they are setup(i, j)
// apart: either nothing lies between them, or only tasks that take at least as long. Without any detour d is setup, and orders of pairs say
// all there is to say. The same holds from the start of the sequence, where initial setup times take the place of i.
//
// Shortest ways between types by Floyd and Warshall, with the shortest task of each type: O(t³) for t types; distances and detours are those of
// tasks, so that no task is a detour of its own: O(n) a pair that has any.

struct SetupDistances {
  /// The number of tasks.
  let count: Int
  private let types: [Int]
  private let lengths: [Int]
  private let typeCount: Int
  /// Between types, directly and by the shortest way.
  private let times: [Int]
  private var shortest: [Int]
  private let initial: [Int]?
  private var shortestInitial: [Int]

  /// - Parameters:
  ///   - places: the tasks, as places in what the setup times were given for.
  ///   - lengths: the shortest length of each of them.
  init(_ setup: SetupTimes, of places: [Int], lengths: [Int]) {
    count = places.count
    types = places.map { Int(setup.types[$0]) }
    self.lengths = lengths
    typeCount = setup.typeCount
    times = setup.times
    initial = setup.initial
    shortest = times
    shortestInitial = initial ?? []
    var shortestTask = [Int?](repeating: nil, count: typeCount)
    for (type, length) in zip(types, lengths) { shortestTask[type] = min(shortestTask[type] ?? length, length) }
    for (between, length) in shortestTask.enumerated() {
      guard let length else { continue }
      for from in 0..<typeCount {
        let first = shortest[from * typeCount + between] + length
        for to in 0..<typeCount where first + shortest[between * typeCount + to] < shortest[from * typeCount + to] {
          shortest[from * typeCount + to] = first + shortest[between * typeCount + to]
        }
      }
    }
    // The first of a chain has no detour itself, and the rest of it goes the shortest way.
    for (type, length) in shortestTask.enumerated() {
      guard let initial, let length else { continue }
      for to in 0..<typeCount {
        shortestInitial[to] = min(shortestInitial[to], initial[type] + length + shortest[type * typeCount + to])
      }
    }
  }

  private func shortest(_ first: Int, _ second: Int) -> Int { shortest[types[first] * typeCount + types[second]] }

  /// The setup time of direct neighbours.
  func direct(_ first: Int, _ second: Int) -> Int { times[types[first] * typeCount + types[second]] }

  /// The length of the shortest way from one task over another to a third.
  private func way(_ first: Int, over between: Int, _ second: Int) -> Int {
    shortest(first, between) + lengths[between] + shortest(between, second)
  }

  /// The tasks over which there is a shorter way than the direct one.
  func detours(_ first: Int, _ second: Int) -> [Int] {
    let direct = direct(first, second)
    guard shortest(first, second) < direct else { return [] }
    return (0..<count).filter { $0 != first && $0 != second && way(first, over: $0, second) < direct }
  }

  /// How far apart they are at least, where the first goes before the second.
  func distance(_ first: Int, _ second: Int) -> Int {
    detours(first, second).map { way(first, over: $0, second) }.min() ?? direct(first, second)
  }

  // MARK: From the start of the sequence

  var hasInitial: Bool { initial != nil }

  /// The setup time before a task that is the first. Without initial times, 0.
  func directInitial(_ task: Int) -> Int { initial?[types[task]] ?? 0 }

  private func way(over first: Int, _ task: Int) -> Int {
    shortestInitial[types[first]] + lengths[first] + shortest(first, task)
  }

  /// The tasks by which another may start sooner than if it were the first.
  func initialDetours(_ task: Int) -> [Int] {
    guard let initial, shortestInitial[types[task]] < initial[types[task]] else { return [] }
    return (0..<count).filter { $0 != task && way(over: $0, task) < directInitial(task) }
  }

  /// How far from the start of the sequence a task is at least.
  func initialDistance(_ task: Int) -> Int {
    initialDetours(task).map { way(over: $0, task) }.min() ?? directInitial(task)
  }
}
