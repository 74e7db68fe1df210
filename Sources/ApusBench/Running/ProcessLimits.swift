/// What a process and all that it starts may use before it is stopped.
struct ProcessLimits: Sendable {
  /// Seconds from its start.
  var wall: Double
  /// Seconds of all its threads and children together; nil for no limit.
  var processorTime: Double?
  /// Bytes that all its processes hold at once; nil for no limit.
  var memory: Int?
  /// Seconds between SIGTERM, at which it may still answer, and SIGKILL.
  var patience: Double = 2
}

/// Why a process was stopped.
enum ProcessStop: Sendable, Equatable {
  case wall, processorTime, memory, cancelled
}

/// How a process ended, and what it used.
struct ProcessEnd: Sendable {
  /// The exit status; 128 + the signal for a process that a signal has ended.
  var status: Int32
  /// Why it was stopped; nil where it ended by itself.
  var stop: ProcessStop?
  /// The standard output, at most ``LimitedProcess/longestOutput`` bytes of it.
  var output: [UInt8]
  /// The end of the standard error.
  var errors: [UInt8]
  /// From start to end.
  var seconds: Double
  /// Of all its threads, and of the children it has waited for.
  var cpuSeconds: Double
  /// The most memory that its processes were seen to hold at once, in bytes.
  var peakMemory: Int

  /// The last line of the standard error that is not empty.
  var lastErrorLine: String? {
    String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      .last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
