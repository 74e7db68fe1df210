/// WfFormat 1.5 of WfCommons, workflows as they ran. Of it are used: tasks and their parents, the files they read and write with their sizes, and
/// how long each task ran. Ticks are milliseconds, rounded to the nearest; data are what the parent writes and the task reads, in bytes, and go from
/// one processor to another at 125,000,000 bytes a second, one gigabit.
extension TaskGraphScheduling {
  private static let bytesPerTick = 125_000

  private struct Workflow: Decodable {
    struct Specification: Decodable {
      struct Task: Decodable {
        let id: String
        let name: String?
        let parents: [String]?
        let inputFiles: [String]?
        let outputFiles: [String]?
      }
      struct File: Decodable {
        let id: String
        let sizeInBytes: Int
      }
      let tasks: [Task]
      let files: [File]?
    }
    struct Execution: Decodable {
      struct Task: Decodable {
        let id: String
        let runtimeInSeconds: Double
      }
      let tasks: [Task]
    }
    struct Parts: Decodable {
      let specification: Specification
      let execution: Execution
    }
    let workflow: Parts
  }

  static func readWfCommons(_ text: InstanceText) throws(InputError) -> TaskGraphScheduling {
    let parts = try JSONSyntax.decode(Workflow.self, from: text.bytes, file: text.file).workflow
    let processors = try text.processorCount()
    func wrong(_ message: String) -> InputError { InputError(file: text.file, message: message) }
    func shown(_ name: String) -> String { InputError.quoted(Array(name.utf8)[...]) }
    var seconds: [String: Double] = [:]
    for task in parts.execution.tasks { seconds[task.id] = task.runtimeInSeconds }
    var sizes: [String: Int] = [:]
    for file in parts.specification.files ?? [] { sizes[file.id] = file.sizeInBytes }
    var numbers: [String: Int] = [:]
    for (number, task) in parts.specification.tasks.enumerated() {
      guard numbers.updateValue(number, forKey: task.id) == nil else {
        throw wrong("the task \(shown(task.id)) is there twice, expected it once")
      }
    }
    var draft = TaskGraphDraft()
    draft.addProcessors(processors, bandwidth: Bandwidth(volume: bytesPerTick))
    for (number, task) in parts.specification.tasks.enumerated() {
      guard let time = seconds[task.id] else { throw wrong("the task \(shown(task.id)) has no runtimeInSeconds") }
      guard time >= 0, time <= Double(maximumHorizon) / 1000 else {
        throw wrong("the task \(shown(task.id)) ran \(time) s, expected 0 to \(maximumHorizon / 1000)")
      }
      draft.addTask(task.name ?? task.id, Array(repeating: Int((time * 1000).rounded()), count: processors), at: 0)
      let read = Set(task.inputFiles ?? [])
      for parent in Set(task.parents ?? []).sorted() {
        guard let before = numbers[parent] else {
          throw wrong("the task \(shown(task.id)) has the parent \(shown(parent)), which is not there")
        }
        var volume = 0
        for file in Set(parts.specification.tasks[before].outputFiles ?? []).intersection(read) {
          guard let size = sizes[file], (0...maximumVolume).contains(size) else {
            throw wrong("the file \(shown(file)) has no size from 0 to \(maximumVolume)")
          }
          volume += size
        }
        draft.addArc(before, number, volume: volume, at: 0)
      }
    }
    if let flaw = draft.parts.firstFlaw { throw wrong(flaw.message) }
    return TaskGraphScheduling(sound: draft.parts, name: text.instanceName(processors: processors))
  }
}
