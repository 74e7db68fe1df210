import ApusModel
import Testing

/// Models as users write them: they compile, and are what they say.
@Suite struct SketchTests {
  private struct Operation: Identifiable {
    let id: Int
    let machine: String
    let duration: Int
  }

  private struct Order: Identifiable {
    let id: String
    let duration: Int
    let due: Int
    let weight: Int
  }

  @Test func jobShop() throws {
    let jobs = [
      [Operation(id: 0, machine: "lathe", duration: 3), Operation(id: 1, machine: "mill", duration: 2)],
      [Operation(id: 2, machine: "mill", duration: 4), Operation(id: 3, machine: "lathe", duration: 1)],
    ]
    let operations = jobs.flatMap(\.self)
    let model = Model("shop")
    let op = model.intervals(for: operations, lasting: \.duration)

    model.require("routing") {
      for job in jobs { for (a, b) in job.pairs() { op[a].precedes(op[b]) } }
    }
    model.require("machines") {
      for machine in ["lathe", "mill"] { NoOverlap(op[where: { $0.machine == machine }]) }
    }
    model.minimize(.makespan)

    let data = model.data
    try data.validate()
    #expect(data.intervals.map(\.length) == [3...3, 2...2, 4...4, 1...1])
    #expect(data.groups.map(\.name) == ["routing", "machines"])
    #expect(data.groups.map(\.members) == [0..<2, 2..<4])
    let members = data.constraints.map { constraint -> [Int32] in
      switch constraint {
      case .precedence(let link): [link.before, link.after]
      case .noOverlap(let noOverlap): noOverlap.intervals
      default: []
      }
    }
    #expect(members == [[0, 1], [2, 3], [0, 3], [1, 2]])
    #expect(data.group(ofConstraint: 1).name == "routing" && data.group(ofConstraint: 2).name == "machines")
  }

  @Test func totalWeightedTardiness() throws {
    let orders = [
      Order(id: "red", duration: 4, due: 5, weight: 2), Order(id: "blue", duration: 3, due: 4, weight: 3),
    ]
    let model = Model("wt")
    let job = model.intervals(for: orders, lasting: \.duration, named: \.id)
    model.require("one at a time") { NoOverlap(job.all) }
    model.minimize(.total(sum(orders.map { $0.weight * max(0, job[$0].end - $0.due) })))

    try model.data.validate()
    #expect(model.data.nameOfInterval(1) == "blue")
    let objective = try #require(model.data.objective)
    #expect(objective.sense == .minimize)
    let redFirst = Solution(integers: [], intervals: [.init(start: 0, end: 4), .init(start: 4, end: 7)])
    #expect(redFirst[objective.expression] == 9)
    let blueFirst = Solution(integers: [], intervals: [.init(start: 3, end: 7), .init(start: 0, end: 3)])
    #expect(blueFirst[objective.expression] == 4)

    let named = Objective.Function.weightedTardiness(orders.map { (job[$0], $0.due, $0.weight) })
    #expect(redFirst[named.expression] == 9 && blueFirst[named.expression] == 4)
  }

  private struct Mode: Identifiable {
    let id: Int
    let operation: Int
    let machine: String
    let duration: Int
    let colour: String
  }

  @Test func flexibleShopWithCrewsAndSetups() throws {
    let modes = [
      Mode(id: 0, operation: 0, machine: "lathe", duration: 3, colour: "red"),
      Mode(id: 1, operation: 0, machine: "mill", duration: 4, colour: "red"),
      Mode(id: 2, operation: 1, machine: "mill", duration: 2, colour: "blue"),
    ]
    let operations = [
      Operation(id: 0, machine: "any", duration: 0), Operation(id: 1, machine: "any", duration: 0),
    ]
    let model = Model("flexible")
    let op = model.intervals(for: operations, lastingAtLeast: \.duration, within: 0...40)
    let run = model.optionalIntervals(for: modes, lasting: \.duration, within: 0...40)
    let (heat, order) = (model.interval(lasting: 0...40), model.interval(lasting: 0...40))

    model.require("choice") {
      for o in operations { Alternative(op[o], of: run[where: { $0.operation == o.id }]) }
    }
    model.require("machines") {
      for machine in ["lathe", "mill"] {
        let here = modes.filter { $0.machine == machine }
        NoOverlap(here.map { run[$0] }, setup: SetupTimes(between: here.map(\.colour)) { $0 == $1 ? 0 : 5 })
      }
    }
    model.require("crew") { Usage(modes.map { run[$0].pulse($0.duration) }, capacity: 4) }
    model.require("flow") {
      op.all.pairs().flatMap { $0.meets($1) }
      Reservoir([op.all[0].step(1, at: .end), op.all[1].step(-1, at: .start)], minimum: 0)
      Span(order, of: op.all)
      SameOrder([heat], [order])
    }
    model.minimize(.makespan)
    let data = model.data
    try data.validate()
    #expect(data.intervals[0].length == 0...40 && data.groups.map(\.members.count) == [2, 2, 1, 5])
  }

  @Test func everyFormOfABuilderStatement() throws {
    let model = Model()
    let (a, b) = (model.interval(lasting: 1), model.interval(lasting: 2))
    let visit = model.optionalInterval(lasting: 3)
    let isStrict = true
    model.require("all") {
      a.precedes(b)
      a.precedes(visit, lag: 1...4)
      if isStrict { b.end <= 9 } else { b.end <= 20 }
      if let due = Optional(7) { a.end < due }
      for interval in [a, b] where interval != a { interval.start > 0 }
      visit.isPresent.implies(anyOf: [.false])
      allOf(visit.isPresent, !visit.isPresent)
      2 * a.start + b.start - 3 ≤ b.end
      b.start ≥ a.start
      a.length ≡ 1
      12 >= a.end
      NoOverlap([a, b, visit])
    }
    model.require("empty") {}
    model.require(a.start == 0)
    try model.data.validate()
    #expect(model.data.groups.map(\.members.count) == [14, 0, 1])
    #expect(model.data.group(ofConstraint: 14).name == "")
  }
}
