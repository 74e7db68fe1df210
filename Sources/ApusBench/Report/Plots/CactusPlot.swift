/// How many runs were done by which time: the cactus plot of the solver competitions, with time to the right.
struct CactusPlot {
  /// What being done means.
  enum Goal {
    case proof, answer

    var title: String { self == .proof ? "Proven over time" : "Solved over time" }
    var verb: String { self == .proof ? "proven" : "first solution" }
  }

  let goal: Goal
  let section: ReportSection

  /// The plot, or nil where it is about first solutions and no run told of any.
  var svg: String? {
    let contenders = goal == .proof ? section.contenders : section.contenders.filter(\.hasEvents)
    guard !contenders.isEmpty else { return nil }
    let times = contenders.map(times)
    let limit = contenders.flatMap { $0.runs.map(\.limit) }.max() ?? 1
    let total = contenders.map(\.runs.count).max() ?? 0
    let noun = section.hasSeeds ? "runs" : "instances"
    let frame = PlotFrame(
      x: .seconds("seconds, logarithmic", times.flatMap { $0.map(\.seconds) }, limit: limit),
      y: .count("\(noun) \(goal == .proof ? "proven" : "with a solution")", to: total),
      labelRoom: PlotLine.labelRoom(contenders.map(\.label)))
    let lines = zip(contenders, times).map { contender, times in
      var points = [PlotLine.Point(x: frame.x.range.lowerBound, y: 0, tip: "")]
      for (index, time) in times.enumerated() {
        let seconds = ReportNumber.fixed(time.seconds, 2)
        let count = "\(index + 1) of \(contender.runs.count)"
        let tip = "\(contender.label): \(time.name) \(goal.verb) after \(seconds) s, \(count)"
        points.append(.init(x: time.seconds, y: Double(index + 1), tip: tip))
      }
      points.append(.init(x: limit, y: Double(times.count), tip: ""))
      return PlotLine(label: contender.label, place: contender.place, points: points)
    }
    return frame.svg(label: "\(section.suite): \(goal.title)", PlotLine.svg(lines, in: frame))
  }

  private func times(_ contender: Contender) -> [(seconds: Double, name: String)] {
    contender.runs.compactMap { run in
      let seconds = goal == .proof ? run.secondsToProof : run.secondsToAnswer
      return seconds.map { ($0, section.name(of: run)) }
    }.sorted { $0 < $1 }
  }
}
