import ApusModel
import ApusTestSupport
import Testing

@testable import ApusLinear

/// Every solution of a model is a point of its program, and comes back from it.
@Suite struct LinearizationTests {
  @Test(arguments: Formulation.allCases)
  func everySolutionIsAPoint(_ formulation: Formulation) throws {
    var (points, missing) = (0, 0)
    let all = RandomModel.Kind.allCases
    for seed in 0..<600 {
      let kinds = seed % 7 == 0 ? all : [all[seed % all.count]]
      let data = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: kinds))
      guard let solutions = Enumeration.solutions(of: data) else { continue }
      var options = LinearizationOptions()
      options.formulation = formulation
      let linearization = try Linearization(data, options)
      let horizon = RegularHorizon.end(of: data) ?? .max
      for solution in solutions.prefix(200) {
        // A regular model keeps some best solution, not all.
        if solution.intervals.contains(where: { $0.map { $0.end > horizon } ?? false }) { continue }
        guard let point = linearization.point(of: solution) else {
          missing += 1
          continue
        }
        points += 1
        #expect(linearization.solution(at: point) == solution, "seed \(seed), \(formulation)")
        if let objective = data.objective {
          let value = Double(try #require(solution.value(of: objective.expression)))
          #expect(abs(linearization.program.objective(at: point) - value) < 1e-6, "seed \(seed), \(formulation)")
        }
      }
    }
    #expect(points > 10_000)
    #expect(missing == 0)
  }

  @Test func regularModelsKeepABestSolution() throws {
    var count = 0
    let all = RandomModel.Kind.allCases
    for seed in 0..<3_000 {
      let kinds = seed % 2 == 0 ? [] : [all[seed / 2 % all.count]]
      let data = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: kinds))
      guard let horizon = RegularHorizon.end(of: data), let truth = Enumeration(data, limit: 100_000), truth.isFeasible
      else { continue }
      // The windows that the horizon leaves.
      var limited = ModelData(name: data.name)
      for (index, domain) in data.integers.enumerated() {
        _ = limited.addInteger(domain, name: data.nameOfInteger(index))
      }
      for index in data.intervals.indices {
        var domain = data.intervals[index]
        let end = min(domain.end.upperBound, horizon)
        guard end >= domain.end.lowerBound else { continue }
        domain.end = domain.end.lowerBound...end
        limited.addInterval(domain, name: data.nameOfInterval(index))
      }
      guard limited.intervals.count == data.intervals.count else { continue }
      for group in data.groups { limited.addGroup(group.name, Array(data.constraints[group.members])) }
      limited.objective = data.objective
      let kept = try #require(Enumeration(limited, limit: 100_000))
      #expect(kept.isFeasible && kept.optimum == truth.optimum, "seed \(seed)")
      count += 1
    }
    #expect(count > 500)
  }

  @Test func numbersTooLargeAreRefusedByName() {
    let model = Model("far")
    let x = model.integer(0...1_000_000_000, "x")
    let y = model.integer(0...1_000_000_000, "y")
    model.require("one of them") { max([x, y]) == 5 + x }
    #expect { try Linearization(model.data) } throws: {
      "\($0)".contains("one of them") && "\($0)".contains("1000000000")
    }
    let wide = Model("wide")
    let z = wide.integer(0...5, "z")
    wide.require("heavy") { (1 << 50) * z <= 1 }
    #expect { try Linearization(wide.data) } throws: { "\($0)".contains("heavy") }
  }

  @Test func programsTooLargeAreRefusedByName() {
    let model = Model("large")
    let tasks = (0..<50).map { model.interval(lasting: 3 + $0 % 5) }
    model.require("machine") { NoOverlap(tasks) }
    var options = LinearizationOptions()
    options.largestEntryCount = 1000
    #expect { try Linearization(model.data, options) } throws: { "\($0)".contains("machine") }
  }

  @Test func namesAreReadableAndUnique() throws {
    let model = Model("names")
    let (a, b) = (model.interval(lasting: 3, "paint it"), model.interval(lasting: 2, "paint-it"))
    model.require("3 machines!") { NoOverlap([a, b]) }
    model.minimize(.makespan)
    let program = try Linearization(model.data).program
    let names = program.columns.map(\.name)
    #expect(names == ["start_paint_it", "start_paint_it_2", "before_paint_it_paint_it", "makespan"])
    #expect(Set(program.rows.map(\.name)).count == program.rows.count)
    #expect(program.rows.first?.name == "c_3_machines_")
  }
}
