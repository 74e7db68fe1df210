/// What the checks of all families that schedule have in common.
extension FamilyViolation {
  /// Later starts are refused, so that no sum can overflow.
  static let latestStart = Int.max / 4

  /// |a - b|, at most `Int.max`: claimed numbers can be anything.
  static func distance(_ a: Int, _ b: Int) -> Int {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? Int.max : Int(clamping: difference.magnitude)
  }

  /// What is wrong with the start that is claimed for something.
  static func start(of subject: String, at start: Int) -> FamilyViolation? {
    guard !(0...latestStart).contains(start) else { return nil }
    let amount = start < 0 ? Int(clamping: start.magnitude) : start - latestStart
    let place = start < 0 ? "before 0" : "too late"
    return FamilyViolation(.start, amount: amount, "\(subject) starts at \(start), \(amount) \(place)")
  }

  /// What is wrong with the end that is claimed for something that starts and must end there.
  static func duration(of subject: String, from start: Int, to end: Int, claiming claimed: Int) -> FamilyViolation? {
    guard claimed != end else { return nil }
    let amount = distance(claimed, end)
    return FamilyViolation(
      .duration, amount: amount,
      "\(subject) starts at \(start) and ends at \(claimed), expected \(end): off by \(amount)")
  }
}

extension SolutionFile {
  /// The time when the last of the tasks ends; 0 without tasks. O(tasks).
  var makespan: Int { tasks.reduce(0) { max($0, $1.end) } }

  /// What is wrong with the objective and the bound, where the objective is the makespan of the tasks. O(tasks).
  var violationsOfMakespan: [FamilyViolation] { violations(ofObjective: makespan, called: "makespan") }

  /// What is wrong with the objective and the bound, where the tasks have a value by that name.
  ///
  /// The claims must agree: the objective is the value, the bound is not above it, and `optimal` means that they are equal. Whether
  /// a bound is true cannot be seen from a schedule and is not judged.
  func violations(ofObjective value: Int, called name: String) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    if let objective {
      if objective != value {
        let amount = FamilyViolation.distance(objective, value)
        violations.append(
          FamilyViolation(
            .objective, amount: amount,
            "the objective is \(objective), but the \(name) is \(value): off by \(amount)"))
      }
    } else if status == .optimal || status == .feasible {
      violations.append(
        FamilyViolation(.objective, "the status is \(status.rawValue), but no objective is claimed"))
    }
    guard let objective, let bound else { return violations }
    let amount = FamilyViolation.distance(objective, bound)
    if bound > objective {
      let message = "the bound \(bound) is above the objective \(objective) by \(amount)"
      violations.append(FamilyViolation(.bound, amount: amount, message))
    } else if status == .optimal, bound < objective {
      let message = "the status is optimal, but the bound \(bound) is below the objective \(objective) by \(amount)"
      violations.append(FamilyViolation(.bound, amount: amount, message))
    }
    return violations
  }

  /// What is wrong with the family that is claimed; nil if nothing, or nothing is claimed.
  func violation(ofFamily expected: String) -> FamilyViolation? {
    guard let family, family != expected else { return nil }
    let found = InputError.quoted(Array(family.utf8)[...])
    return FamilyViolation(.family, "the solution is of the family \(found), expected '\(expected)'")
  }
}
