import Foundation

/// A process that leads a group of its own, with its standard output and error in pipes.
struct SpawnedProcess {
  let id: pid_t
  /// Ends of pipes that do not block; whoever owns this closes them.
  let output, errors: Int32

  /// Starts a program, which is looked for as a shell does.
  ///
  /// It begins with the signals as the system makes them, whatever this process does with its own.
  ///
  /// - Throws: ``RunRefusal`` where there is no such program, or no more processes or files are to be had.
  init(_ words: [String]) throws(RunRefusal) {
    func refusal(_ code: Int32) -> RunRefusal {
      RunRefusal("\(words[0]): cannot be run: \(String(cString: strerror(code)).lowercased())")
    }
    guard let out = Self.pipe() else { throw refusal(errno) }
    guard let err = Self.pipe() else {
      let code = errno
      close(out.read)
      close(out.write)
      throw refusal(code)
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out.write, 1)
    posix_spawn_file_actions_adddup2(&actions, err.write, 2)
    var none = sigset_t()
    sigemptyset(&none)
    var usual = none
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = words.map { strdup($0) } + [nil]
    var id: pid_t = 0
    let code = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, environ)
    for argument in arguments { free(argument) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(out.write)
    close(err.write)
    guard code == 0 else {
      close(out.read)
      close(err.read)
      throw refusal(code)
    }
    self.id = id
    output = out.read
    errors = err.read
  }

  /// Sends a signal to all processes of the group.
  func signal(_ number: Int32) { kill(-id, number) }

  /// A pipe that children do not inherit, whose reading end does not block.
  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }
}
