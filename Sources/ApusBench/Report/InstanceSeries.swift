import ApusProblems

/// The series that an instance is published in, which summaries group by: `la`, `orb`, `ta 20x15`.
enum InstanceSeries {
  /// What is before the first digit of the name; Taillard's job shops by jobs and machines.
  static func name(of instance: String, family: String) -> String {
    if family == "jobshop", let size = taillardSizes[instance] { return size }
    let letters = instance.prefix { !($0.isASCII && $0.isNumber) }
    let name = String(letters.reversed().drop { "_-.".contains($0) }.reversed())
    return name.isEmpty ? instance : name
  }

  private static let taillardSizes = Dictionary(
    uniqueKeysWithValues: JobShop.taillardInstances.map { ($0.name, "ta \($0.jobs)x\($0.machines)") })
}
