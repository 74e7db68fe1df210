import Apus
import ApusModel
import ArgumentParser
import Foundation

/// `apus solve FILE`.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Find a good solution and prove how good it is.",
    discussion: """
      The answer is on the standard output, the log on the standard error. The exit status is 0 for optimal, 10 for feasible, \
      20 for infeasible, 30 for unknown, 130 or 143 when interrupted: the best solution so far is then written.
      """)

  @Argument(help: "The instance: a path, -, or a name such as ft10.")
  var file: String

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
    help: ArgumentHelp(
      "Stop after so much effort of each thread. The same command then gives the same bytes, without times.",
      valueName: "ticks"))
  var work: Int?

  @Flag(help: "Let several threads exchange at fixed amounts of work, so that a run can be repeated.")
  var deterministic = false

  @Option(help: ArgumentHelp("Stop at this much memory: 512M, 4G.", valueName: "size"), transform: MemoryArgument.init)
  var memory: MemoryArgument?

  @Option(
    help: ArgumentHelp("Stop early: gap=1%, stall=30s or first. May be repeated.", valueName: "rule"),
    transform: StopRuleArgument.init)
  var until: [StopRuleArgument] = []

  @Option(help: ArgumentHelp("What solves: auto, native, glpk or heuristic.", valueName: "backend"))
  var backend = BackendArgument.auto

  @Option(help: ArgumentHelp("How the model becomes a mixed-integer program: \(Formulation.names).", valueName: "form"))
  var formulation = Formulation.automatic

  @Option(help: ArgumentHelp("How much is inferred before deciding: standard, energy.", valueName: "level"))
  var filtering = Filtering.standard

  @Option(
    help: ArgumentHelp(
      "Use only these: search, tabu, project, machine, packing, neighbourhoods. (default: what fits)",
      valueName: "list"),
    transform: StrategiesArgument.init)
  var strategies: StrategiesArgument?

  @Option(
    help: ArgumentHelp("Begin with rules (edd,mdd; lft,sampling) or with a solution file.", valueName: "rules|file"))
  var from: String?

  @Option(
    help: ArgumentHelp("The format of FILE: \(FormatArgument.names). (default: recognised)", valueName: "format"),
    transform: FormatArgument.init)
  var format: FormatArgument?

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write the solution here, as JSON.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Draw the solution here, as .svg or .html.", valueName: "file"))
  var gantt: String?

  @Option(help: ArgumentHelp("Write events here as they happen, one JSON object a line.", valueName: "file"))
  var events: String?

  @Flag(help: "Find all solutions, whatever the objective: one JSON object a line.")
  var all = false

  @Option(help: ArgumentHelp("With --all: no more than so many.", valueName: "n"))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      "Find so many good solutions that are unlike each other: one JSON object a line.", valueName: "n"))
  var pool: Int?

  @Option(
    help: ArgumentHelp("With --pool: how much worse than the best, 5%. (default: 5%)", valueName: "percent"))
  var poolGap: PercentArgument?

  @Option(help: ArgumentHelp("With --pool: at least so many variables differ.", valueName: "n"))
  var poolDistance = 1

  @Flag(help: "Judge every inference while it is made. Slow.")
  var checkInferences = false

  @Flag(help: "Print the answer as one JSON object.")
  var json = false

  @Flag(name: [.customShort("q"), .long], help: "No log and no picture, only the answer.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("-j \(threads): expected 1 to 256 threads") }
    if seed < 0 { throw ValidationError("--seed \(seed): expected 0 or more") }
    if all, pool != nil { throw ValidationError("--all and --pool ask for different things, expected one of them") }
    if let count, count < 1 || !all { throw ValidationError("--count \(count): expected 1 or more, beside --all") }
    if let pool, pool < 1 { throw ValidationError("--pool \(pool): expected 1 or more") }
    if poolDistance < 1 { throw ValidationError("--pool-distance \(poolDistance): expected 1 or more") }
    if let work, work < 0 { throw ValidationError("--work \(work): expected 0 or more ticks") }
  }

  func run() throws {
    try finish {
      switch try InstanceSource(file, format: format).open() {
      case .instance(let source) where all || pool != nil: try several(plan(source)).solve()
      case .instance(let source): try SolveSession(plan(source)).solve()
      case .program(let program): try session(program).solve()
      }
    }
  }

  private func several(_ plan: SolvePlan) throws -> SeveralSession {
    if gantt != nil || events != nil {
      throw Failure(.usage, "\(gantt == nil ? "--events" : "--gantt"): is not there for several solutions")
    }
    if let pool {
      return SeveralSession(
        plan: plan, question: .pool(count: pool, gap: poolGap?.fraction ?? 0.05, distance: poolDistance))
    }
    return SeveralSession(plan: plan, question: .all(limit: count))
  }

  /// A program that is no model has GLPK alone, and neither picture nor starts.
  private func session(_ program: LoadedProgram) throws -> ProgramSession {
    if backend == .native || backend == .heuristic { throw program.refusal }
    let foreign: [(name: String, isGiven: Bool)] = [
      ("--gantt", gantt != nil), ("--events", events != nil), ("--from", from != nil), ("--work", work != nil),
      ("--until", !until.isEmpty),
    ]
    if let option = foreign.first(where: \.isGiven) {
      throw Failure(.usage, "\(option.name): is not there for programs with columns that need not be whole")
    }
    let output = try output.map { try OutputFile($0) }
    try checkDistinct([output].compactMap { $0 }, from: program.path)
    return ProgramSession(program: program, timeLimit: time?.seconds, solutionFile: output, isJSON: json)
  }

  /// Checks everything; the instance has been read first, so that a broken one leaves no trace.
  private func plan(_ source: LoadedInstance) throws -> SolvePlan {
    let start = try from.map { try StartArgument($0).warmStart(for: source.instance) }
    var options = SolveOptions()
    options.workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
    options.seed = UInt64(seed)
    options.work = work
    options.isDeterministic = deterministic || work != nil
    options.memory = memory?.bytes
    options.stopRules = until.map(\.rule)
    options.start = start ?? .automatic
    if let strategies { options.strategies = strategies.kinds }
    options.checksInferences = checkInferences
    options.filtering = filtering
    options.isSearching = backend != .heuristic
    options.backend = backend.backend
    options.formulation = formulation
    let outputs = try output.map { try OutputFile($0) }
    let picture = try gantt.map { try PictureFile($0) }
    let eventFile = try events.map { try OutputFile($0) }
    try checkDistinct([outputs, picture?.file, eventFile].compactMap { $0 }, from: source.path)
    return SolvePlan(
      source: source, model: source.instance.model().data, options: options, backend: backend, timeLimit: time?.seconds,
      isRepeatable: work != nil, command: commandLine, solutionFile: outputs, picture: picture, eventsPath: events,
      isJSON: json, isQuiet: quiet)
  }

  /// No output may be written over the instance or another output.
  private func checkDistinct(_ outputs: [OutputFile], from path: String?) throws {
    for (index, output) in outputs.enumerated() {
      if let path, output.isSame(as: path) {
        throw Failure(.usage, "\(output.path): would be written over the instance")
      }
      if let other = outputs[..<index].first(where: { output.isSame(as: $0.path) && !output.isDevice }) {
        throw Failure(.usage, "\(output.path): is given for two outputs, the other is \(other.path)")
      }
    }
  }

  /// What gives this answer again: all that decides it, and not where it is written.
  private var commandLine: String {
    var words = ["apus", "solve", file]
    func add(_ name: String, _ value: String?) { if let value { words += [name, value] } }
    add("-t", time?.description)
    add("-j", threads.map(String.init))
    if seed != 0 { add("--seed", "\(seed)") }
    add("--work", work.map(String.init))
    if deterministic { words.append("--deterministic") }
    add("--memory", memory?.description)
    for rule in until { add("--until", rule.description) }
    if backend != .auto { add("--backend", backend.rawValue) }
    if formulation != .automatic { add("--formulation", formulation.rawValue) }
    if filtering != .standard { add("--filtering", filtering.rawValue) }
    add("--strategies", strategies?.description)
    add("--from", from)
    if all { words.append("--all") }
    add("--count", count.map(String.init))
    add("--pool", pool.map(String.init))
    add("--format", format?.description)
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// A word as a shell reads it.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:=,%+@#".contains($0)) }
    return isPlain && !word.hasPrefix("#") ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
