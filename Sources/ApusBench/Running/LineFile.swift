import Foundation

/// A file that grows by whole lines, each of them on the disk before the next thing is done.
final class LineFile {
  let path: String
  private let descriptor: Int32
  /// The end of the last whole line.
  private var size: off_t

  /// Opens or creates the file and cuts off a last line that a killed writer left without its end.
  init(_ path: String) throws(StorageError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .writing(path, errno) }
    size = Self.endOfLastLine(descriptor)
    guard ftruncate(descriptor, size) == 0 else {
      let code = errno
      close(descriptor)
      throw .writing(path, code)
    }
  }

  deinit { close(descriptor) }

  /// Appends text that ends with a newline, or nothing at all.
  ///
  /// - Throws: ``StorageError`` where it is not on the disk; the file is then as it was.
  func append(_ text: String) throws(StorageError) {
    guard !text.isEmpty else { return }
    var rest = Array(text.utf8)[...]
    var end = size
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, end) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        end += off_t(count)
      } else if errno != EINTR {
        throw undone(errno)
      }
    }
    guard fsync(descriptor) == 0 else { throw undone(errno) }
    size = end
  }

  private func undone(_ code: Int32) -> StorageError {
    _ = ftruncate(descriptor, size)
    return .writing(path, code)
  }

  /// The place behind the last newline, looked for from the end.
  private static func endOfLastLine(_ descriptor: Int32) -> off_t {
    var end = lseek(descriptor, 0, SEEK_END)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while end > 0 {
      let begin = max(0, end - off_t(chunk.count))
      let count = pread(descriptor, &chunk, Int(end - begin), begin)
      guard count > 0 else { return 0 }
      if let place = chunk[..<count].lastIndex(of: UInt8(ascii: "\n")) { return begin + off_t(place) + 1 }
      end = begin
    }
    return 0
  }
}
