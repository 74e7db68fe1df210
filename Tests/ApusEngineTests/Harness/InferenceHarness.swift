import ApusModel
import ApusTestSupport

@testable import ApusEngine

/// Random decisions on a small random model, every inference judged twice: by what its constraint means, and by all solutions.
///
/// After Aries' test of explanations (`reasoners/cp/testing.rs`), with enumeration in the place of a second propagation.
struct InferenceHarness {
  let seed: Int
  private var random: SplitMix64
  /// Where there are too many solutions, inferences are judged by their constraints only.
  private let solutions: CoreSolutions?
  private let check = InferenceCheck()
  private(set) var learned = 0
  /// What went wrong, in words.
  private(set) var complaints: [String] = []

  /// Runs a case; nil where the model is refuted while it is compiled.
  static func run(_ model: ModelData, seed: Int, decisions: Int = 60) throws -> InferenceHarness? {
    var compilation = try Compiler.compile(model, options: .random(seed: seed))
    guard compilation.isConsistent else { return nil }
    var harness = InferenceHarness(seed: seed, CoreSolutions(of: compilation))
    harness.explore(&compilation.core, decisions)
    return harness
  }

  private init(seed: Int, _ solutions: CoreSolutions?) {
    self.seed = seed
    self.solutions = solutions
    random = SplitMix64(seed: ~seed)
    check.triesFewerPremises = true
  }

  var hasSolutions: Bool { solutions != nil }
  var judged: [String: Int] { check.judged }
  var tried: [String: Int] { check.tried }
  var minimal: [String: Int] { check.minimal }
  var undecided: [String: Int] { check.undecided }

  private mutating func explore(_ core: inout Core, _ decisions: Int) {
    let all = solutions?.all ?? []
    let log = Log()
    check.observe = { rule, premises, conclusion in
      for solution in all where premises.allSatisfy({ CoreSolutions.holds($0, in: solution) }) {
        guard let conclusion, CoreSolutions.holds(conclusion, in: solution) else {
          log.lines.append("\(rule): \(premises) => \(conclusion?.description ?? "conflict") excludes a solution")
          return
        }
      }
    }
    core.inferenceCheck = check
    for _ in 0..<decisions {
      if core.propagate() {
        if core.level == 0 { core.settleRoot() }
        if !decide(&core) { core.backtrack(to: Int32(random.draw(0...Int(core.level)))) }
      } else {
        let isOpen = core.learn()
        learned += 1
        if core.analysis.learned.count > 0 { judgeLearned(core.analysis.learned.array, log) }
        if !isOpen {
          if !all.isEmpty { log.lines.append("refuted, but there are \(all.count) solutions") }
          break
        }
      }
    }
    check.observe = nil
    complaints = (check.faults.map(\.description) + log.lines).map { "seed \(seed): \($0)" }
  }

  /// A random decision on a variable that may be present. Returns false where none is open; the values are then a solution.
  private mutating func decide(_ core: inout Core) -> Bool {
    var open: [Int32] = []
    for variable in 1..<Int32(core.variableCount)
    where !core.isFixed(variable) && !core.fails(core.scope[variable]) { open.append(variable) }
    guard !open.isEmpty else { return false }
    let variable = random.pick(open)
    let middle = Int32(random.draw(Int(core.lower(variable))...Int(core.upper(variable)) - 1))
    let bound = Bound(2 * variable, middle)
    core.decide(random.chance(50) ? bound : !bound)
    return true
  }

  /// A literal of a learned clause is the opposite of a premise: on a scoped variable it says "present and beyond".
  private func judgeLearned(_ clause: [Bound], _ log: Log) {
    let premises = clause.map { !$0 }
    for solution in solutions?.all ?? [] where premises.allSatisfy({ CoreSolutions.holds($0, in: solution) }) {
      log.lines.append("learned \(clause), which excludes a solution")
      return
    }
  }

  private final class Log {
    var lines: [String] = []
  }
}
