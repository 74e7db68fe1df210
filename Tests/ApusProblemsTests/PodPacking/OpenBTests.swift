import Testing

@testable import ApusProblems

@Suite struct OpenBTests {
  private let nodes = "sn,cpu_milli,memory_mib,gpu,model\na,4000,1024,2,T4\nb,8000,2048,0,\n"
  private let pods = """
    name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase
    p,1000,100,1,500,,LS,Running
    q,1000,100,2,1000,V100|T4,BE,Running
    r,1000,100,1,1000,P100,Burstable,Pending
    """

  @Test func listsAreRead() throws {
    let cluster = try PodPacking(bytes: Array((nodes + pods).utf8), name: "openb")
    #expect(cluster.nodes.map(\.capacities) == [[4000, 1 << 30, 2000], [8000, 1 << 31, 0]])
    #expect(
      cluster.pods.map(\.requests) == [[1000, 100 << 20, 500], [1000, 100 << 20, 2000], [1000, 100 << 20, 1000]])
    #expect(cluster.pods.map(\.priority) == [2, 0, 1])
    #expect(cluster.pods.map(\.allowed) == [nil, [0], []])
    // The second does not fit beside the first, and no node has what the third asks for.
    #expect(cluster.present == [0, nil, nil])
    #expect(cluster.notes.count == 1)
  }

  @Test(arguments: [
    ("a,4000,x,2,T4", "2:1: the memory_mib is 'x'"), ("a,4000", "2:1: the line has 2 fields, expected 5"),
    ("a,9223372036854775807,9223372036854775807,1,", "the memory_mib needs more than 64 bits"),
    ("a,-1,1,1,", "cpu_milli"),
  ])
  func flawsAreNamed(_ line: String, _ message: String) {
    let bytes = Array("sn,cpu_milli,memory_mib,gpu,model\n\(line)\n".utf8)
    let error = #expect(throws: InputError.self) { try PodPacking(bytes: bytes, name: "openb") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
