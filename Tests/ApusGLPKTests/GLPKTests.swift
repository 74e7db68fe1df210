import ApusLinear
import ApusModel
import Foundation
import Synchronization
import Testing

@testable import ApusGLPK

/// The library behind its guard.
@Suite struct GLPKTests {
  private final class Watch: GLPKObserver {
    var stopsAfter: Double?
    var values: [[Double]] = []
    var bounds: [Double] = []
    private let begin = ContinuousClock.now

    init(stopsAfter: Double? = nil) { self.stopsAfter = stopsAfter }

    var seconds: Double { begin.duration(to: .now) / .seconds(1) }
    var isStopped: Bool { stopsAfter.map { seconds >= $0 } ?? false }
    /// How long it took to stop.
    var lag: Double { seconds - (stopsAfter ?? 0) }
    func found(_ values: [Double], objective: Double) { self.values.append(values) }
    func bounded(_ bound: Double) { bounds.append(bound) }
    func suggestion(betterThan objective: Double?) -> [Double]? { nil }
  }

  /// 4x + 7y at most, with 3x + 5y <= 31: 43.
  private func knapsack() -> LinearProgram {
    var program = LinearProgram(name: "knapsack")
    program.sense = .maximize
    program.hasObjective = true
    let x = program.addColumn(.init(name: "x", lower: 0, upper: 10, isInteger: true, cost: 4))
    let y = program.addColumn(.init(name: "y", lower: 0, upper: 10, isInteger: true, cost: 7))
    program.addRow(name: "capacity", lower: -.infinity, upper: 31, terms: [(x, 3), (y, 5)])
    return program
  }

  /// Takes far longer than any test: the numbers of a knapsack with a parity that bounds do not see (Jeroslow 1974).
  private func endless() -> LinearProgram {
    var program = LinearProgram(name: "endless")
    program.hasObjective = true
    let columns = (0..<61).map { program.addColumn(.init(name: "x\($0)", lower: 0, upper: 1, isInteger: true)) }
    let slack = program.addColumn(.init(name: "slack", lower: 0, upper: 1, isInteger: true, cost: 1))
    program.addRow(name: "even", lower: 61, upper: 61, terms: columns.map { ($0, 2) } + [(slack, 1)])
    return program
  }

  @Test(arguments: [false, true]) func aKnapsackIsSolved(presolves: Bool) {
    let watch = Watch()
    var options = GLPKOptions()
    options.presolves = presolves
    let outcome = GLPK.solve(knapsack(), options, observer: watch)
    #expect(outcome.ending == .optimal)
    #expect(outcome.objective == 43)
    #expect(watch.values.last == [2, 5])
    #expect(watch.bounds.allSatisfy { $0 >= 43 - 1e-6 })
  }

  @Test func theRelaxationIsABound() {
    let watch = Watch()
    let outcome = GLPK.relax(knapsack(), observer: watch)
    #expect(outcome.ending == .optimal)
    #expect(abs((outcome.objective ?? 0) - 43.4) < 1e-6)
  }

  @Test func aSearchStopsSoon() {
    let watch = Watch(stopsAfter: 0.3)
    let outcome = GLPK.solve(endless(), observer: watch)
    #expect(outcome.ending == .stopped)
    #expect(watch.lag < 0.5)
  }

  @Test func aLongRelaxationStopsSoon() {
    // A dense random program whose simplex method takes many seconds.
    var random = SplitMix64(seed: 7)
    var program = LinearProgram(name: "dense")
    program.hasObjective = true
    let columns = (0..<1000).map {
      program.addColumn(
        .init(name: "x\($0)", lower: 0, upper: .infinity, isInteger: false, cost: 1 + random.nextUnit()))
    }
    for row in 0..<1000 {
      program.addRow(
        name: "r\(row)", lower: 1 + random.nextUnit(), upper: .infinity, terms: columns.map { ($0, random.nextUnit()) })
    }
    let watch = Watch(stopsAfter: 0.5)
    let outcome = GLPK.relax(program, observer: watch)
    #expect(outcome.ending == .stopped)
    #expect(watch.lag < 1)
  }

  @Test func memoryIsLimitedWithoutAnAbort() {
    var options = GLPKOptions()
    options.memory = 1 << 20
    var program = LinearProgram(name: "wide")
    let columns = (0..<20_000).map { program.addColumn(.init(name: "x\($0)", lower: 0, upper: 1, isInteger: true)) }
    program.addRow(name: "all", lower: 1, upper: 5, terms: columns.map { ($0, 1) })
    #expect(GLPK.solve(program, options, observer: Watch()).ending == .outOfMemory)
    // The thread's environment is as new.
    #expect(GLPK.solve(knapsack(), observer: Watch()).objective == 43)
  }

  /// What the library would abort at is answered before it is asked.
  @Test func flawedProgramsAreRefused() {
    var program = knapsack()
    program.setCost(.nan, ofColumn: 0)
    #expect(GLPK.solve(program, observer: Watch()).ending == .failed("x has a bound or a cost that is no number"))
    var empty = LinearProgram(name: "empty")
    #expect(GLPK.solve(empty, observer: Watch()).ending == .optimal)
    empty.addRow(name: "no", lower: 1, upper: 2, terms: [])
    #expect(GLPK.solve(empty, observer: Watch()).ending == .infeasible)
    var narrow = LinearProgram(name: "narrow")
    _ = narrow.addColumn(.init(name: "x", lower: 0.3, upper: 0.7, isInteger: true))
    #expect(GLPK.solve(narrow, observer: Watch()).ending == .infeasible)
    var fractional = LinearProgram(name: "fractional")
    fractional.hasObjective = true
    _ = fractional.addColumn(.init(name: "x", lower: 0.3, upper: 1.7, isInteger: true, cost: 1))
    #expect(GLPK.solve(fractional, observer: Watch()).objective == 1)
    var unbounded = LinearProgram(name: "unbounded")
    unbounded.hasObjective = true
    _ = unbounded.addColumn(.init(name: "x", lower: -.infinity, upper: .infinity, isInteger: false, cost: 1))
    #expect(GLPK.solve(unbounded, observer: Watch()).ending == .unbounded)
  }

  @Test func threadsDoNotDisturbEachOther() async {
    let program = knapsack()
    await withTaskGroup(of: Double?.self) { group in
      for index in 0..<16 {
        group.addTask {
          var options = GLPKOptions()
          if index % 4 == 0 { options.memory = 1 }
          return GLPK.solve(program, options, observer: Watch()).objective
        }
      }
      for await objective in group { #expect(objective == nil || objective == 43) }
    }
  }
}
