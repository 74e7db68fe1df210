import Foundation

/// What a process and its children use at a moment.
struct ProcessUsage: Sendable {
  /// Seconds.
  var processorTime = 0.0
  /// Bytes held now.
  var memory = 0
  /// The most bytes that the process itself has held so far.
  var peakMemory = 0
}

#if canImport(Darwin)
  extension ProcessUsage {
    /// Of all processes of the group that `leader` leads.
    init(ofGroupLedBy leader: pid_t) {
      var members = [pid_t](repeating: 0, count: 1024)
      let size = Int32(members.count * MemoryLayout<pid_t>.stride)
      let filled = proc_listpids(UInt32(PROC_PGRP_ONLY), UInt32(leader), &members, size)
      var timebase = mach_timebase_info_data_t()
      mach_timebase_info(&timebase)
      for member in members.prefix(max(0, Int(filled) / MemoryLayout<pid_t>.stride)) {
        var info = proc_taskinfo()
        let wanted = Int32(MemoryLayout<proc_taskinfo>.stride)
        guard proc_pidinfo(member, PROC_PIDTASKINFO, 0, &info, wanted) == wanted else { continue }
        let ticks = Double(info.pti_total_user + info.pti_total_system)
        processorTime += ticks * Double(timebase.numer) / Double(timebase.denom) / 1e9
        memory += Int(info.pti_resident_size)
      }
      peakMemory = memory
    }
  }
#else
  extension ProcessUsage {
    /// Of `leader` and of all its descendants whose parents live, as `/proc` tells.
    init(ofGroupLedBy leader: pid_t) {
      var waiting = [leader]
      var seen: Set<pid_t> = [leader]
      while let process = waiting.popLast() {
        guard let numbers = Self.statistics(of: process) else { continue }
        // Its own time, and that of children it has waited for: fields 14 to 17 of stat(5), the third being numbers[0].
        processorTime += numbers[11..<15].reduce(0) { $0 + Double($1) } / Self.ticksPerSecond
        memory += max(0, numbers[21]) * Self.pageSize
        waiting += Self.children(of: process).filter { seen.insert($0).inserted }
      }
      peakMemory = max(memory, Self.highWaterMark(of: leader))
    }

    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

    /// The fields of `/proc/N/stat` behind the command's name, words as 0.
    private static func statistics(of process: pid_t) -> [Int]? {
      guard let text = text("/proc/\(process)/stat"), let name = text.lastIndex(of: ")") else { return nil }
      let numbers = text[text.index(after: name)...].split(separator: " ").map { Int($0) ?? 0 }
      return numbers.count > 21 ? numbers : nil
    }

    private static func children(of process: pid_t) -> [pid_t] {
      let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
      return tasks.flatMap { task in
        (text("/proc/\(process)/task/\(task)/children") ?? "").split(separator: " ").compactMap { pid_t($0) }
      }
    }

    private static func highWaterMark(of process: pid_t) -> Int {
      let line = text("/proc/\(process)/status")?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }

    /// The first 4096 bytes, which are more than these files have.
    private static func text(_ path: String) -> String? {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &bytes, bytes.count)
      return count >= 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
  }
#endif
