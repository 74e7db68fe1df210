import Testing

@testable import ApusProblems

@Suite struct KubernetesReaderTests {
  private func read(_ text: String) throws -> PodPacking {
    try PodPacking(bytes: Array(text.utf8), name: "c", format: .kubernetes, file: "c.json")
  }

  static let list = """
    {"apiVersion":"v1","kind":"List","items":[
    {"kind":"Node","metadata":{"name":"a","labels":{"zone":"x","size":"8"}},"spec":{},
     "status":{"allocatable":{"cpu":"4","memory":"8Gi","pods":"110","nvidia.com/gpu":"2"}}},
    {"kind":"Node","metadata":{"name":"b","labels":{"zone":"y"}},
     "spec":{"taints":[{"key":"gpu","value":"yes","effect":"NoSchedule"}]},
     "status":{"allocatable":{"cpu":"3500m","memory":"4Gi","pods":"10"}}},
    {"kind":"Node","metadata":{"name":"c"},"spec":{"unschedulable":true},
     "status":{"capacity":{"cpu":"1","memory":"1Gi","pods":"10"}}},
    {"kind":"PriorityClass","metadata":{"name":"high"},"value":1000},
    {"kind":"Service","metadata":{"name":"s"}},
    {"kind":"Pod","metadata":{"name":"web","namespace":"shop"},"spec":{"nodeName":"c","priorityClassName":"high",
      "nodeSelector":{"zone":"x"},"containers":[{"resources":{"requests":{"cpu":"250m","memory":"64Mi"}},
      "ports":[{"hostPort":8080}]},{"resources":{"limits":{"cpu":"1.5"}}}]},"status":{"phase":"Running"}},
    {"kind":"Pod","metadata":{"name":"job","namespace":"shop"},"spec":{"tolerations":[{"key":"gpu","operator":"Exists"}],
      "overhead":{"cpu":"10m"},
      "initContainers":[{"resources":{"requests":{"cpu":"300m"}},"restartPolicy":"Always"},
        {"resources":{"requests":{"cpu":"2"}}}],
      "containers":[{"resources":{"requests":{"cpu":"1","nvidia.com/gpu":1}}}],
      "affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{}]},"nodeAffinity":
      {"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[
      {"matchExpressions":[{"key":"size","operator":"Gt","values":["7"]}]},
      {"matchFields":[{"key":"metadata.name","operator":"In","values":["b"]}]}]}}}},"status":{"phase":"Pending"}},
    {"kind":"Pod","metadata":{"name":"agent","namespace":"sys","ownerReferences":[{"kind":"DaemonSet"}]},
      "spec":{"nodeName":"b","priority":-5,"containers":[{}]},"status":{"phase":"Running"}},
    {"kind":"Pod","metadata":{"name":"old"},"spec":{"nodeName":"gone"},"status":{"phase":"Succeeded"}}]}
    """

  @Test func listOfKubectlIsRead() throws {
    let cluster = try read(Self.list)
    #expect(cluster.resources == ["cpu", "memory", "pods", "hostPort/TCP/8080", "nvidia.com/gpu"])
    #expect(cluster.nodes.map(\.name) == ["a", "b", "c"])
    #expect(cluster.nodes[0].capacities == [4000, 8 << 30, 110, 1, 2])
    #expect(cluster.nodes[1].capacities == [3500, 4 << 30, 10, 1, 0])
    #expect(cluster.pods.map(\.name) == ["shop/web", "shop/job", "sys/agent"])
    #expect(cluster.pods[0].requests == [1750, 64 << 20, 1, 1, 0])
    #expect(cluster.pods[0].priority == 1000)
    #expect(cluster.pods[0].node == 2)
    // It may stay on the cordoned node, and move only to where its selector matches.
    #expect((0..<3).map(cluster.pods[0].mayRun) == [true, false, true])
    // Sidecar and init container together need more than sidecar and container.
    #expect(cluster.pods[1].requests == [2310, 0, 1, 0, 1])
    #expect(cluster.pods[1].allowed == [0, 1])
    #expect(cluster.pods[2].isProtected)
    #expect(cluster.pods[2].priority == -5)
    #expect(
      cluster.notes == ["objects of the kind Service: not honoured (1)", "pod anti-affinity: not honoured (1)"])
  }

  @Test(arguments: [
    (#"{"kind":"Pod"}"#, "c.json:1:1: the pod has no name, expected one"),
    (
      #"{"kind":"Pod","metadata":{"name":"a"},"spec":{"nodeName":"n"}}"#,
      "c.json:1:1: the pod runs on 'n', which is not in the input, expected its node"
    ),
    (
      #"{"kind":"Node","metadata":{"name":"a"},"status":{"allocatable":{"memory":"12E"}}}"#,
      "c.json:1:74: '12E' of memory needs more than 64 bits, expected less"
    ),
    (
      #"{"kind":"Node","metadata":{"name":"a"},"status":{"allocatable":{"memory":"12 GB"}}}"#,
      "c.json:1:74: '12 GB' is no amount of memory, expected a quantity such as 250m, 1.5 or 64Mi"
    ),
    (
      #"{"kind":"List","items":[{"kind":"Pod","metadata":{"name":"a"}},{"kind":"Pod","metadata":{"name":"a"}}]}"#,
      "c.json: the pod 'default/a' is there twice, expected it once"
    ),
    (#"{"items":[{}]}"#, "c.json:1:1: the object has no kind, expected a List of nodes and pods"),
    ("[]", "c.json:1:1: expected an object of Kubernetes (an object), found '['"),
  ])
  func brokenInputGivesOneLine(text: String, line: String) {
    #expect { try read(text) } throws: { "\($0)" == line }
  }
}
