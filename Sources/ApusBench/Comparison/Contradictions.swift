/// Where runs of one instance cannot all be right.
enum Contradictions {
  /// One sentence for each run whose proof another run's checked solution refutes.
  static func find(_ name: InstanceName, _ pairs: [RunPair]) -> [String] {
    let runs = pairs.flatMap { [("base", $0.base), ("new", $0.new)] }
    guard runs.contains(where: { $0.1.isAnswered }) else { return [] }
    let answers = runs.compactMap { $0.1.answer }
    let sense = pairs.first?.base.sense
    let best = sense.flatMap { $0 == .minimize ? answers.min() : answers.max() }
    return runs.compactMap { side, run in
      let who = "\(name): \(side) seed \(run.seed)"
      if run.status == .infeasible { return "\(who) says infeasible, but there is a solution" }
      guard let sense, let best else { return nil }
      // Bounds come from floating-point arithmetic in some solvers.
      let slack = 1e-6 * max(1, abs(best))
      let bounds = [run.bound, run.status == .optimal ? run.objective : nil].compactMap(\.self)
      let wrong = bounds.first { sense == .minimize ? $0 > best + slack : $0 < best - slack }
      return wrong.map { "\(who) proved \($0), but there is \(best)" }
    }
  }
}
