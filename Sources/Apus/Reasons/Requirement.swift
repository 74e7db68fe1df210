import ApusCheck
import ApusModel

/// One thing that a model asks of its solutions and that can be left away.
public enum Requirement: Sendable, Hashable {
  /// The constraint at an index of `ModelData.constraints`.
  case constraint(Int)
  /// The window of an interval: when it may start and end. Left away, it may be earlier or later by as many ticks as all intervals and lags of
  /// the model take together; its length stays.
  case window(Int)
}

/// A model of which requirements can be left away, one by one: those are numbered, constraints first, then windows.
struct RequirementTable {
  let model: ModelData
  let text: ModelText
  /// How far a window reaches beyond itself where it is left away.
  private let extent: Int
  private let checker: SolutionChecker

  /// - Parameter model: its objectives play no part.
  init(_ model: ModelData) {
    var model = model
    model.objectives = []
    self.model = model
    text = ModelText(model)
    extent = model.extent
    checker = SolutionChecker(model)
  }

  var count: Int { model.constraints.count + model.intervals.count }

  subscript(number: Int) -> Requirement {
    number < model.constraints.count ? .constraint(number) : .window(number - model.constraints.count)
  }

  func number(of requirement: Requirement) -> Int {
    switch requirement {
    case .constraint(let index): index
    case .window(let index): model.constraints.count + index
    }
  }

  func text(of requirement: Requirement) -> String {
    switch requirement {
    case .constraint(let index): text.constraint(index)
    case .window(let index): text.window(ofInterval: index)
    }
  }

  /// The requirements that a solution of others breaks, by number.
  func broken(in solution: Solution) -> Set<Int> {
    var broken: Set<Int> = []
    for violation in checker.violations(of: solution) {
      if let constraint = violation.constraint {
        broken.insert(constraint)
      } else if violation.kind == .domain, case .interval(let index, _)? = violation.members.first {
        broken.insert(number(of: .window(index)))
      }
    }
    return broken
  }

  /// The model with the requirements that are kept, by number.
  func keeping(_ isKept: [Bool]) -> ModelData {
    var result = model.keepingConstraints { isKept[$0] }
    for index in model.intervals.indices where !isKept[model.constraints.count + index] {
      result.widenWindow(ofInterval: index, by: extent)
    }
    return result
  }
}

/// Requirements that are kept or left away together: a group of the model, all windows, or a single one.
struct RequirementGroup {
  /// What it is called; the text of its only member where the model gives no name.
  var name: String
  /// The numbers of its requirements.
  var members: [Int]
  var isWindows = false
  /// What it costs to leave it away.
  var weight = 1
}

extension RequirementTable {
  /// The groups of the model that ask for something, in order, and where asked for a last one of all windows.
  func groups(withWindows: Bool) -> [RequirementGroup] {
    var result = model.groups.filter { !$0.members.isEmpty }.map { group in
      RequirementGroup(
        name: group.name.isEmpty ? text.constraint(group.members.lowerBound) : group.name, members: Array(group.members)
      )
    }
    if withWindows, !model.intervals.isEmpty {
      result.append(
        RequirementGroup(name: Self.windows, members: Array(model.constraints.count..<count), isWindows: true))
    }
    return result
  }

  /// What the windows of all intervals are called where they count as a group.
  static let windows = "windows"
}
