/// What two sets of runs were made with, and where that differs.
public struct Circumstances: Sendable, Hashable {
  /// The solvers of each set, with commit or version, as `apus f52de4e`.
  public let base, new: String
  /// Where times of the sets are not those of the same machine in the same state, as `host: a, b`. More threads may be what is being
  /// compared; another host rarely is.
  public let differences: [String]

  init(_ pairs: [RunPair]) {
    let old = pairs.map(\.base)
    let fresh = pairs.map(\.new)
    base = Self.all(old) { "\($0.solver) \($0.commit ?? $0.version ?? $0.backend ?? "")" }
    new = Self.all(fresh) { "\($0.solver) \($0.commit ?? $0.version ?? $0.backend ?? "")" }
    let fields: [(String, (RunRecord) -> String)] = [
      ("host", { $0.host }), ("processor", { $0.processor ?? "unknown" }), ("threads", { "\($0.threads)" }),
    ]
    differences = fields.compactMap { name, field in
      let isSame = pairs.allSatisfy { field($0.base) == field($0.new) }
      return isSame ? nil : "\(name): \(Self.all(old, field)), \(Self.all(fresh, field))"
    }
  }

  /// The distinct values of a field, in alphabetical order.
  private static func all(_ runs: [RunRecord], _ field: (RunRecord) -> String) -> String {
    let values = Set(runs.map { field($0).split(separator: " ").joined(separator: " ") })
    return values.isEmpty ? "nothing" : values.sorted().joined(separator: " and ")
  }
}
