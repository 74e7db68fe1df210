import Apus
import ApusModel
import ApusProblems
import ArgumentParser
import Foundation

/// `apus explain FILE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell why there is no solution, or none that meets a condition.",
    discussion: """
      Names a minimal set of the model's groups and of their members that cannot be met together, each proven to be necessary; \
      with --repair, what is least to give up. The exit status is 20 where there is no solution, 0 where there is one, 30 where the time was \
      not enough.

        apus explain plant.json
        apus explain ft06 --why-not "objective <= 54"
        apus explain plant.json --why-not "start(A3) <= 10"
      """)

  @Argument(help: "The instance: a path, -, or a name such as ft10.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "Add a condition, such as 'start(A3) <= 10', 'present(A3)' or 'objective <= 900', and tell why it cannot be met. May be repeated.",
      valueName: "condition"))
  var whyNot: [String] = []

  @Flag(help: "Tell what is least to give up for a solution.")
  var repair = false

  @Flag(help: "Name groups only, not their members. Faster.")
  var groups = false

  @Flag(help: "Name the windows of intervals too; otherwise they always hold.")
  var windows = false

  @Option(
    name: [.customShort("t", allowingJoined: true), .customLong("time")],
    help: ArgumentHelp("Stop after this time: 90, 90s, 2m, 1h30m.", valueName: "time"), transform: TimeArgument.init)
  var time: TimeArgument?

  @Option(
    name: [.customShort("j", allowingJoined: true), .customLong("threads")],
    help: ArgumentHelp("Threads. (default: all cores)", valueName: "n"))
  var threads: Int?

  @Option(help: ArgumentHelp("The seed of all random choices.", valueName: "n"))
  var seed = 0

  @Option(
    help: ArgumentHelp("The format of FILE. (default: recognised)", valueName: "format"), transform: FormatArgument.init
  )
  var format: FormatArgument?

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("-j \(threads): expected 1 to 256 threads") }
    if seed < 0 { throw ValidationError("--seed \(seed): expected 0 or more") }
  }

  func run() throws {
    try finish {
      let source = try InstanceSource(file, format: format).load()
      var model = source.instance.model().data
      for text in whyNot {
        do throws(ConditionReader.Mistake) {
          model.addGroup("--why-not \(text)", try ConditionReader.constraints(text, in: model))
        } catch {
          throw Failure(.usage, "--why-not '\(text)': \(error.message)")
        }
      }
      let session = ExplainSession(
        source: source, model: model, conditions: whyNot, wantsRepair: repair, detail: groups ? .groups : .members,
        includesWindows: windows, timeLimit: time?.seconds,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
        seed: UInt64(seed))
      let answer: ExplainAnswer
      do { answer = try session.explain() } catch let error as SolveError {
        guard case .model(let error) = error else { throw error }
        throw Failure(.badInput, "\(source.path ?? source.title): the model cannot be solved: \(error)")
      }
      try TextDestination(nil).write((json ? answer.json : answer.text) + "\n")
      if let signal = Signals.received { return .interrupted(signal: signal) }
      return answer.status
    }
  }
}
