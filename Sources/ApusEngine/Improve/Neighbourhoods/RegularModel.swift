import ApusModel

/// Whether a model asks for the least makespan of tasks that are all present, of fixed lengths, under minimum distances and
/// no-overlaps only. Then a task that no open order can shift may start as early as it can, and of a task that none can be
/// shifted by only the way to the end of the schedule counts.
enum RegularModel {
  static func describes(_ model: ModelData) -> Bool {
    guard let objective = model.objective, objective.sense == .minimize, objective.expression.terms.count == 1,
      objective.expression.terms[0].coefficient == 1, case .makespan = objective.expression.terms[0].operand
    else { return false }
    return model.intervals.allSatisfy { $0.isPresent == .true && $0.length.count == 1 }
      && model.constraints.allSatisfy {
        switch $0 {
        case .precedence: true
        case .noOverlap(let noOverlap): noOverlap.setup == nil
        case .linear, .clause, .usage, .reservoir, .alternative, .span, .sameOrder, .pack, .within, .condition,
          .allDifferent, .table, .circuit, .automaton:
          false
        }
      }
  }
}
