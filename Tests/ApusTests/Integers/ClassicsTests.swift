import Apus
import Testing

/// Small classics over integers, with answers from the literature or by trying everything.
@Suite struct ClassicsTests {
  @Test(arguments: [(4, 2), (5, 10), (6, 4), (7, 40), (8, 92)]) func queens(_ count: Int, _ expected: Int) async throws
  {
    let model = Model("queens")
    let queens = (0..<count).map { model.integer(0...count - 1, "row \($0)") }
    model.require("board") {
      AllDifferent(queens)
      AllDifferent(queens.indices.map { queens[$0] + $0 })
      AllDifferent(queens.indices.map { queens[$0] - $0 })
    }
    var seen: Set<Solution> = []
    for try await solution in model.solutions() { seen.insert(solution) }
    #expect(seen.count == expected)
  }

  @Test(arguments: [(5, 11), (6, 17), (7, 25)]) func golombRulers(_ marks: Int, _ length: Int) async throws {
    let model = Model("ruler")
    let mark = (0..<marks).map { model.integer($0 == 0 ? 0...0 : 0...60) }
    model.require("order") { for (a, b) in mark.pairs() { a < b } }
    model.require("distances") {
      AllDifferent((0..<marks).flatMap { b in (0..<b).map { mark[b] - mark[$0] } })
    }
    model.minimize(mark[marks - 1])
    let report = try await model.report(options)
    #expect(report.result.status == "optimal" && report.objective == length)
  }

  @Test func aSudokuNeedsNoSearch() async throws {
    let clues = "003020600900305001001806400008102900700000008006708200002609500800203009005010300".map {
      $0.wholeNumberValue ?? 0
    }
    let model = Model("sudoku")
    let cells = clues.map { model.integer($0 == 0 ? 1...9 : $0...$0) }
    model.require("units") {
      for unit in 0..<9 {
        AllDifferent((0..<9).map { cells[9 * unit + $0] })
        AllDifferent((0..<9).map { cells[9 * $0 + unit] })
        AllDifferent((0..<9).map { cells[27 * (unit / 3) + 3 * (unit % 3) + 9 * ($0 / 3) + $0 % 3] })
      }
    }
    let report = try await model.report(options)
    #expect(report.result.status == "optimal" && report.decisions == 0)
  }

  @Test func toursAreTheShortestOnes() async throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<20 {
      let places = (0..<6).map { _ in
        (x: Int.random(in: 0...30, using: &random), y: Int.random(in: 0...30, using: &random))
      }
      func distance(_ a: Int, _ b: Int) -> Int { abs(places[a].x - places[b].x) + abs(places[a].y - places[b].y) }
      let model = Model("tour")
      let next = places.indices.map { _ in model.integer(0...places.count - 1) }
      model.require("tour") { Circuit(next) }
      model.minimize(
        sum(places.indices.map { from in element(of: places.indices.map { distance(from, $0) }, at: next[from]) }))
      let report = try await model.report(options)
      #expect(report.objective == shortest([0], distance, places.count) && report.result.status == "optimal")
    }
  }

  private func shortest(_ path: [Int], _ distance: (Int, Int) -> Int, _ count: Int) -> Int {
    if path.count == count { return distance(path[count - 1], 0) }
    return (1..<count).filter { !path.contains($0) }.map {
      distance(path[path.count - 1], $0) + shortest(path + [$0], distance, count)
    }.min() ?? 0
  }

  private var options: SolveOptions {
    var options = SolveOptions()
    options.workers = 1
    options.timeLimit = .seconds(60)
    return options
  }
}
