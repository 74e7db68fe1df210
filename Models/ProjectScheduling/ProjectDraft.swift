/// A project while it is read: its parts, and where in the file they were found.
struct ProjectDraft {
  var parts = ProjectParts()
  /// The offset of each mode's duration; the demands are the tokens behind it.
  private var modeOffsets: [[Int]] = []
  private var precedenceOffsets: [Int] = []

  /// Adds a mode to the last task, or to a new one.
  mutating func add(_ mode: ProjectScheduling.Mode, toNewTask isNew: Bool = true, at offset: Int) {
    if isNew {
      parts.tasks.append([mode])
      modeOffsets.append([offset])
    } else {
      parts.tasks[parts.tasks.count - 1].append(mode)
      modeOffsets[modeOffsets.count - 1].append(offset)
    }
  }

  mutating func add(_ precedence: ProjectScheduling.Precedence, at offset: Int) {
    parts.precedences.append(precedence)
    precedenceOffsets.append(offset)
  }

  /// The project, if there is nothing wrong with it.
  ///
  /// - Throws: ``InputError`` at the place in the scanner's file where the flaw is.
  func project(named name: String, _ scanner: TextScanner) throws(InputError) -> ProjectScheduling {
    if let flaw = parts.firstFlaw {
      guard let offset = offset(of: flaw.subject, scanner) else {
        throw InputError(file: scanner.file, message: flaw.message)
      }
      throw scanner.error(flaw.message, at: offset)
    }
    return ProjectScheduling(sound: parts, name: name)
  }

  private func offset(of subject: ProjectFlaw.Subject, _ scanner: TextScanner) -> Int? {
    switch subject {
    case .whole: nil
    case .task(let task): modeOffsets[task].first
    case .mode(let task, let mode): modeOffsets[task][mode]
    case .demand(let task, let mode, let resource):
      scanner.offset(of: 1 + resource, tokensAfter: modeOffsets[task][mode])
    case .precedence(let index): precedenceOffsets[index]
    }
  }
}
