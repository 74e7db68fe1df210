import Foundation

/// A program run to its end within limits, with all that it starts.
///
/// At a limit the group is asked to end by SIGTERM, and after a while killed. When the program ends, whatever it has left running
/// in its group is killed with it.
struct LimitedProcess {
  /// The most bytes of the standard output that are kept; the rest is read and forgotten.
  static let longestOutput = 1 << 20
  private static let longestErrors = 1 << 12
  /// Seconds between two looks at what is used, after some at shorter times: most of a short run would otherwise not be seen.
  private static let longestTick = 0.05

  private let process: SpawnedProcess
  private let limits: ProcessLimits
  private let begin = ContinuousClock.now
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var stop: ProcessStop?
  private var stopTime = 0.0
  private var peakMemory = 0
  private var processorTime = 0.0

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - words: the program, looked for as a shell does, and its arguments.
  ///   - isCancelled: asked some twenty times a second whether to stop the program.
  ///   - started: told the process, as soon as there is one.
  /// - Throws: ``RunRefusal`` where it cannot be started.
  static func run(
    _ words: [String], _ limits: ProcessLimits, isCancelled: () -> Bool = { false }, started: (pid_t) -> Void = { _ in }
  ) throws(RunRefusal) -> ProcessEnd {
    let ended = try ExitWatch()
    var run = LimitedProcess(process: try SpawnedProcess(words), limits: limits)
    ended.watch(run.process.id)
    started(run.process.id)
    return run.wait(ended, isCancelled)
  }

  private init(process: SpawnedProcess, limits: ProcessLimits) {
    self.process = process
    self.limits = limits
  }

  private var seconds: Double { begin.duration(to: .now) / .seconds(1) }

  private mutating func wait(_ ended: ExitWatch, _ isCancelled: () -> Bool) -> ProcessEnd {
    var tick = 0.002
    while true {
      var files = [process.output, process.errors, ended.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      // A pipe that is closed would be reported for ever.
      if !isOpen.output { files[0].fd = -1 }
      if !isOpen.errors { files[1].fd = -1 }
      poll(&files, nfds_t(files.count), Int32(tick * 1000))
      tick = min(2 * tick, Self.longestTick)
      drain()
      if files[2].revents != 0 { break }
      watch(isCancelled)
    }
    let time = seconds
    // The leader is not waited for yet, so its number still is the group's.
    process.signal(SIGKILL)
    drain()
    close(process.output)
    close(process.errors)
    return end(after: time)
  }

  /// Whether the program may still write there.
  private var isOpen = (output: true, errors: true)

  private mutating func drain() {
    func read(_ descriptor: Int32, _ isOpen: inout Bool, _ take: (ArraySlice<UInt8>) -> Void) {
      var chunk = [UInt8](repeating: 0, count: 1 << 14)
      // A bounded number of times, so that a program that never stops writing is still watched.
      for _ in 0..<64 where isOpen {
        let count = Foundation.read(descriptor, &chunk, chunk.count)
        if count > 0 {
          take(chunk[..<count])
        } else {
          if count == 0 { isOpen = false }
          if count == 0 || errno != EINTR { return }
        }
      }
    }
    read(process.output, &isOpen.output) { output += $0.prefix(Self.longestOutput - output.count) }
    read(process.errors, &isOpen.errors) { errors = (errors + $0).suffix(Self.longestErrors) }
  }

  private mutating func watch(_ isCancelled: () -> Bool) {
    let usage = ProcessUsage(ofGroupLedBy: process.id)
    peakMemory = max(peakMemory, usage.peakMemory)
    processorTime = max(processorTime, usage.processorTime)
    if stop != nil {
      if seconds > stopTime + limits.patience { process.signal(SIGKILL) }
      return
    }
    if isCancelled() {
      stop = .cancelled
    } else if seconds > limits.wall {
      stop = .wall
    } else if let limit = limits.memory, usage.memory > limit {
      stop = .memory
    } else if let limit = limits.processorTime, usage.processorTime > limit {
      stop = .processorTime
    } else {
      return
    }
    stopTime = seconds
    // Far beyond its memory there is no time for manners.
    let isUrgent = limits.memory.map { usage.memory > $0 + $0 / 4 } ?? false
    process.signal(isUrgent ? SIGKILL : SIGTERM)
  }

  private mutating func end(after seconds: Double) -> ProcessEnd {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process.id, &status, 0, &usage) < 0, errno == EINTR {}
    let used = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    #if canImport(Darwin)
      let resident = usage.ru_maxrss
    #else
      // The system counts here what this process held when it began the other; so it serves only a run too short to be seen.
      let resident = usage.ru_maxrss * 1024
    #endif
    let signal = status & 0x7F
    return ProcessEnd(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, stop: stop, output: output, errors: errors,
      seconds: seconds, cpuSeconds: max(used, processorTime), peakMemory: peakMemory > 0 ? peakMemory : resident)
  }
}
