import ApusBench
import ApusProblems
import Foundation

/// A folder with a suite of tiny shops, and solvers that answer them truly or not.
struct BenchScratch {
  let folder: Scratch

  init() throws {
    folder = try Scratch()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "data/jobshop"), withIntermediateDirectories: true)
    for name in ["a", "b"] { try folder.write("1 1\n0 7\n", to: "data/jobshop/\(name).txt") }
    try folder.write(
      """
      {"name": "tiny", "description": "Shops of one task", "family": "jobshop", "instances": ["jobshop/*.txt"],
       "limit": 20, "threads": 1, "seeds": [0]}
      """, to: "tiny.json")
  }

  /// Writes a solver: a shell script that finds its arguments in `$output` and `$events`, and then does as `body` says.
  func solver(_ name: String, _ body: String) throws -> String {
    let text = """
      while [ $# -gt 0 ]; do
        case $1 in --output) output=$2; shift ;; --events) events=$2; shift ;; esac
        shift
      done
      \(body)
      """
    try folder.write(text + "\n", to: "\(name).sh")
    return "\(name)=/bin/sh '\(folder.path("\(name).sh"))'"
  }

  /// What a solver writes that puts the one task at `start` and claims `objective` for it.
  static func solution(start: Int = 0, objective: Int = 7) -> String {
    """
    printf '{"event":"solution","t":0,"objective":\(objective)}\\n' > "$events"
    printf '{"format":"apus-solution","version":1,"status":"feasible","objective":\(objective),"tasks":[\
    {"job":0,"operation":0,"machine":0,"start":\(start),"end":\(start + 7)}]}' > "$output"
    """
  }

  /// What a solver prints.
  static func answer(_ status: String, _ objective: Int) -> String {
    "printf '{\"status\":\"\(status)\",\"objective\":\(objective)}\\n'"
  }

  static let honest = solution() + "\n" + answer("optimal", 7)

  func start(_ words: [String], _ environment: [String: String] = [:]) throws -> Apus.Running {
    let own = ["APUS_DATA": folder.path("data"), "SLURM_ARRAY_TASK_ID": ""]
    return try Apus.Running(["bench"] + words, in: folder.url, environment: own.merging(environment) { $1 })
  }

  func run(_ words: String..., environment: [String: String] = [:]) throws -> Apus.Result {
    try start(words, environment).wait()
  }

  /// The runs of a folder.
  func records(_ name: String) throws -> [RunRecord] { try RunFolder(folder.url.appending(path: name)).records() }

  func events(_ name: String) throws -> [RunEvent] { try RunFolder(folder.url.appending(path: name)).events() }

  func plan(_ name: String) throws -> RunPlan { try RunFolder(folder.url.appending(path: name)).plan() }
}
