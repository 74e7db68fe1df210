/// Time since the process began, so that limits cover reading too.
enum ProcessClock {
  static let begin = ContinuousClock.now

  static var seconds: Double { begin.duration(to: .now) / .seconds(1) }
}
