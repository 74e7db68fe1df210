import Apus
import ApusModel
import ApusProblems

/// All that a solve needs, read and checked: from here on only the outputs can fail.
struct SolvePlan: Sendable {
  let source: LoadedInstance
  let model: ModelData
  let options: SolveOptions
  let backend: BackendArgument
  /// Of the whole process; nil for none.
  let timeLimit: Double?
  /// Whether outputs must be the same for every run, which leaves times out.
  let isRepeatable: Bool
  /// What to type to get the same answer.
  let command: String
  let solutionFile: OutputFile?
  let picture: PictureFile?
  let eventsPath: String?
  let isJSON: Bool
  let isQuiet: Bool

  var instance: any ProblemInstance { source.instance }
  var threads: Int { backend == .heuristic || backend == .glpk ? 1 : options.workers }

  /// Says what begins, for the log.
  var heading: String {
    let sizes = instance.sizes.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    var settings = ["\(threads) thread\(threads == 1 ? "" : "s")", "seed \(options.seed)"]
    if let timeLimit { settings.append("limit \(TimeText.short(timeLimit))") }
    if let work = options.work { settings.append("work \(work)") }
    return
      "apus \(ApusCommand.version)  \(source.title): \(instance.family), \(sizes)  (\(settings.joined(separator: ", ")))"
  }
}
