import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Reading the past and restoring it.
@Suite struct TrailTests {
  @Test func limitsOfThePastAreThoseThatWere() {
    for seed in 0..<200 {
      var random = SplitMix64(seed: seed)
      var core = Core()
      let variables = (0..<4).map { _ in core.addVariable(0...40) }
      // What every limit was at each length of the trail.
      var history = [core.limit.array]
      for _ in 0..<30 {
        guard let variable = variables.filter({ !core.isFixed($0) }).randomElement(using: &random) else { break }
        let middle = Int32(random.draw(Int(core.lower(variable))...Int(core.upper(variable)) - 1))
        let bound = Bound(2 * variable, middle)
        core.decide(random.chance(50) ? bound : !bound)
        history.append(core.limit.array)
      }
      for signed in 0..<Int32(core.limit.count) {
        expect(core.rootLimit(of: signed) == history[0][Int(signed)])
        for (time, limits) in history.enumerated() {
          expect(core.limit(of: signed, at: Int32(time)) == limits[Int(signed)], "seed \(seed)")
        }
        for limit in core.limit[signed]...(history[0][Int(signed)] + 1) {
          // The first length of the trail at which the bound holds is one more than its event.
          let first = history.firstIndex { $0[Int(signed)] <= limit }
          expect(core.implyingEvent(of: Bound(signed, limit)) == Int32((first ?? 0) - 1), "seed \(seed)")
        }
      }
    }
  }

  /// Everything that backtracking has to restore.
  private struct Snapshot: Equatable {
    var limits: [Int32]
    var lastEvents: [Int32]
    var trail: Int
    var crossings: Int

    init(_ core: borrowing Core) {
      limits = core.limit.array
      lastEvents = core.lastEvent.array
      trail = core.trail.count
      crossings = core.crossings.count
    }
  }

  @Test func backtrackingRestoresEverything() throws {
    for seed in 0..<300 {
      var compilation = try Compiler.compile(RandomModel.data(seed: seed), options: EngineOptions())
      guard compilation.isConsistent, compilation.core.propagate() else { continue }
      compilation.core.settleRoot()
      var random = SplitMix64(seed: seed)
      var snapshots: [Snapshot] = []
      for _ in 0..<40 {
        let open = (1..<Int32(compilation.core.variableCount)).filter { variable in
          !compilation.core.isFixed(variable) && !compilation.core.fails(compilation.core.scope[variable])
        }
        if let variable = open.randomElement(using: &random) {
          snapshots.append(Snapshot(compilation.core))
          compilation.core.decide(Bound(2 * variable + 1, -compilation.core.upper(variable)))
          if compilation.core.propagate() { continue }
        } else if snapshots.isEmpty {
          break
        }
        let target = random.draw(0...snapshots.count - 1)
        compilation.core.backtrack(to: Int32(target))
        expect(Snapshot(compilation.core) == snapshots[target], "seed \(seed)")
        expect(compilation.core.queue.next() == nil)
        expect(compilation.core.changes.array.allSatisfy { $0 == 0 })
        snapshots.removeSubrange(target...)
      }
    }
  }
}
