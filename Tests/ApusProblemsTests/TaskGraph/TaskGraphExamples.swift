import ApusProblems
import ApusTestSupport

extension TaskGraphScheduling {
  /// The instance of a random task graph.
  init(_ random: RandomTaskGraph) throws {
    try self.init(
      name: "random", processors: random.startUps.enumerated().map { ("P\($0)", $1) },
      bandwidths: random.bandwidths.map { $0.map { Bandwidth(volume: $0.volume, ticks: $0.ticks) } },
      tasks: random.durations.enumerated().map { ("t\($0)", $1) },
      arcs: random.arcs.map { Arc(before: $0.before, after: $0.after, volume: $0.volume) })
  }
}

enum TaskGraphExamples {
  /// Two tasks on two processors, the second on the second only; the data take 4 ticks from the first to the second.
  static let json = """
    {"format":"apus-task-graph","version":1,"name":"small",
    "processors":[
    {"name":"P1","startUp":2},
    {"name":"P2","startUp":0}],
    "bandwidths":[
    [null,4],
    [[1,2],null]],
    "tasks":[
    {"name":"a","durations":[3,6]},
    {"name":"b","durations":[null,2]}],
    "arcs":[
    [0,1,8]]}

    """

  static let stg = """
    3
    0 0 0
    1 4 1 0
    2 5 1 0
    3 2 2 1 2
    4 0 1 3
    # made by hand
    """

  static let laplace = "5\n4\n3\n2\n0 1 7\n0 2 8\n"

  static let ds3 = """
    job_name small
    add_new_tasks 2
    scan 0
    scan HEAD
    scan earliest_start 0 deadline 2 input_vol 0 output_vol 0
    send 1 0
    send TAIL
    send earliest_start 0 deadline 2
    comm_vol 0 1 5

    add_new_resource resource_type CPU resource_name P1 resource_ID 0 capacity 2 num_supported_functionalities 2 DVFS_mode none
    opp 1000 900
    scan 3
    send 4
    add_new_resource ACC FFT 1 1 1 performance
    send 1 9
    add_new_resource MEM M 2 1 1 none
    None 0 0
    comm_band_self 1000
    comm_band 0 0 5
    comm_band 0 2 2
    comm_band 2 1 3
    """

  static let wfcommons = """
    {"name":"w","schemaVersion":"1.5","workflow":{"specification":{"tasks":[
    {"id":"a","name":"first","parents":[],"children":["b"],"inputFiles":[],"outputFiles":["x","y"]},
    {"id":"b","name":"second","parents":["a"],"children":[],"inputFiles":["x"],"outputFiles":[]}],
    "files":[{"id":"x","sizeInBytes":250001},{"id":"y","sizeInBytes":7}]},
    "execution":{"tasks":[{"id":"a","runtimeInSeconds":1.2344},{"id":"b","runtimeInSeconds":0.5}]}}}
    """
}
