import Foundation

/// The standard output and the standard error, written at once and without buffers.
struct StandardStream {
  static let output = StandardStream(descriptor: 1)
  static let error = StandardStream(descriptor: 2)

  let descriptor: Int32

  /// Writes the text; returns the system's error where that fails. A reader that has gone away is no failure.
  @discardableResult
  func write(_ text: String) -> Int32? {
    let code = writeAll(Array(text.utf8), to: descriptor)
    return code == EPIPE ? nil : code
  }

  /// Whether a person is watching.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether to use colour: on a terminal that can, unless the user asks not to (no-color.org).
  var usesColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  /// Columns and lines of the terminal.
  var size: (columns: Int, lines: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
    return (Int(size.ws_col), size.ws_row > 0 ? Int(size.ws_row) : 24)
  }
}

/// Writes all bytes; returns the system's error where that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&wait, 1, 1000)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

/// The system's words for an error.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
