import ApusModel
import ApusProblems
import ApusStructure

extension ModelInstance {
  /// A row for each `NoOverlap` constraint, then one for each interval in none; colours are the jobs of a shop, where the model
  /// has one, and otherwise intervals.
  func picture(of file: SolutionFile) -> SchedulePicture {
    guard let solution = try? solution(of: file) else { return SchedulePicture(rows: [], groupNames: []) }
    var job = data.intervals.indices.map { $0 }
    var names: [String] = []
    if let shop = Shop(recognizing: data), shop.jobCount < shop.operationCount {
      for (operation, number) in shop.jobs.enumerated() { job[Int(shop.interval[operation])] = Int(number) }
      names = (0..<shop.jobCount).map { "job \($0)" }
    }
    func bars(_ intervals: some Sequence<Int>) -> [SchedulePicture.Bar] {
      intervals.compactMap { index in
        solution.intervals[index].map {
          SchedulePicture.Bar(start: $0.start, end: $0.end, label: data.nameOfInterval(index), group: job[index])
        }
      }
    }
    var rows: [SchedulePicture.Row] = []
    var isDrawn = [Bool](repeating: false, count: data.intervals.count)
    for group in data.groups {
      for index in group.members {
        guard case .noOverlap(let noOverlap) = data.constraints[index] else { continue }
        let members = noOverlap.intervals.map { Int($0) }
        for member in members { isDrawn[member] = true }
        let number = index - group.members.lowerBound + 1
        let label = group.name.isEmpty ? "constraint \(index)" : group.name
        rows.append(.init(group.members.count > 1 ? "\(label) \(number)" : label, bars(members)))
      }
    }
    for index in data.intervals.indices where !isDrawn[index] {
      rows.append(.init(data.nameOfInterval(index), bars(CollectionOfOne(index))))
    }
    return SchedulePicture(rows: rows, groupNames: names)
  }
}
