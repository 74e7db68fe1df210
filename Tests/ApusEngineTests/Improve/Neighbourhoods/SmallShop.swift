import ApusModel
import ApusTestSupport

/// Random job shops: every job visits every machine once.
enum SmallShop {
  static func data(seed: Int, jobs: Int, machines: Int, objective: Goal = .makespan) -> ModelData {
    var random = SplitMix64(seed: seed)
    let model = Model("shop \(seed)")
    let lengths = (0..<jobs).map { _ in (0..<machines).map { _ in random.draw(1...4) } }
    let total = lengths.joined().reduce(0, +)
    var onMachine = [[Interval]](repeating: [], count: machines)
    var last: [Interval] = []
    for job in 0..<jobs {
      let operations = lengths[job].map { model.interval(lasting: $0, within: 0...total) }
      model.require("job \(job)") { for (a, b) in operations.pairs() { a.precedes(b) } }
      for (machine, operation) in zip((0..<machines).shuffled(using: &random), operations) {
        onMachine[machine].append(operation)
      }
      last += operations.suffix(1)
    }
    for machine in onMachine { model.require("machine") { NoOverlap(machine) } }
    switch objective {
    case .makespan: model.minimize(.makespan)
    case .weightedTardiness:
      model.minimize(
        .weightedTardiness(
          last.enumerated().map { (interval: $1, due: lengths[$0].reduce(0, +), weight: random.draw(1...4)) }))
    }
    return model.data
  }

  enum Goal { case makespan, weightedTardiness }
}
