import ApusProblems
import Foundation

/// The run that is going on, so that whoever comes after a killed runner can end what it has left behind.
struct OrphanRecord: Codable, Equatable {
  var host: String
  /// The process, which leads a group of its own.
  var process: Int32
  /// When the system says that it began, in the system's own units: a number is given anew, not with the same beginning.
  var began: Int

  /// Nil where the process has ended, or the system does not tell.
  init?(host: String, process: Int32) {
    guard let began = Self.beginning(of: process) else { return nil }
    self.host = host
    self.process = process
    self.began = began
  }

  /// Ends the run of the record at `url`, if it still goes on and is on this machine, and removes the record.
  static func end(at url: URL, host: String) {
    defer { unlink(url.path) }
    guard let data = try? Data(contentsOf: url), let left = try? JSONDecoder().decode(Self.self, from: data),
      left == Self(host: host, process: left.process)
    else { return }
    kill(-left.process, SIGKILL)
  }

  private static func beginning(of process: Int32) -> Int? {
    #if canImport(Darwin)
      var info = proc_bsdinfo()
      let wanted = Int32(MemoryLayout<proc_bsdinfo>.stride)
      guard proc_pidinfo(process, PROC_PIDTBSDINFO, 0, &info, wanted) == wanted else { return nil }
      return Int(info.pbi_start_tvsec) * 1_000_000 + Int(info.pbi_start_tvusec)
    #else
      // Field 22 of stat(5).
      guard let bytes = try? InputFile.bytes(of: URL(filePath: "/proc/\(process)/stat")) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let name = text.lastIndex(of: ")") else { return nil }
      let fields = text[text.index(after: name)...].split(separator: " ")
      return fields.count > 19 ? Int(fields[19]) : nil
    #endif
  }
}
