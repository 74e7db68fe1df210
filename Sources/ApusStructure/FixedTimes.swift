import ApusModel

/// Durations and windows of intervals that are all required and of fixed lengths.
struct FixedTimes {
  /// The duration of every interval.
  private(set) var duration: [Int32] = []
  /// The earliest start of every interval.
  private(set) var release: [Int32] = []
  /// When the latest schedule without needless waiting is over.
  let latestEnd: Int
  /// The first interval with a window that ends too early to be ignored, and how many there are.
  private(set) var firstDeadline: Int?
  private(set) var deadlineCount = 0

  /// Reads the intervals, or gives nil where one is optional or of variable length, or times leave 32 bits.
  ///
  /// In a schedule without needless waiting some task is always in progress after the latest release, or a lag runs, so all is over by
  /// the latest release plus the sum of durations and of these `lags`. A window that ends no earlier is no deadline.
  init?(_ intervals: [IntervalDomain], lags: Int = 0) {
    var latest = Int.min
    var total = lags
    for interval in intervals {
      guard interval.hasFixedLength else { return nil }
      let length = interval.length.lowerBound
      let earliest = Swift.max(interval.start.lowerBound, interval.end.lowerBound.saturatingSubtract(length))
      guard let release = Int32(exactly: earliest), let duration = Int32(exactly: length) else { return nil }
      self.duration.append(duration)
      self.release.append(release)
      latest = Swift.max(latest, earliest)
      total += length
    }
    guard Swift.max(0, latest) + total <= Int(Int32.max) else { return nil }
    latestEnd = latest + total
    for (index, interval) in intervals.enumerated() {
      let latestStart = interval.end.upperBound.saturatingSubtract(Int(duration[index]))
      if Swift.min(latestStart, interval.start.upperBound) < latestEnd - Int(duration[index]) {
        firstDeadline = firstDeadline ?? index
        deadlineCount += 1
      }
    }
  }

  /// What to call the deadlines that a view leaves out, or nil where there is none.
  func nameOfDeadlines(in data: ModelData) -> String? {
    guard let firstDeadline else { return nil }
    let name = "the window of \(data.nameOfInterval(firstDeadline))"
    return deadlineCount == 1 ? name : "\(name) and of \(deadlineCount - 1) more"
  }
}

extension IntervalDomain {
  /// Whether the interval is required and its length, in 32 bits, is settled.
  var hasFixedLength: Bool {
    !isOptional && length.lowerBound == length.upperBound && length.lowerBound >= 0
      && length.upperBound <= Int(Int32.max)
  }
}

extension Int {
  fileprivate func saturatingSubtract(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? .min : difference
  }
}
