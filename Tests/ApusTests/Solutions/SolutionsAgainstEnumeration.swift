import Apus
import ApusTestSupport
import Testing

/// All solutions of random models and of puzzles, each once.
@Suite struct SolutionsAgainstEnumeration {
  @Test func everySolutionOfRandomModelsIsFoundOnce() throws {
    var (models, solutions) = (0, 0)
    for seed in 0..<400 {
      let kinds = seed % 2 == 0 ? [] : RandomModel.Kind.allCases
      var size = RandomModel.Size(kinds: kinds)
      size.window = 5
      let model = RandomModel.data(seed: seed, size: size)
      guard let truth = Enumeration.solutions(of: model), truth.count <= 3000 else { continue }
      let source = SolutionSource(model)
      var found: [Solution] = []
      while true {
        // In portions, so that the search is left and taken up again.
        let portion = try source.next(1 + seed % 7)
        if portion.isEmpty { break }
        found += portion
      }
      #expect(source.isComplete, "seed \(seed)")
      #expect(found.count == truth.count, "seed \(seed): \(found.count) solutions, not \(truth.count)")
      #expect(Set(found) == Set(truth), "seed \(seed)")
      models += 1
      solutions += truth.count
    }
    #expect(models > 150 && solutions > 10_000, "\(models) models, \(solutions) solutions")
  }

  @Test func projectionsTellApartByTheirValues() throws {
    var compared = 0
    for seed in 0..<200 {
      let model = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: RandomModel.Kind.allCases))
      guard let truth = Enumeration.solutions(of: model), truth.count <= 5000, model.intervals.count > 0 else {
        continue
      }
      var projection = [model.interval(0).start + 2 * model.interval(model.intervals.count - 1).length]
      if !model.integers.isEmpty { projection.append(IntegerExpression(.integer(0))) }
      let source = SolutionSource(model, projection)
      let found = try source.next(.max)
      let values = found.map { solution in projection.map { solution[$0] } }
      #expect(Set(values).count == values.count, "seed \(seed): one twice")
      #expect(Set(values) == Set(truth.map { solution in projection.map { solution[$0] } }), "seed \(seed)")
      #expect(found.allSatisfy { Enumeration.isSolution($0, of: model) }, "seed \(seed)")
      compared += truth.isEmpty ? 0 : 1
    }
    #expect(compared > 50)
  }

  static func queens(_ count: Int) -> Model {
    let model = Model("queens")
    let board = (0..<count).map { row in (0..<count).map { model.boolean("q\(row),\($0)") } }
    func atMostOne(_ group: String, _ lines: [[Literal]]) {
      model.require(group) { for line in lines where line.count > 1 { sum(line.map { IntegerExpression($0) }) <= 1 } }
    }
    model.require("rows") { for row in board { sum(row.map { IntegerExpression($0) }) == 1 } }
    model.require("columns") {
      for column in 0..<count { sum(board.map { IntegerExpression($0[column]) }) == 1 }
    }
    let cells = (0..<count).flatMap { row in (0..<count).map { (row, $0) } }
    atMostOne("diagonals", Dictionary(grouping: cells) { $0.0 - $0.1 }.values.map { $0.map { board[$0.0][$0.1] } })
    atMostOne("antidiagonals", Dictionary(grouping: cells) { $0.0 + $0.1 }.values.map { $0.map { board[$0.0][$0.1] } })
    return model
  }

  @Test(arguments: [(4, 2), (5, 10), (6, 4), (7, 40), (8, 92)]) func queensAreAllFound(size: Int, count: Int)
    async throws
  {
    var found: Set<Solution> = []
    var given = 0
    for try await solution in Self.queens(size).solutions() {
      found.insert(solution)
      given += 1
    }
    #expect(found.count == count && given == count)
  }

  @Test func limitsEndTheSequence() async throws {
    var given = 0
    for try await _ in Self.queens(8).solutions(limit: 10) { given += 1 }
    #expect(given == 10)
    for try await _ in Self.queens(12).solutions() {
      given += 1
      if given == 15 { break }
    }
    #expect(given == 15)
    given = 0
    for try await _ in Self.queens(20).solutions(within: .milliseconds(100)) { given += 1 }
    #expect(given < 1_000_000)
  }

  @Test func twoTasksOfNoLengthAtOneTimeAreOneSolution() throws {
    let model = Model("ties")
    let tasks = (0..<3).map { _ in model.interval(lasting: 0, within: 0...1) }
    model.require("machine") { NoOverlap(tasks) }
    let found = try SolutionSource(model.data).next(100)
    #expect(found.count == 8 && Set(found).count == 8)
  }
}
