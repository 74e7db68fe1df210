extension Usage {
  /// A resource that is there in the working ticks of a calendar and away in its breaks.
  ///
  /// The calendar is written out as steps of the capacity, two for each shift within `horizon`; before and after it there is nothing.
  ///
  /// ```swift
  /// Usage(tasks.map { $0.pulse(1) }, capacity: 3, during: dayShift, within: 0..<horizon)
  /// ```
  ///
  /// - Complexity: linear in the number of shifts within `horizon`.
  public init(_ pulses: [Pulse], capacity: Int, during calendar: WorkCalendar, within horizon: Range<Int>) {
    var steps: [(from: Int, capacity: Int)] = []
    for shift in calendar.stretches(in: horizon) {
      steps.append((shift.lowerBound, capacity))
      steps.append((shift.upperBound, 0))
    }
    self.init(pulses, capacity: 0, steps: steps)
  }
}
