extension JudgedRun {
  /// The runs of each of some results, all measured from the same references.
  static func all(in results: [RunResults], best: BestKnownLists) -> [[JudgedRun]] {
    let records = results.flatMap(\.records)
    let longest = records.map(\.seconds).max() ?? 0
    let answers = bestAnswers(records)
    return results.map { result in
      result.records.map { record in
        let known = best.entry(for: record)
        return JudgedRun(
          record, events: result.events[record.id] ?? [], known: known,
          reference: known?.upperBound.map(Double.init) ?? answers[InstanceName(record)], longest: longest)
      }
    }
  }

  /// The runs of each instance, instances by name in natural order (`ta2` before `ta10`), seeds ascending.
  static func groups(_ runs: [JudgedRun]) -> [[JudgedRun]] {
    Dictionary(grouping: runs) { InstanceName($0.record) }
      .sorted { NaturalOrder.isBefore($0.key.description, $1.key.description) }
      .map { $0.value.sorted { $0.record.seed < $1.record.seed } }
  }

  private static func bestAnswers(_ records: [RunRecord]) -> [InstanceName: Double] {
    var best: [InstanceName: Double] = [:]
    for record in records {
      guard let answer = record.answer, let sense = record.sense else { continue }
      let name = InstanceName(record)
      best[name] = best[name].map { sense.better($0, answer) } ?? answer
    }
    return best
  }
}

extension InstanceName {
  /// The instance of a run.
  init(_ run: RunRecord) { self.init(suite: run.suite, instance: run.instance) }
}

/// A run of an instance with a seed, whoever made it.
struct RunKey: Hashable {
  let instance: InstanceName
  let seed: Int

  init(_ run: RunRecord) {
    instance = InstanceName(run)
    seed = run.seed
  }
}
