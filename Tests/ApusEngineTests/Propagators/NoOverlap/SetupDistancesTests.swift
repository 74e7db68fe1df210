import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Distances and detours against every chain of tasks.
@Suite struct SetupDistancesTests {
  /// The lengths of all ways from one task, or the start of the sequence, to another over some of the rest.
  private func ways(
    from time: Int, after last: Int?, to end: Int, over rest: [Int], _ setup: SetupTimes, _ lengths: [Int]
  ) -> [(length: Int, tasks: [Int])] {
    func step(_ task: Int) -> Int {
      last.map { setup.time(from: setup.types[$0], to: setup.types[task]) }
        ?? setup.initial?[Int(setup.types[task])] ?? 0
    }
    var result = [(time + step(end), [Int]())]
    for task in rest {
      let others = rest.filter { $0 != task }
      for way in ways(from: time + step(task) + lengths[task], after: task, to: end, over: others, setup, lengths) {
        result.append((way.length, [task] + way.tasks))
      }
    }
    return result
  }

  @Test func distancesAreNeverLongerThanAnyWay() {
    var exact = 0
    var total = 0
    for seed in 0..<2_000 {
      var random = SplitMix64(seed: seed)
      let (count, types) = (random.draw(1...4), random.draw(1...4))
      let times = (0..<types).map { _ in (0..<types).map { _ in random.draw(0...6) } }
      let initial = random.chance(50) ? (0..<types).map { _ in random.draw(0...6) } : nil
      let setup = SetupTimes(
        types: (0..<count).map { _ in random.draw(0...types - 1) }, times: times, initial: initial)
      let lengths = (0..<count).map { _ in random.draw(0...2) }
      let distances = SetupDistances(setup, of: Array(0..<count), lengths: lengths)
      for second in 0..<count {
        for first in [nil] + (0..<count).filter({ $0 != second }).map(Optional.init) {
          let rest = (0..<count).filter { $0 != first && $0 != second }
          let all = ways(from: 0, after: first, to: second, over: rest, setup, lengths)
          let direct = first.map { distances.direct($0, second) } ?? distances.directInitial(second)
          let detours = first.map { distances.detours($0, second) } ?? distances.initialDetours(second)
          let distance = first.map { distances.distance($0, second) } ?? distances.initialDistance(second)
          let shortest = all.map(\.length).min() ?? 0
          #expect(direct == all[0].length && distance <= shortest, "seed \(seed)")
          // What is shorter than the direct way has a detour on it.
          for way in all where way.length < direct {
            #expect(way.tasks.contains { detours.contains($0) }, "seed \(seed)")
          }
          total += 1
          if distance == shortest { exact += 1 }
        }
      }
    }
    // Types are not told from tasks everywhere, so a few are shorter.
    #expect(Double(exact) > 0.95 * Double(total), "\(exact) of \(total)")
  }
}
