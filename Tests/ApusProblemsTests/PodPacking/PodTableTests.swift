import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct PodTableTests {
  private func read(_ text: String) throws -> PodPacking {
    try PodPacking(bytes: Array(text.utf8), name: "c", file: "c.csv")
  }

  @Test func listsAreRead() throws {
    let cluster = try read(
      """
      node,cpu,memory
      # the small one
      a, 4, 8Gi
      b,3500m,4Gi

      pod,priority,cpu,on,memory,protected
      shop/web,10,250m,b,64Mi,yes
      shop/job,,1.5,,,
      """)
    #expect(cluster.resources == ["cpu", "memory"])
    #expect(cluster.nodes.map(\.capacities) == [[4000, 8 << 30], [3500, 4 << 30]])
    #expect(cluster.pods.map(\.requests) == [[250, 64 << 20], [1500, 0]])
    #expect(cluster.pods.map(\.priority) == [10, 0] && cluster.present == [1, nil])
    #expect(cluster.pods.map(\.isProtected) == [true, false])
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for seed in 0..<200 {
      let cluster = try RandomCluster.make(seed: seed)
      guard let text = try? cluster.tableText() else {
        #expect(cluster.pods.contains { $0.allowed != nil })
        continue
      }
      let read = try PodPacking(bytes: Array(text.utf8), name: cluster.name)
      #expect(read == cluster, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("node,cpu,cpu\n", "c.csv:1:10: found the column 'cpu'"), ("node,cpu\na,1,2\n", "c.csv:2:1: found 3 fields"),
    ("node,cpu\na,x\n", "c.csv:2:3: 'x' is no amount of cpu"), ("node,cpu\na,-1\n", "c.csv:2:3:"),
    ("node,cpu\na,1\npod,on\np,z\n", "c.csv:4:3: there is no node 'z'"),
    ("node,cpu\na,1\npod,gpu\n", "c.csv:3:5: found the column 'gpu'"),
    ("node,cpu\na,1\npod,protected\np,perhaps\n", "c.csv:4:3: expected yes or no"),
    ("node,cpu\na,1\na,1\n", "the node 'a' is there twice"),
  ])
  func flawsAreLocated(text: String, part: String) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
  }
}
