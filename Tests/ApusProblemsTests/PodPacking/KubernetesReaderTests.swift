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

  /// Nodes and pods in files of their own, put one behind the other.
  @Test func documentsInARowAreOneCluster() throws {
    let nodes = #"{"kind":"NodeList","items":[{"metadata":{"name":"n"},"status":{"allocatable":{"cpu":"2"}}}]}"#
    let pods = #"{"kind":"PodList","items":[{"metadata":{"name":"p"},"spec":{"nodeName":"n"}}]}"#
    let cluster = try read(nodes + "\n" + pods + "\n")
    #expect(cluster.nodes.map(\.name) == ["n"] && cluster.present == [0])
    #expect(throws: InputError.self) { try read(nodes + "x") }
  }

  @Test func yamlIsReadLikeJSON() throws {
    let text = """
      # kubectl get nodes -o yaml; kubectl get pods -A -o yaml
      apiVersion: v1
      kind: List
      items:
      - kind: Node
        metadata: {name: a, labels: {zone: "1"}}
        status: {allocatable: {cpu: 0.5, memory: 8Gi, pods: 110}}
      ---
      kind: Pod
      metadata:
        name: web
      spec:
        nodeName: a
        priority: 7
        nodeSelector: {zone: '1'}
        containers:
        - resources: &small
            requests: {cpu: 250m, memory: 1e3}
        - resources: *small
      status: {phase: Running}
      ---
      """
    let cluster = try PodPacking(bytes: Array(text.utf8), name: "c")
    #expect(cluster.resources == ["cpu", "memory", "pods"])
    #expect(cluster.nodes[0].capacities == [500, 8 << 30, 110])
    #expect(cluster.pods[0].requests == [500, 2000, 1] && cluster.pods[0].priority == 7 && cluster.present == [0])
  }

  @Test(arguments: [
    ("kind: List\nitems:\n- kind: Pod\n", "c.yaml:3:3: the pod has no name, expected one"),
    ("kind: Pod\nmetadata: {name: ä, namespace: [}\n", "c.yaml:2:33:"),
    ("kind: Pod\nkind: Pod\n", "there twice"),
    ("kind: Node\nmetadata: {name: a}\nstatus: {allocatable: {cpu: 12Q}}\n", "c.yaml:3:29: '12Q' is no amount"),
    ("kind: Pod\nmetadata: *none\n", "c.yaml:2:11:"),
  ])
  func brokenYAMLIsLocated(text: String, part: String) {
    let error = #expect(throws: InputError.self) {
      try PodPacking(bytes: Array(text.utf8), name: "c", format: .kubernetes, file: "c.yaml")
    }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
  }

  /// A few lines that would stand for billions of values, and nesting that would end a stack.
  @Test func hostileYAMLIsRefused() {
    var laughs = "kind: List\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      laughs += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let deep = "kind: " + String(repeating: "[", count: 500_000)
    let indented = (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    for text in [laughs, deep, indented] {
      #expect(throws: InputError.self) {
        try PodPacking(bytes: Array(text.utf8), name: "c", format: .kubernetes, file: "c.yaml")
      }
    }
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
