import ApusModel
import ApusTestSupport
import Testing

@testable import ApusLinear

/// Programs as text: what is written is read as the same, and what is broken is an error with a place.
@Suite struct FormatTests {
  /// A column or a row, by name, as far as both formats tell.
  private func facts(_ program: LinearProgram) -> [String: String] {
    var facts: [String: String] = [:]
    for column in program.columns where column.name != LinearProgram.one {
      facts[column.name] = "\(column.lower)...\(column.upper) \(column.isInteger) \(column.cost)"
    }
    for (index, row) in program.rows.enumerated() where row.name != "nothing" {
      let terms = program.terms(ofRow: index).map { (program.columns[Int($0.0)].name, $0.1) }.sorted { $0.0 < $1.0 }
      facts[row.name] = "\(row.lower)...\(row.upper) \(terms)"
    }
    return facts
  }

  private static func random(_ seed: Int) -> LinearProgram {
    var random = SplitMix64(seed: seed)
    var program = LinearProgram(name: "random \(seed)")
    program.sense = random.chance(50) ? .minimize : .maximize
    program.hasObjective = true
    program.costConstant = random.chance(30) ? 2.5 : 0
    for index in 0..<random.draw(1...8) {
      let lower = random.chance(30) ? -Double.infinity : Double(random.draw(-5...3))
      let upper = random.chance(30) ? Double.infinity : Double(random.draw(3...9))
      _ = program.addColumn(
        LinearProgram.Column(
          name: "x\(index)", lower: lower, upper: upper, isInteger: random.chance(50),
          cost: Double(random.draw(-6...6)) / 4))
    }
    for index in 0..<random.draw(0...6) {
      let terms = program.columns.indices.filter { _ in random.chance(60) }
        .map { (Int32($0), Double(random.draw(-8...8)) / 8) }
      let side = Double(random.draw(-9...9)) / 2
      let kind = random.draw(0...3)
      program.addRow(
        name: "r\(index)", lower: kind == 0 ? -.infinity : side,
        upper: kind == 1 ? .infinity : kind == 2 ? side : side + 3, terms: terms)
    }
    return program
  }

  @Test func whatIsWrittenAsMPSIsReadTheSame() throws {
    for seed in 0..<500 {
      let program = Self.random(seed)
      let read = try LinearProgram(mps: program.mpsText, name: program.name)
      #expect(facts(read) == facts(program), "seed \(seed)")
      #expect(read.sense == program.sense && read.costConstant == program.costConstant, "seed \(seed)")
    }
  }

  @Test func whatIsWrittenAsLPMeansTheSame() throws {
    for seed in 0..<500 {
      let program = Self.random(seed)
      let read = try LinearProgram(lp: program.lpText, name: program.name)
      #expect(read.sense == program.sense, "seed \(seed)")
      let (written, back) = (facts(program), facts(read))
      // A range is two rows there.
      for row in program.rows where row.lower.isFinite && row.upper.isFinite && row.lower < row.upper {
        #expect(back[row.name] == nil && back["\(row.name)_low"] != nil && back["\(row.name)_high"] != nil)
      }
      for (name, fact) in written where back["\(name)_low"] == nil {
        #expect(back[name] == fact, "seed \(seed), \(name)")
      }
      let values = read.columns.map { $0.name == LinearProgram.one ? 1.0 : 2.0 }
      let same = program.objective(at: program.columns.map { _ in 2.0 })
      #expect(abs(read.objective(at: values) - same) < 1e-9, "seed \(seed)")
    }
  }

  /// What other programs write and we do not.
  @Test func theReadersKnowTheDialects() throws {
    let text = """
      \\ a comment
      MAXIMISE
       profit: 3x + 2 y - z + 4
      such that
       c1: x + y <= 4  \\ another
       x - z >= -2
       c3: 2 x + 3
           y =< 1e1
      BOUND
       -inf <= x <= 3
       y free
       4 >= z
       w = 2
      general
       x
      binary
       b
      end
      """
    #expect(throws: ProgramError.self) { try LinearProgram(lp: text, name: "w is nowhere") }
    let program = try LinearProgram(
      lp: text.replacing("c1: x", with: "c1: 0 w + 0 b + x"), name: "dialect")
    #expect(program.rows.map(\.name) == ["c1", "row_1", "c3"])
    #expect(program.costConstant == 4 && program.sense == .maximize)
    let column = Dictionary(uniqueKeysWithValues: program.columns.map { ($0.name, $0) })
    #expect(column["x"]?.lower == -.infinity && column["x"]?.upper == 3 && column["x"]?.isInteger == true)
    #expect(column["y"]?.lower == -.infinity && column["z"]?.upper == 4 && column["w"]?.lower == 2)
    #expect(column["b"]?.upper == 1 && column["b"]?.isInteger == true)
    #expect(Array(program.terms(ofRow: 2)).map(\.1) == [2, 3] && program.rows[2].upper == 10)
  }

  @Test func programsOverWholeNumbersAreModels() throws {
    for seed in 0..<300 {
      let data = RandomModel.data(seed: seed)
      let program = try Linearization(data).program
      let model = try program.model()
      try model.validate()
      #expect(model.integers.count == program.columns.count)
      #expect((model.objective != nil) == program.hasCosts)
    }
    var continuous = LinearProgram(name: "continuous")
    _ = continuous.addColumn(.init(name: "x", lower: 0, upper: 1, isInteger: false))
    #expect(throws: LinearProgram.Obstacle.continuous("x")) { try continuous.model() }
    var endless = LinearProgram(name: "endless")
    _ = endless.addColumn(.init(name: "x", lower: 0, upper: .infinity, isInteger: true))
    #expect(throws: LinearProgram.Obstacle.unbounded("x")) { try endless.model() }
    var thirds = LinearProgram(name: "thirds")
    let x = thirds.addColumn(.init(name: "x", lower: 0, upper: 3, isInteger: true))
    thirds.addRow(name: "third", lower: 1, upper: 2, terms: [(x, 1.0 / 3)])
    #expect(throws: LinearProgram.Obstacle.fractional("third")) { try thirds.model() }
  }

  /// Broken texts end in an error, never in a crash.
  @Test func brokenTextsAreErrors() throws {
    var random = SplitMix64(seed: 11)
    var errors = 0
    for seed in 0..<2000 {
      let program = Self.random(seed % 50)
      let isLP = seed % 2 == 0
      var bytes = Array((isLP ? program.lpText : program.mpsText).utf8)
      for _ in 0..<random.draw(1...4) {
        let place = random.draw(0...bytes.count - 1)
        switch random.draw(0...3) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(random.draw(32...126))
        case 2: bytes.insert(random.pick(Array(" \n<>=+-:0e.".utf8)), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.draw(1...30)))
        }
        if bytes.isEmpty { break }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(ProgramError) {
        _ = isLP ? try LinearProgram(lp: text, name: "x") : try LinearProgram(mps: text, name: "x")
      } catch {
        errors += 1
        #expect(!error.message.isEmpty && (error.line ?? 0) >= 1)
      }
    }
    #expect(errors > 500)
  }
}
