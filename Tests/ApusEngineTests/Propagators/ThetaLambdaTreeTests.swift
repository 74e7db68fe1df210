import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// The kernel of edge-finding against its definition, over all subsets.
@Suite struct ThetaLambdaTreeTests {
  private enum Place { case out, theta, lambda }

  private struct Task {
    var est: Int32
    var length: Int32
    var place = Place.out
  }

  @Test func completionsAreThoseOfAllSubsets() {
    for seed in 0..<300 {
      var random = SplitMix64(seed: seed)
      let count = random.draw(1...7)
      var tasks = (0..<count).map { _ in Task(est: Int32(random.draw(-5...20)), length: Int32(random.draw(0...6))) }
      tasks.sort { $0.est < $1.est }
      let tree = ThetaLambdaTree(count: count)
      for _ in 0..<12 {
        let index = random.draw(0...count - 1)
        switch random.draw(0...2) {
        case 0:
          tasks[index].place = .theta
          tree.insert(at: index, est: tasks[index].est, length: tasks[index].length)
        case 1:
          tasks[index].place = .lambda
          tree.insertGrey(Int32(index), at: index, est: tasks[index].est, length: tasks[index].length)
        default:
          tasks[index].place = .out
          tree.remove(at: index)
        }
        compare(tree, tasks, seed)
      }
      lay(tasks, in: tree)
      compare(tree, tasks, seed)
    }
  }

  private func lay(_ tasks: [Task], in tree: borrowing ThetaLambdaTree) {
    for (index, task) in tasks.enumerated() {
      switch task.place {
      case .out: tree.layBare(at: index)
      case .theta: tree.lay(at: index, est: task.est, length: task.length)
      case .lambda: tree.layGrey(Int32(index), at: index, est: task.est, length: task.length)
      }
    }
    tree.rebuild()
  }

  private func compare(_ tree: borrowing ThetaLambdaTree, _ tasks: [Task], _ seed: Int) {
    let theta = tasks.filter { $0.place == .theta }
    let alone = completion(theta)
    let withOne = tasks.filter { $0.place == .lambda }.map { completion(theta + [$0]) }.max() ?? alone
    let ect = tree.ect
    let ectWithOne = tree.ectWithOne
    let responsible = tree.responsible
    #expect(max(ect, -1_000_000) == alone, "seed \(seed)")
    #expect(max(ectWithOne, -1_000_000) == max(alone, withOne), "seed \(seed)")
    if max(alone, withOne) > alone {
      #expect(responsible >= 0 && completion(theta + [tasks[Int(responsible)]]) == withOne, "seed \(seed)")
    }
  }

  /// The largest est(Ω) + p(Ω) over the subsets that are not empty.
  private func completion(_ tasks: [Task]) -> Int32 {
    var best: Int32 = -1_000_000
    for first in tasks {
      let members = tasks.filter { $0.est >= first.est }
      best = max(best, first.est + members.reduce(0) { $0 + $1.length })
    }
    return best
  }
}
